using System.Buffers;

namespace Scraper.Fetching.Http;

/// <summary>What may stand in a request header.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> Breaking = SearchValues.Create("\r\n\0");

    // Framing and routing headers are the transport's; a site rule cannot set them.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Content-Length", "Transfer-Encoding", "Connection", "Upgrade", "TE", "Trailer", "Keep-Alive", "Proxy-Authorization",
        "Proxy-Connection", "Accept-Encoding", "Cookie", "If-None-Match", "If-Modified-Since", "Range",
    };

    /// <summary>Whether a site rule's header may be sent.</summary>
    public static bool MaySend(string name, string value) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal))
        && !Reserved.Contains(name) && IsOneLine(value);

    /// <summary>Whether a value has no line break or NUL in it.</summary>
    public static bool IsOneLine(string value) => value.AsSpan().IndexOfAny(Breaking) < 0;
}
