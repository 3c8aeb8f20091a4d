namespace Scraper.Cli;

/// <summary>The forms in which a command prints an article.</summary>
internal enum ArticleFormat
{
    /// <summary>Headline and paragraphs.</summary>
    Text,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>An HTML fragment.</summary>
    Html,

    /// <summary>One JSON object an article.</summary>
    Json,
}
