namespace Scraper.Fetching.Http;

/// <summary>What a status alone decides.</summary>
internal static class StatusOutcome
{
    /// <summary>The outcome, or <see langword="null"/> where the body or the Location has to be read.</summary>
    public static FetchResult? Of(int status, bool wasConditional, bool hasRetryAfter, bool isProxied, Uri url) => status switch
    {
        204 or 205 or 206 => Failed(FailureKind.UnexpectedStatus, "carries no whole page", status),
        >= 200 and < 300 => null,
        301 or 302 or 303 or 307 or 308 => null,
        304 when wasConditional => new FetchResult.NotModified(url),
        304 => Failed(FailureKind.UnaskedNotModified, "though nothing conditional was asked", status),
        429 => Failed(FailureKind.RateLimited, "too many requests", status),
        503 when hasRetryAfter => Failed(FailureKind.RateLimited, "unavailable for now", status),
        407 when isProxied => Failed(FailureKind.Proxy, "the proxy does not take us; set user and password in Fetching:Proxy (http://user:password@host:port)", status),
        404 or 410 => Failed(FailureKind.NotFound, "not there", status),
        >= 400 and < 500 => Failed(FailureKind.ClientError, "refused by the server", status),
        >= 500 and < 600 => Failed(FailureKind.ServerError, "the server failed", status),
        _ => Failed(FailureKind.UnexpectedStatus, "no answer to a plain GET", status),
    };

    private static FetchResult.Failed Failed(FailureKind kind, string message, int status) => new(kind, $"HTTP {status}: {message}", status);
}
