namespace Scraper.Fetching;

/// <summary>A cached robots.txt together with how fetching it went.</summary>
/// <param name="Origin">Scheme, host and port it is for, such as <c>https://example.com</c> or <c>http://example.com:8080</c>.</param>
/// <param name="State">How the last fetch went.</param>
/// <param name="Text">The last file read, at most 500 KiB of it, as <c>RobotsTxt.TextOf</c> gives it; kept while <see cref="RobotsState.Unreachable"/>; <see langword="null"/> where none was ever read.</param>
/// <param name="CheckedAt">When it was last asked for.</param>
/// <param name="ExpiresAt">When it must be asked for again; at most 24 hours later.</param>
/// <param name="Validators">Validators of <paramref name="Text"/>.</param>
/// <param name="Detail">Why it is unreachable, for people.</param>
/// <param name="Failure">What failed where not the file but the host is unreachable (name, connection, TLS, proxy): all that is asked of it fails so.</param>
public sealed record RobotsRecord(
    string Origin,
    RobotsState State,
    string? Text,
    DateTimeOffset CheckedAt,
    DateTimeOffset ExpiresAt,
    Validators Validators,
    string? Detail = null,
    FailureKind? Failure = null);
