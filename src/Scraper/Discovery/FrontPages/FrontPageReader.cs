using System.Text.RegularExpressions;
using Scraper.Core.Blocks;
using Scraper.Core.Decoding;
using Scraper.Core.Sites;
using Scraper.Discovery.Feeds;
using Scraper.Fetching;

namespace Scraper.Discovery.FrontPages;

/// <summary>Reads the links of a page, by a selector or all of the same host, and the feeds it announces.</summary>
internal static partial class FrontPageReader
{
    private const int MaxLinks = 5_000;

    private static readonly HashSet<string> FeedTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json+feed",
    };

    /// <summary>Reads a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="links">CSS or XPath selector of the links, or of elements that hold them; <see langword="null"/> for all of the same host.</param>
    /// <param name="cancellationToken">Ends the parse.</param>
    public static SourceReading Read(RawPage page, string? links, CancellationToken cancellationToken)
    {
        var tree = HtmlTree.Parse(PageDecoder.Decode(page.Body, page.Charset).Text, HtmlLimits.Default, cancellationToken);
        var documentBase = tree.BaseAddress(page.FinalUrl)!;
        var (anchors, error) = links is null ? (Anchors(tree.Root), null) : Selected(tree, links);
        var found = anchors.Where(a => a.Attribute("href") is { Length: > 0 } href && href[0] != '#')
            .Select(a => new FoundLink(FeedUrl.Absolute(documentBase, a.Attribute("href")!), Title(a), null))
            .Where(link => links is not null || IsSameSite(link.Url, page.FinalUrl))
            .Take(MaxLinks)
            .ToList();
        return new SourceReading(found, Feeds(tree, documentBase), error ?? (found.Count == 0 ? "no links found" : null));
    }

    private static (IEnumerable<HtmlElement> Anchors, string? Error) Selected(HtmlTree tree, string expression)
    {
        var isXPath = expression.TrimStart() is ['/' or '(', ..] or ['.', '/', ..];
        var result = new SelectorPage(tree).Select(new Selector(expression, 0) { IsXPath = isXPath });
        var anchors = result.Hits.Select(hit => hit.Element).OfType<HtmlElement>()
            .SelectMany(element => element.Name == "a" ? [element] : Anchors(element)).Distinct();
        return (anchors, result.Problem ?? (result.Hits.Count == 0 ? $"the links selector '{expression}' matches nothing" : null));
    }

    private static IEnumerable<HtmlElement> Anchors(HtmlElement root) => root.Descendants().Where(element => element.Name == "a");

    private static List<Uri> Feeds(HtmlTree tree, Uri documentBase) =>
        [.. tree.Root.Descendants()
            .Where(e => e.Name == "link" && e.Attribute("type") is { } type && FeedTypes.Contains(type.Trim())
                && e.Attribute("rel")?.Contains("alternate", StringComparison.OrdinalIgnoreCase) == true)
            .Select(e => Uri.TryCreate(documentBase, e.Attribute("href"), out var url) ? url : null).OfType<Uri>().Distinct().Take(50)];

    private static bool IsSameSite(string link, Uri page) =>
        Uri.TryCreate(link, UriKind.Absolute, out var url) && HostOf(url) == HostOf(page);

    private static string HostOf(Uri url) => url.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.IdnHost[4..] : url.IdnHost;

    private static string? Title(HtmlElement anchor)
    {
        var text = Blanks().Replace(anchor.TextContent(), " ").Trim();
        text = text.Length > 0 ? text : anchor.Attribute("title")?.Trim() ?? string.Empty;
        return text.Length is > 0 and <= 500 ? text : null;
    }

    [GeneratedRegex("\\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
