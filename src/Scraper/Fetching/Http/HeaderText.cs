using System.Buffers;
using Scraper.Core.Sites;

namespace Scraper.Fetching.Http;

/// <summary>What may stand in a request header.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> Breaking = SearchValues.Create("\r\n\0");

    /// <summary>Whether a site rule's header may be sent.</summary>
    public static bool MaySend(string name, string value) => SiteHeaders.IsName(name) && !SiteHeaders.IsReserved(name) && IsOneLine(value);

    /// <summary>Whether a value has no line break or NUL in it.</summary>
    public static bool IsOneLine(string value) => value.AsSpan().IndexOfAny(Breaking) < 0;
}
