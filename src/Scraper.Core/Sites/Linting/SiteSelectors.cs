namespace Scraper.Core.Sites;

/// <summary>All selectors of a rule.</summary>
internal static class SiteSelectors
{
    /// <summary>An empty page: an expression that cannot run (an unknown function) shows it there.</summary>
    private static readonly Blocks.HtmlTree Nothing = Blocks.HtmlTree.Parse("<p class=a id=b>c</p>", Blocks.HtmlLimits.Default, CancellationToken.None);

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

    /// <summary>Why a selector that compiles cannot run, or <see langword="null"/>.</summary>
    public static string? Problem(this Selector selector) => new SelectorPage(Nothing).Select(selector).Problem;
}
