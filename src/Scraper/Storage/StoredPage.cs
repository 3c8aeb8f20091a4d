namespace Scraper.Storage;

/// <summary>A page of the archive.</summary>
/// <param name="Id">Its number; grows with time.</param>
/// <param name="Site">Name of the site it was fetched for.</param>
/// <param name="ArticleId">The article that was read from it, or <see langword="null"/>.</param>
/// <param name="IsCurrent">Whether the article's present text comes from this page.</param>
/// <param name="Page">The page itself.</param>
public sealed record StoredPage(long Id, string Site, long? ArticleId, bool IsCurrent, FetchedPage Page);
