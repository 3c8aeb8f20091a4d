namespace Scraper.Core.Sites;

/// <summary>Where the addresses of new articles come from.</summary>
public sealed record SiteDiscovery
{
    /// <summary>Absolute URLs of RSS, Atom, RDF or JSON feeds.</summary>
    public IReadOnlyList<string> Feeds { get; init; } = [];

    /// <summary>Absolute URLs of sitemaps or sitemap indexes.</summary>
    public IReadOnlyList<string> Sitemaps { get; init; } = [];

    /// <summary>Pages whose links lead to articles.</summary>
    public IReadOnlyList<FrontPage> FrontPages { get; init; } = [];

    /// <summary>Regular expressions; where there are any, a URL must match one.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Regular expressions; a URL that matches one is left.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];
}
