using Scraper.Storage;

namespace Scraper.Web.Api;

/// <summary>An article found by its words. Scores are comparable within one search; the snippet is plain text.</summary>
internal sealed record ApiHit(long Id, string Url, string Site, string Title, string? PublishedAt, DateTimeOffset FetchedAt, double Score, string Snippet)
{
    public static ApiHit Of(SearchHit hit) => new(
        hit.Article.Id, hit.Article.Url, hit.Article.Site, hit.Article.Title, hit.Article.PublishedAt?.ToString(), hit.Article.FetchedAt, hit.Score,
        hit.Snippet.Replace("\u0002", string.Empty, StringComparison.Ordinal).Replace("\u0003", string.Empty, StringComparison.Ordinal));
}
