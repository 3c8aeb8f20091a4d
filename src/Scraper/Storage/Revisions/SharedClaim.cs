using Scraper.Core.Articles;
using Scraper.Core.Fingerprints;
using Scraper.Discovery;

namespace Scraper.Storage.Revisions;

/// <summary>Whether two pages that claim one address are one article: sites that name one address on all pages have reports that are alike from day to day.</summary>
internal static class SharedClaim
{
    /// <summary>Share of the smaller text in common from which two texts are one, whatever the addresses.</summary>
    private const double NearlyAll = 0.9;

    /// <summary>Share of the smaller text that both must have in common to be one article; <see langword="null"/> where they are two whatever they share.</summary>
    /// <param name="stored">The article under the claimed address.</param>
    /// <param name="page">What another address gave.</param>
    /// <param name="url">That address.</param>
    public static double? NeededOf(Article stored, Article page, string url)
    {
        var (own, claimed) = (new Uri(url), new Uri(page.Url));
        return (IsOneTelling(stored, page), CanonicalUrl.Key(own) == CanonicalUrl.Key(claimed), own.AbsolutePath == claimed.AbsolutePath) switch
        {
            (true, true, _) or (true, _, true) => 0,
            (false, true, _) => Regression.MinShareKept,
            (true, false, false) => UrlSpecificity.Of(own).EndsLike(UrlSpecificity.Of(claimed)) ? StoryRule.MinShareWithin : NearlyAll,
            _ => null,
        };
    }

    /// <summary>Whether both have one title and no two days of publication.</summary>
    public static bool IsOneTelling(Article stored, Article page) =>
        stored.Title == page.Title && (stored.PublishedAt is null || page.PublishedAt is null || stored.PublishedAt.Value.Date == page.PublishedAt.Value.Date);
}
