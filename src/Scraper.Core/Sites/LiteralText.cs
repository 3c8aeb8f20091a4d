namespace Scraper.Core.Sites;

/// <summary>Elements whose content is text up to their own end tag, so that one left open takes the rest of the page (HTML Living Standard 13.2.6.2).</summary>
internal static class LiteralText
{
    private static readonly string[] Elements = ["noscript", "script", "style", "iframe", "textarea", "title", "xmp", "noembed", "noframes"];

    /// <summary>The element that a rewrite leaves open at the page's end and that was not open before it.</summary>
    /// <param name="rewrite">The rewrite; only an element that it names can be.</param>
    /// <param name="before">The page before it.</param>
    /// <param name="after">The page after it.</param>
    public static string? LeftOpenBy(SiteRewrite rewrite, PiecedText before, PiecedText after)
    {
        foreach (var element in Elements)
        {
            if ((Names(rewrite.Find, element) || Names(rewrite.Replace, element)) && IsLeftOpen(after, element) && !IsLeftOpen(before, element))
            {
                return element;
            }
        }

        return null;
    }

    // Case counts, as it does in the replacing itself.
    private static bool Names(string part, string element) => part.Contains(element, StringComparison.Ordinal);

    private static bool IsLeftOpen(PiecedText html, string element) =>
        html.Find('<' + element) is [.., var opened] && (html.Find("</" + element) is not [.., var closed] || opened > closed);
}
