namespace Scraper.Fetching;

/// <summary>How fetching a robots.txt ended (RFC 9309, 2.3.1).</summary>
public enum RobotsState
{
    /// <summary>2xx: its rules are in force.</summary>
    Found,

    /// <summary>4xx other than 429, or more than five redirects: everything is allowed.</summary>
    Unavailable,

    /// <summary>5xx, 429, timeout, DNS, TLS or a refused address: everything is disallowed, save by a copy read earlier.</summary>
    Unreachable,
}
