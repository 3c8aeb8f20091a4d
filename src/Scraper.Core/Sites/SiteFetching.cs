namespace Scraper.Core.Sites;

/// <summary>How a site's pages are asked for.</summary>
public sealed record SiteFetching
{
    /// <summary>Least time between two requests to one host of the site; a longer Crawl-delay wins.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>User-Agent to send in place of the product's own.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Further request headers; never sent to another host.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Cookies by name; never sent to another host.</summary>
    public IReadOnlyDictionary<string, string> Cookies { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether pages go through a browser.</summary>
    public RenderMode Render { get; init; }
}
