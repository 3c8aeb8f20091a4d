namespace Scraper.Core.Sites;

/// <summary>When a page is rendered in a browser before it is read.</summary>
public enum RenderMode
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>When the page as fetched turns out to be a script shell without text.</summary>
    Auto,

    /// <summary>Always.</summary>
    Always,
}
