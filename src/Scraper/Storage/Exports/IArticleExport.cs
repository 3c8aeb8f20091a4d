namespace Scraper.Storage.Exports;

/// <summary>Writes articles in one format.</summary>
internal interface IArticleExport
{
    /// <summary>File name extension, with its dot.</summary>
    string Extension { get; }

    /// <summary>What stands before the first article.</summary>
    void Begin(TextWriter output);

    /// <summary>Writes one article.</summary>
    void Write(StoredArticle stored, TextWriter output);
}
