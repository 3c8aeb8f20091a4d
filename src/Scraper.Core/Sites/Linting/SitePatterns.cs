namespace Scraper.Core.Sites;

/// <summary>All regular expressions of a rule's layouts.</summary>
internal static class SitePatterns
{
    public static IEnumerable<SitePattern> Of(SiteRule rule) => rule.Layouts.SelectMany(Of);

    private static IEnumerable<SitePattern> Of(SiteLayout layout) =>
    [
        .. layout.Lines.Select(l => l.Pattern),
        .. layout.CutBefore.Concat(layout.CutAfter).Select(m => m.Pattern).OfType<SitePattern>(),
        .. layout.Select.Values.SelectMany(s => s).SelectMany(s => s.Filters).Select(f => f switch
        {
            TextFilter.Replace replace => replace.Find,
            TextFilter.Split split => split.At,
            _ => null,
        }).OfType<SitePattern>(),
    ];
}
