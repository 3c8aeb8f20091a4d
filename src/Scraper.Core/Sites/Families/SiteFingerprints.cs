using System.Text.RegularExpressions;

namespace Scraper.Core.Sites;

/// <summary>Looks for a family's fingerprint on a page.</summary>
internal static class SiteFingerprints
{
    /// <summary>Whether a page shows every part of a fingerprint.</summary>
    public static bool Shows(SelectorPage page, SiteFingerprint fingerprint) =>
        (fingerprint.Generator is not { } generator || page.Generators.Any(g => Matches(generator, g)))
        && (fingerprint.Selector is not { } selector || page.Select(selector).Hits.Count > 0)
        && (fingerprint.Source is not { } source || page.Source.Contains(source, StringComparison.Ordinal));

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
