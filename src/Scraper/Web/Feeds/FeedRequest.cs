using Scraper.Web.Markup;

namespace Scraper.Web.Feeds;

/// <summary>Which articles a feed is of.</summary>
/// <param name="Site">Name of a site, or <see langword="null"/> for all.</param>
/// <param name="Query">What is searched for, or <see langword="null"/>.</param>
internal sealed record FeedRequest(string? Site = null, string? Query = null)
{
    /// <summary>Its title.</summary>
    public string Title => Query is not null ? $"Search: {Query}" : Site ?? "All articles";

    /// <summary>A name that stays, wherever the server runs (RFC 8141 escaping).</summary>
    public string Id => "urn:scraper:feed:" + (Query is not null ? "search:" + LocalPath.Escape(Query) + (Site is null ? string.Empty : ":" + LocalPath.Escape(Site)) : Site is not null ? "site:" + LocalPath.Escape(Site) : "all");

    /// <summary>Its path, without the host.</summary>
    /// <param name="format"><c>atom</c> or <c>json</c>.</param>
    public string Path(string format) => LocalPath.To($"/feeds/articles.{format}", ("site", Site), ("q", Query));

    /// <summary>The page of the workbench that lists the same.</summary>
    public string Page => LocalPath.To("/articles", ("site", Site), ("q", Query));
}
