namespace Scraper.Storage.Sql;

/// <summary>Which stored article a page is.</summary>
/// <param name="Prepared">What was read from the page, under the URL that it is kept by.</param>
/// <param name="Row">The stored article; <see langword="null"/> where the page is a new one.</param>
/// <param name="IsTwin">Whether the page is another one with the same text.</param>
internal sealed record ArticleMatch(PreparedArticle Prepared, ArticleRow? Row = null, bool IsTwin = false);
