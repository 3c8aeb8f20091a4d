using System.Text.RegularExpressions;

namespace Scraper.Core.Sites;

/// <summary>Looks for a family's fingerprint on a page.</summary>
internal static class SiteFingerprints
{
    private static readonly Selector Generator = Selector.Of("meta[name=generator], meta[name=Generator]");

    /// <summary>Whether a page shows every part of a fingerprint.</summary>
    public static bool Shows(SelectorPage page, SiteFingerprint fingerprint) =>
        (fingerprint.Source is not { } source || page.Source.Contains(source, StringComparison.Ordinal))
        && (fingerprint.Selector is not { } selector || page.Select(selector).Hits.Count > 0)
        && (fingerprint.Generator is not { } generator || page.Select(Generator).Hits.Any(h => Matches(generator, h.Value("content"))));

    // A fingerprint that runs out of time is not there; lint names such patterns.
    private static bool Matches(SitePattern pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
