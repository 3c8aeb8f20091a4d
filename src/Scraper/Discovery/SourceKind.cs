namespace Scraper.Discovery;

/// <summary>What kind of thing names article URLs.</summary>
public enum SourceKind
{
    /// <summary>An RSS, Atom, RDF or JSON feed.</summary>
    Feed,

    /// <summary>A sitemap or an index of sitemaps.</summary>
    Sitemap,

    /// <summary>A page with links.</summary>
    FrontPage,
}
