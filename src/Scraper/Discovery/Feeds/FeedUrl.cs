using System.Net;
using System.Text.RegularExpressions;
using Scraper.Core;

namespace Scraper.Discovery.Feeds;

/// <summary>Makes the links of a feed absolute.</summary>
internal static partial class FeedUrl
{
    /// <summary>A base that is in force after <c>xml:base</c> or Content-Location; one that is not http(s) is left.</summary>
    public static Uri? Base(Uri? outer, string value)
    {
        var made = outer is null ? UrlText.TryRead(value.Trim(), out var absolute) ? absolute : null
            : UrlText.TryJoin(outer, value.Trim(), out var joined) ? joined : null;
        return made is { Scheme: "http" or "https" } ? made : outer;
    }

    /// <summary>An absolute form of a link; the link itself where it cannot be made absolute or already is.</summary>
    public static string Absolute(Uri? relativeTo, string link)
    {
        link = link.Trim();
        return link.Length == 0 || relativeTo is null || SchemeOf().IsMatch(link) || !UrlText.TryJoin(relativeTo, link, out var made) ? link : made.OriginalString is { } text && Uri.IsWellFormedUriString(text, UriKind.Absolute) ? made.AbsoluteUri : made.ToString();
    }

    /// <summary>Makes the links in HTML absolute, tag by tag, without parsing it.</summary>
    public static string AbsoluteLinks(Uri? relativeTo, string html) => relativeTo is null
        ? html
        : LinkAttribute().Replace(html, match =>
        {
            var quote = match.Groups[2].Value[0];
            var value = WebUtility.HtmlDecode(match.Groups[2].Value[1..^1]);
            var escaped = Absolute(relativeTo, value).Replace("&", "&amp;", StringComparison.Ordinal).Replace(quote.ToString(), quote == '"' ? "&quot;" : "&#39;", StringComparison.Ordinal);
            return $"{match.Groups[1].Value}{quote}{escaped}{quote}";
        });

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*:", RegexOptions.NonBacktracking)]
    private static partial Regex SchemeOf();

    [GeneratedRegex("(\\s(?:href|src|cite|action|longdesc|poster)\\s*=\\s*)(\"[^\"<>]*\"|'[^'<>]*')", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex LinkAttribute();
}
