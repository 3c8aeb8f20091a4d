namespace Scraper.Storage.Exports;

/// <summary>The forms in which articles leave the store.</summary>
internal enum ExportFormat
{
    /// <summary>One JSON object a line.</summary>
    Jsonl,

    /// <summary>Comma-separated values with a header (RFC 4180), without blocks.</summary>
    Csv,

    /// <summary>Markdown with YAML front matter.</summary>
    Markdown,
}
