namespace Scraper.Core.Sites;

/// <summary>Finds the other pages of an article that a layout's links lead to.</summary>
public static class SitePaging
{
    /// <summary>The address of the article's next page, or <see langword="null"/> on its last.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="page">The page.</param>
    /// <param name="url">The page's address, against which links are resolved where it has no <c>base</c>.</param>
    public static Uri? NextPage(SiteLayout layout, SelectorPage page, Uri url)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return First(layout.NextPage, page, url);
    }

    /// <summary>The address of the whole article on one page, or <see langword="null"/> where this is it.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="page">The page.</param>
    /// <param name="url">The page's address, against which links are resolved where it has no <c>base</c>.</param>
    public static Uri? SinglePage(SiteLayout layout, SelectorPage page, Uri url)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return First(layout.SinglePage, page, url);
    }

    // A link to the page itself (or to another place on it) and one off the web lead nowhere.
    private static Uri? First(IEnumerable<Selector> selectors, SelectorPage page, Uri url) => selectors
        .SelectMany(s => page.Select(s).Hits.Select(h => Address(h, s)))
        .Select(a => UrlText.TryJoin(page.BaseAddress(url), a, out var link) && link.Scheme is "http" or "https" ? WithoutFragment(link) : null)
        .FirstOrDefault(l => l is not null && l != WithoutFragment(url));

    // Not UriBuilder, which throws on a password without a name.
    private static Uri WithoutFragment(Uri url) => new(url.GetLeftPart(UriPartial.Query));

    // An element that is no link itself stands for the first link in it.
    private static string Address(SelectorHit hit, Selector selector) => hit switch
    {
        { IsElement: false } => hit.Value(),
        _ when selector.Attribute is not null => hit.Value(selector.Attribute),
        { Element: { } element } => element.Attribute("href") ?? element.Descendants().Select(e => e.Attribute("href")).FirstOrDefault(h => h is not null) ?? string.Empty,
        _ => string.Empty,
    };
}
