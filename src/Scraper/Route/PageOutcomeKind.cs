namespace Scraper.Route;

/// <summary>Where a page's journey ended.</summary>
public enum PageOutcomeKind
{
    /// <summary>A new article is stored.</summary>
    Stored,

    /// <summary>The publisher changed a known article.</summary>
    Updated,

    /// <summary>The page is the same, our rules read it otherwise.</summary>
    Relabelled,

    /// <summary>Fetched again, and nothing has changed.</summary>
    Unchanged,

    /// <summary>The server says that nothing has changed (304).</summary>
    NotModified,

    /// <summary>The text of another article of the site.</summary>
    Duplicate,

    /// <summary>Worse than what is stored, which stays.</summary>
    Worse,

    /// <summary>Cleaned; nobody asked to store it.</summary>
    Extracted,

    /// <summary>Not fetched because it must not be, or not yet.</summary>
    Blocked,

    /// <summary>Something else than an article.</summary>
    NotAnArticle,

    /// <summary>No text was found in it.</summary>
    Empty,

    /// <summary>There is no page of that address (404, 410).</summary>
    Gone,

    /// <summary>It could not be fetched or read.</summary>
    Failed,
}
