using System.Text.RegularExpressions;
using Scraper.Core;
using Scraper.Core.Sites;

namespace Scraper.Discovery;

/// <summary>The one form of a URL that identifies an article. README.md in the folder above lists the steps.</summary>
public static partial class CanonicalUrl
{
    /// <summary>
    /// A form that can be fetched: unwrapped from AMP caches, without fragment, tracking parameters, default port and the
    /// trailing dot of the host, percent-encodings in one form. Applying it twice changes nothing. What cannot be put so, as a host
    /// that IDNA refuses in some forms, stays as it is: no URL is an error here.
    /// </summary>
    /// <param name="url">An absolute http or https URL.</param>
    public static Uri Of(Uri url)
    {
        url = Unwrapped(url);
        var host = UrlHost.Of(url);
        var authority = url.HostNameType == UriHostNameType.IPv6 ? $"[{host}]" : host;
        var port = url.IsDefaultPort ? string.Empty : $":{url.Port}";
        var fragment = url.Fragment.StartsWith("#!", StringComparison.Ordinal) ? url.Fragment : string.Empty;
        return UrlText.TryRead($"{url.Scheme}://{authority}{port}{Encoded(url.AbsolutePath)}{Query(url.Query)}{fragment}", out var canonical) ? canonical : url;
    }

    /// <summary>
    /// What two URLs of one article have in common. Not fetchable: besides <see cref="Of"/> it drops the scheme, <c>www.</c> and
    /// <c>amp.</c>, a trailing slash, AMP path endings and index pages, and sorts the query.
    /// </summary>
    /// <param name="url">An absolute http or https URL.</param>
    public static string Key(Uri url)
    {
        url = Of(url);
        var host = HostPrefix().Replace(url.Authority, string.Empty);
        var path = AmpEnding().Replace(url.AbsolutePath, "$1");
        path = IndexPage().Replace(path, "/").TrimEnd('/');
        var query = string.Join('&', url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        return $"{host}{path}{(query.Length > 0 ? "?" : string.Empty)}{query}{url.Fragment}";
    }

    // https://www.google.com/amp/s/host/path and https://host-with-dashes.cdn.ampproject.org/c/s/host/path
    private static Uri Unwrapped(Uri url)
    {
        var host = UrlHost.Of(url);
        var wrapped = host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal) ? CachePath().Match(url.AbsolutePath)
            : ViewerHost().IsMatch(host) ? ViewerPath().Match(url.AbsolutePath)
            : Match.Empty;
        return wrapped.Success && UrlText.TryRead($"http{(wrapped.Groups[1].Length > 0 ? "s" : string.Empty)}://{wrapped.Groups[2].Value}{url.Query}", out var inner) ? inner : url;
    }

    private static string Query(string query)
    {
        if (query.Length <= 1)
        {
            return string.Empty;
        }

        var kept = query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !TrackingParameters.Contains(Uri.UnescapeDataString(pair.Split('=', 2)[0])));
        return string.Join('&', kept.Select(Encoded)) is { Length: > 0 } text ? "?" + text : string.Empty;
    }

    // Percent-encodings in upper case, those of unreserved characters undone (RFC 3986, 6.2.2).
    private static string Encoded(string text) => PercentEncoding().Replace(text, match =>
    {
        var octet = (char)Convert.ToByte(match.Value[1..], 16);
        return char.IsAsciiLetterOrDigit(octet) || octet is '-' or '.' or '_' or '~' ? octet.ToString() : match.Value.ToUpperInvariant();
    });

    [GeneratedRegex("^(?:www|amp|m)\\.", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex HostPrefix();

    [GeneratedRegex("^/[a-z]/(s/)?(.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex CachePath();

    // Google's own domains; www.google.evil.test is another's.
    [GeneratedRegex("^www\\.google\\.(?:com|[a-z]{2}|com?\\.[a-z]{2})$", RegexOptions.NonBacktracking)]
    private static partial Regex ViewerHost();

    [GeneratedRegex("^/amp/(s/)?(.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex ViewerPath();

    [GeneratedRegex("(?:/amp/?|[./]amp(\\.html?))$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex AmpEnding();

    [GeneratedRegex("/(?:index|default)\\.(?:html?|php|aspx?)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex IndexPage();

    [GeneratedRegex("%[0-9A-Fa-f]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex PercentEncoding();
}
