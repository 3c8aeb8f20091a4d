using System.Text.RegularExpressions;
using Scraper.Core;
using Scraper.Core.Blocks;
using Scraper.Core.Decoding;
using Scraper.Core.Sites;
using Scraper.Discovery.Feeds;
using Scraper.Fetching;

namespace Scraper.Discovery.FrontPages;

/// <summary>Reads the links of a page, by a selector or all of its site, and the feeds it announces.</summary>
internal static partial class FrontPageReader
{
    private const int MaxLinks = 5_000;

    private static readonly HashSet<string> FeedTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json+feed",
    };

    /// <summary>Reads a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="links">CSS or XPath selector of the links, or of elements that hold them; <see langword="null"/> for all of the page's host and those of the site.</param>
    /// <param name="site">The site, whose hosts are one.</param>
    /// <param name="cancellationToken">Ends the parse.</param>
    public static SourceReading Read(RawPage page, string? links, SiteRule site, CancellationToken cancellationToken)
    {
        var tree = HtmlTree.Parse(PageDecoder.Decode(page.Body, page.Charset).Text, HtmlLimits.Default, cancellationToken);
        var documentBase = tree.BaseAddress(page.FinalUrl)!;
        var (named, error) = links is null ? (Anchors(tree.Root), null) : Selected(tree, links);
        var found = named.Select(link => (Href: link.Address ?? link.Anchor!.Attribute("href"), link.Anchor)).Where(link => link.Href is { Length: > 0 } href && href[0] != '#')
            .Select(link => new FoundLink(FeedUrl.Absolute(documentBase, link.Href!), link.Anchor is null ? null : Title(link.Anchor), null))
            .Where(link => links is not null || IsSameSite(link.Url, page.FinalUrl, site))
            .Take(MaxLinks)
            .ToList();
        return new SourceReading(found, Feeds(tree, documentBase), error ?? (found.Count == 0 ? "no links found" : null));
    }

    private static (IEnumerable<(HtmlElement? Anchor, string? Address)> Links, string? Error) Selected(HtmlTree tree, string expression)
    {
        var result = new SelectorPage(tree).Select(Selector.Of(expression));

        // An attribute or a string that an XPath gives is the address itself.
        var links = result.Hits.SelectMany(hit => hit is { Element: { } element } and ({ IsElement: true } or { IsTextNode: true }) ? Anchors(element) : [(null, hit.Value())]).Distinct();
        return (links, result.Problem ?? (result.Hits.Count == 0 ? $"the links selector '{expression}' matches nothing" : null));
    }

    /// <summary>The links in an element; itself, where it is one.</summary>
    private static IEnumerable<(HtmlElement? Anchor, string? Address)> Anchors(HtmlElement element) =>
        (element.Name == "a" ? [element] : element.Descendants().Where(inner => inner.Name == "a")).Select(a => ((HtmlElement?)a, (string?)null));

    private static List<Uri> Feeds(HtmlTree tree, Uri documentBase) =>
        [.. tree.Root.Descendants()
            .Where(e => e.Name == "link" && e.Attribute("type") is { } type && FeedTypes.Contains(type.Trim())
                && e.Attribute("rel")?.Contains("alternate", StringComparison.OrdinalIgnoreCase) == true)
            .Select(e => UrlText.TryJoin(documentBase, e.Attribute("href"), out var url) ? url : null).OfType<Uri>().Distinct().Take(50)];

    private static bool IsSameSite(string link, Uri page, SiteRule site) =>
        UrlText.TryRead(link, out var url) && (HostOf(url) == HostOf(page) || site.Owns(url));

    private static string HostOf(Uri url) => UrlHost.Of(url) is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    private static string? Title(HtmlElement anchor)
    {
        var text = Blanks().Replace(anchor.TextContent(), " ").Trim();
        text = text.Length > 0 ? text : anchor.Attribute("title")?.Trim() ?? string.Empty;
        return text.Length is > 0 and <= 500 ? text : null;
    }

    [GeneratedRegex("\\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
