using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Scraper.Core.Sites;

namespace Scraper.Fetching.Http;

/// <summary>What may stand in a request header, and what the octets of a response header mean.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> Breaking = SearchValues.Create("\r\n\0");

    /// <summary>Whether a site rule's header may be sent.</summary>
    public static bool MaySend(string name, string value) => SiteHeaders.IsName(name) && !SiteHeaders.IsReserved(name) && IsOneLine(value);

    /// <summary>Whether a value has no line break or NUL in it.</summary>
    public static bool IsOneLine(string value) => value.AsSpan().IndexOfAny(Breaking) < 0;

    /// <summary>A URL in a response header. Octets that are not US-ASCII are UTF-8 where all of them can be; else each is percent-encoded, as browsers do.</summary>
    /// <param name="value">The header, each of its octets a character of ISO 8859-1.</param>
    public static string Url(string value)
    {
        if (Ascii.IsValid(value))
        {
            return value;
        }

        var octets = Encoding.Latin1.GetBytes(value);
        return Utf8.IsValid(octets) ? Encoding.UTF8.GetString(octets) : string.Concat(octets.Select(o => o < 0x80 ? ((char)o).ToString() : $"%{o:X2}"));
    }
}
