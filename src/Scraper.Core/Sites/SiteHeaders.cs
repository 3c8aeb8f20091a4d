using System.Collections.Frozen;

namespace Scraper.Core.Sites;

/// <summary>Which request headers a site rule may set.</summary>
public static class SiteHeaders
{
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Host", "Content-Length", "Transfer-Encoding", "Connection", "Upgrade", "TE", "Trailer", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection",
        "Accept-Encoding", "Cookie", "If-None-Match", "If-Modified-Since", "Range");

    /// <summary>Whether a header or cookie may be called so: a token (RFC 9110, 5.6.2).</summary>
    /// <param name="name">The name.</param>
    public static bool IsName(string name) =>
        !string.IsNullOrEmpty(name) && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

    /// <summary>Whether a header frames, routes or makes conditional what is sent: it is the transport's, and a rule's is never sent.</summary>
    /// <param name="name">The header, in any case.</param>
    public static bool IsReserved(string name) => Reserved.Contains(name);
}
