namespace Scraper.Storage;

/// <summary>A page of the archive.</summary>
/// <param name="Id">Its number; grows with time.</param>
/// <param name="Site">Name of the site it was fetched for.</param>
/// <param name="ArticleId">The article that was read from it, or <see langword="null"/>.</param>
/// <param name="IsCurrent">Whether the article's present text comes from this page.</param>
/// <param name="Page">The page itself.</param>
public sealed record StoredPage(long Id, string Site, long? ArticleId, bool IsCurrent, FetchedPage Page)
{
    /// <summary>Version of the rules and the model that read the article's present text; <see langword="null"/> where that is not of this page, or less was kept of a reading then than is now.</summary>
    public string? Extractor { get; init; }

    /// <summary>Length of that text in UTF-16 code units; 0 where it is not of this page.</summary>
    public int TextLength { get; init; }
}
