using Scraper.Core.Sites;
using Scraper.Storage;

namespace Scraper.Route;

/// <summary>A page that no host's rule claims stays with the site that found it first: two feeds would take it from each other for ever.</summary>
internal static class FirstFinder
{
    /// <summary>The rule of the site to which a page of a stored article belongs; <see langword="null"/> where there is none.</summary>
    /// <param name="known">What the store knows of the page's URL.</param>
    /// <param name="rules">The rules in force.</param>
    public static SiteRule? Of(UrlState? known, SiteRuleSet rules) =>
        known is { ArticleId: not null } && rules.ByName(known.Site) is { IsFamily: false } first ? first : null;
}
