using System.Text;
using System.Text.RegularExpressions;

namespace Scraper.Fetching.Browser;

/// <summary>Tells a page whose text only comes with its scripts.</summary>
internal static partial class ScriptShell
{
    // Characters of visible text that a page with an article has at the very least.
    private const int LeastText = 400;
    private const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>Whether an HTML page has scripts and next to no text of its own.</summary>
    /// <param name="page">The page; its markup is US-ASCII in every encoding of the web but UTF-16.</param>
    public static bool Looks(RawPage page)
    {
        if (page.ContentType is not (null or "text/html" or "application/xhtml+xml"))
        {
            return false;
        }

        var html = Encoding.Latin1.GetString(page.Body.Span[..Math.Min(page.Body.Length, MaxBytes)]);
        return html.Contains("<script", StringComparison.OrdinalIgnoreCase) && VisibleText(html) < LeastText;
    }

    private static int VisibleText(string html) => Markup().Replace(html, string.Empty).Count(c => !char.IsWhiteSpace(c));

    [GeneratedRegex("<(?:script|style|noscript|template|svg|head)\\b[\\s\\S]*?</(?:script|style|noscript|template|svg|head)\\s*>|<!--[\\s\\S]*?-->|<[^>]*>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
