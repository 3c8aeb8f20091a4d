namespace Scraper.Core.Sites;

/// <summary>All selectors of a rule.</summary>
internal static class SiteSelectors
{
    public static IEnumerable<Selector> Of(SiteRule rule) => rule.Layouts.SelectMany(Of);

    public static IEnumerable<Selector> Of(SiteLayout layout) =>
    [
        .. layout.Select.Values.SelectMany(s => s),
        .. layout.Strip.Select(s => s.Selector),
        .. layout.CutBefore.Concat(layout.CutAfter).Select(m => m.Selector).OfType<Selector>(),
        .. layout.Keep,
        .. layout.Unwrap,
        .. layout.Reject,
        .. layout.NextPage,
        .. layout.SinglePage,
    ];
}
