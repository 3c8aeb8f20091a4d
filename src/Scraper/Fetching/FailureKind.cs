namespace Scraper.Fetching;

/// <summary>What went wrong with a request that was sent.</summary>
public enum FailureKind
{
    /// <summary>The host's name does not resolve.</summary>
    Dns,

    /// <summary>No connection: refused, unreachable, reset before an answer.</summary>
    Connect,

    /// <summary>The TLS handshake failed or the certificate is not trusted.</summary>
    Tls,

    /// <summary>The whole-fetch deadline passed.</summary>
    Timeout,

    /// <summary>The answer is not HTTP, or breaks its framing.</summary>
    Protocol,

    /// <summary>Headers or decoded body are larger than allowed.</summary>
    TooLarge,

    /// <summary>The body ended before it was whole.</summary>
    Truncated,

    /// <summary>The content coding is unknown or broken.</summary>
    Encoding,

    /// <summary>More redirects than allowed, or a loop of them.</summary>
    TooManyRedirects,

    /// <summary>A redirect without a usable Location.</summary>
    BadRedirect,

    /// <summary>304 though nothing conditional was asked.</summary>
    UnaskedNotModified,

    /// <summary>429, or 503 with Retry-After.</summary>
    RateLimited,

    /// <summary>404 or 410.</summary>
    NotFound,

    /// <summary>Another 4xx.</summary>
    ClientError,

    /// <summary>5xx.</summary>
    ServerError,

    /// <summary>A status that makes no sense as the answer to a plain GET, such as 206 or 299 with no body.</summary>
    UnexpectedStatus,

    /// <summary>The configured proxy did not play its part.</summary>
    Proxy,

    /// <summary>A browser was needed and there is none, or it failed.</summary>
    Browser,
}
