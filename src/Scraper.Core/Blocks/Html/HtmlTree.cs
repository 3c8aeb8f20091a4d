using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Blocks;

/// <summary>
/// A page parsed by the HTML standard's algorithm (<see cref="TreeBuilder"/>) into a tree light enough to be the only one
/// the labellers need: no styles, no events, no comments, texts and attributes are slices of the page.
/// </summary>
public sealed class HtmlTree
{
    private HtmlTree(string source, HtmlElement root, AttributeValues values, bool isTruncated)
    {
        Values = values;
        Source = source;
        Root = root;
        IsTruncated = isTruncated;
    }

    /// <summary>The text that was parsed; <see cref="HtmlElement.SourceOffset"/> counts in it.</summary>
    public string Source { get; }

    /// <summary>The document node; the <c>html</c> element is its child.</summary>
    public HtmlElement Root { get; }

    /// <summary>Whether a limit ended the reading before the end of the page.</summary>
    public bool IsTruncated { get; }

    /// <summary>How many elements it has.</summary>
    internal int Elements { get; private init; }

    /// <summary>The first <c>base</c> with an address, or <see langword="null"/>.</summary>
    internal HtmlElement? Base { get; private init; }

    /// <summary>The values by which its elements are called.</summary>
    internal AttributeValues Values { get; }

    /// <summary>The <c>lang</c> attribute of the <c>html</c> element, or <see langword="null"/>.</summary>
    public string? Language => Root.ChildSpan is [HtmlElement html, ..] ? html.Attribute("lang") : null;

    /// <summary>What relative addresses of the page are relative to: its first <c>base</c> with an address, where that is on the web, else its own address (HTML, 4.2.3).</summary>
    /// <param name="page">The page's own address, or <see langword="null"/>.</param>
    public Uri? BaseAddress(Uri? page)
    {
        var href = Base?.Attribute("href")?.Trim();
        return (page is { IsAbsoluteUri: true } ? UrlText.TryJoin(page, href, out var found) : UrlText.TryRead(href, out found)) && found.Scheme is "http" or "https" ? found : page;
    }

    /// <summary>Parses a page. Any text gives a tree; past a limit the rest of the page is left unread.</summary>
    /// <param name="html">The whole page, decoded.</param>
    /// <param name="limits">How much of it to read.</param>
    /// <param name="cancellationToken">Checked every few tags and texts.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static HtmlTree Parse(string html, HtmlLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(limits);
        return Parse(html, limits, new AttributeValues(), cancellationToken);
    }

    /// <summary>Parses markup that was found inside a page; its elements have no offset in the page.</summary>
    /// <param name="html">The markup.</param>
    /// <param name="values">The values of the page it stands in: those of the part are numbered after them.</param>
    /// <param name="cancellationToken">Checked every few tags and texts.</param>
    internal static HtmlTree ParsePart(string html, AttributeValues values, CancellationToken cancellationToken)
    {
        var tree = Parse(html, HtmlLimits.Default, values.Fork(), cancellationToken);
        foreach (var element in tree.Root.Descendants())
        {
            element.SourceOffset = -1;
        }

        return tree;
    }

    private static HtmlTree Parse(string html, HtmlLimits limits, AttributeValues values, CancellationToken cancellationToken)
    {
        var isTruncated = html.Length > limits.Length;
        html = isTruncated ? html[..limits.Length] : html;
        using var builder = new TreeBuilder(html, limits, values);
        var root = builder.Build(cancellationToken);
        return new HtmlTree(html, root, values, isTruncated || builder.IsTruncated) { Elements = builder.Elements, Base = builder.Base };
    }
}
