namespace Scraper.Fetching;

/// <summary>Why a request was not sent.</summary>
public enum BlockReason
{
    /// <summary>robots.txt disallows the URL.</summary>
    Robots,

    /// <summary>robots.txt could not be read (5xx, 429, timeout), which counts as "disallow all" (RFC 9309, 2.3.1.4).</summary>
    RobotsUnreachable,

    /// <summary>The host resolves to an address that is not public, and no allow list names it.</summary>
    Address,

    /// <summary>Neither http nor https.</summary>
    Scheme,

    /// <summary>Not a usable URL: relative, malformed, too long, or with a user name in it.</summary>
    InvalidUrl,

    /// <summary>The host must be left alone for longer than a fetch may wait: Retry-After, back-off, a long Crawl-delay, or a long queue for it.</summary>
    NotYet,
}
