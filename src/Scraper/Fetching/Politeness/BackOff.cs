namespace Scraper.Fetching.Politeness;

/// <summary>How long a host is left alone after a failure.</summary>
internal static class BackOff
{
    private const double Jitter = 0.25;
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(1);

    /// <summary>Whether an outcome says that the host, and not just the page, is in trouble.</summary>
    public static bool CountsAgainstHost(FetchResult? outcome) => outcome is FetchResult.Failed
    {
        Kind: FailureKind.Dns or FailureKind.Connect or FailureKind.Tls or FailureKind.Timeout or FailureKind.Protocol
            or FailureKind.Truncated or FailureKind.RateLimited or FailureKind.ServerError or FailureKind.Proxy,
    };

    /// <summary>Time to wait after the given number of failures in a row: doubling, capped, never permanent, with up to a quarter of jitter.</summary>
    /// <param name="failures">Failures in a row, at least 1.</param>
    /// <param name="retryAfter">What the server asks for; a longer one wins, up to a day.</param>
    /// <param name="options">First and longest back-off.</param>
    public static TimeSpan After(int failures, TimeSpan? retryAfter, FetchOptions options)
    {
        var doubled = options.BackOff.Ticks * Math.Pow(2, Math.Min(failures - 1, 30));
        var own = TimeSpan.FromTicks((long)Math.Min(doubled, options.LongestBackOff.Ticks)) * (1 + (Random.Shared.NextDouble() * Jitter));
        return retryAfter is { } asked && asked > own ? Capped(asked) : own;
    }

    /// <summary>The longest time that a host is ever left alone.</summary>
    /// <param name="delay">Least time between two requests.</param>
    /// <param name="options">Longest back-off.</param>
    public static TimeSpan Longest(TimeSpan delay, FetchOptions options) =>
        new[] { LongestRetryAfter, delay, options.LongestBackOff * (1 + Jitter) }.Max();

    /// <summary>A wait the server asks for, up to a day.</summary>
    public static TimeSpan Capped(TimeSpan wait) => wait < LongestRetryAfter ? wait : LongestRetryAfter;
}
