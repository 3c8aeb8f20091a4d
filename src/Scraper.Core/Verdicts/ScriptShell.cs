using System.Text.RegularExpressions;

namespace Scraper.Core.Verdicts;

/// <summary>Tells a page whose text only comes with its scripts.</summary>
public static partial class ScriptShell
{
    // Characters of visible text that a page with an article has at the very least.
    private const int LeastText = 400;
    private const int MaxLength = 2 * 1024 * 1024;

    /// <summary>
    /// Whether an HTML page has scripts and next to no text of its own, and is not a check whether a person asks:
    /// a browser is for reading pages, not for getting past those.
    /// </summary>
    /// <param name="source">The page's markup; bytes read as Latin-1 will do.</param>
    public static bool Looks(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var html = source.Length > MaxLength ? source[..MaxLength] : source;
        return html.Contains("<script", StringComparison.OrdinalIgnoreCase)
            && Markup().Replace(html, string.Empty).Count(c => !char.IsWhiteSpace(c)) < LeastText
            && VerdictMarkup.Shipped.Find(PageVerdictKind.BotChallenge, html) is null;
    }

    [GeneratedRegex("<(?:script|style|noscript|template|svg|head)\\b[\\s\\S]*?</(?:script|style|noscript|template|svg|head)\\s*>|<!--[\\s\\S]*?-->|<[^>]*>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
