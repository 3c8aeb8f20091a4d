using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>The order in which a rule's layouts are tried on a page.</summary>
internal static class LayoutOrder
{
    /// <summary>
    /// The layout in use on the page's day first, then newer ones, then older ones; newest first where the day is not
    /// known.
    /// </summary>
    public static IEnumerable<SiteLayout> For(SiteRule rule, DateOnly? day) => day is not { } d
        ? rule.Layouts
        : rule.Layouts.Where(l => End(l) >= d).OrderBy(End).Concat(rule.Layouts.Where(l => End(l) < d).OrderByDescending(End));

    private static DateOnly End(SiteLayout layout) => layout.ValidUntil ?? DateOnly.MaxValue;
}
