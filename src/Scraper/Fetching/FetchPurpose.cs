namespace Scraper.Fetching;

/// <summary>What a URL is fetched for; it decides the Accept header and whether robots.txt is asked.</summary>
public enum FetchPurpose
{
    /// <summary>A page that may be an article.</summary>
    Article,

    /// <summary>A further page of an article.</summary>
    NextPage,

    /// <summary>A page whose links lead to articles.</summary>
    FrontPage,

    /// <summary>An RSS, Atom, RDF or JSON feed.</summary>
    Feed,

    /// <summary>A sitemap or an index of sitemaps.</summary>
    Sitemap,

    /// <summary>robots.txt itself; the only purpose that needs no robots.txt.</summary>
    Robots,
}
