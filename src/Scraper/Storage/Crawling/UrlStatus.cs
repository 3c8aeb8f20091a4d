namespace Scraper.Storage;

/// <summary>How far a URL has come.</summary>
public enum UrlStatus
{
    /// <summary>Met, not fetched yet.</summary>
    Seen,

    /// <summary>Fetched; its article is stored.</summary>
    Stored,

    /// <summary>Fetched; the text of another article, so that it leads there; what stands at many addresses may make way for an article of its own.</summary>
    Duplicate,

    /// <summary>Fetched; it holds no article.</summary>
    NotAnArticle,

    /// <summary>Fetched; a wall, a challenge, a shell of scripts or nothing at all came in the place of an article.</summary>
    Refused,

    /// <summary>Not fetched because it must not be: robots.txt, a refused address.</summary>
    Blocked,

    /// <summary>The last fetch failed.</summary>
    Failed,

    /// <summary>Gone for good (404, 410), or given up.</summary>
    Gone,

    /// <summary>Its article was deleted by hand, and is fetched again only where somebody asks for it.</summary>
    Deleted,
}
