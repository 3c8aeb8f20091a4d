using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Scraper.Core.Blocks;
using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Sites;

/// <summary>A page made ready for selectors. What several selectors need is made once. For one thread.</summary>
public sealed partial class SelectorPage
{
    private readonly HtmlTree _tree;
    private readonly Lazy<PageIndex> _index;
    private readonly Lazy<IDocument> _fullTree;
    private readonly Lazy<AsWrittenTree> _asWritten;
    private readonly Lazy<bool> _hasTables;
    private readonly Lazy<Dictionary<int, HtmlElement>> _byOffset;
    private readonly Lazy<IReadOnlyList<string>> _generators;

    /// <summary>Prepares a page; nothing is done before the first selector runs.</summary>
    /// <param name="tree">The parsed page.</param>
    public SelectorPage(HtmlTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        _tree = tree;
        _index = new(() => new PageIndex(_tree));
        _fullTree = new(() => FullTreeReader.Read(_tree));
        _asWritten = new(() => new AsWrittenTree(_tree.Source));
        _hasTables = new(() => TableTag().IsMatch(_tree.Source));
        _byOffset = new(() => _tree.Root.Descendants().Where(e => e.SourceOffset >= 0).GroupBy(e => e.SourceOffset).ToDictionary(g => g.Key, g => g.First()));
        _generators = new(() => [.. _tree.Root.Descendants().Where(IsGenerator).Select(e => ElementText.Fold(e.Attribute("content") ?? string.Empty))]);
    }

    /// <summary>What links of the page are relative to.</summary>
    /// <param name="url">Its address.</param>
    internal Uri BaseAddress(Uri url) => _tree.BaseAddress(url)!;

    /// <summary>The page as text.</summary>
    internal string Source => _tree.Source;

    /// <summary>The page's nodes by number.</summary>
    internal PageIndex Index => _index.Value;

    /// <summary>What the page says that it was made with: its <c>meta name="generator"</c>.</summary>
    internal IReadOnlyList<string> Generators => _generators.Value;

    /// <summary>Whether the markup has any part of a table.</summary>
    internal bool HasTables => _hasTables.Value;

    /// <summary>AngleSharp's own tree of the same page, for the few selectors the light tree cannot answer.</summary>
    internal IDocument FullTree => _fullTree.Value;

    /// <summary>HtmlAgilityPack's tree of the same page, for expressions that follow the markup rather than the standard.</summary>
    internal AsWrittenTree AsWritten => _asWritten.Value;

    /// <summary>Runs a selector.</summary>
    /// <param name="selector">The selector.</param>
    /// <returns>What it found in document order, and what went wrong if anything did.</returns>
    public SelectorResult Select(Selector selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        try
        {
            if (!_index.IsValueCreated && !selector.Query.MayHit(_tree.Values))
            {
                return new SelectorResult([], null);
            }

            return new SelectorResult(selector.Query.Run(this, SelectorBudget.For(Index)), null);
        }
        catch (Exception e) when (e is SelectorRanAwayException or FormatException or System.Xml.XPath.XPathException)
        {
            return new SelectorResult([], e.Message);
        }
    }

    /// <summary>The element whose start tag begins at an offset of the source.</summary>
    internal HtmlElement? ElementAt(int offset) => _byOffset.Value.GetValueOrDefault(offset);

    private static bool IsGenerator(HtmlElement element) =>
        element.Tag.Id == TagId.Meta && element.Attributes.Find(AttributeKind.Name) is { } name && name.Span.Equals("generator", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"<t(able|r|d|h)[\s/>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TableTag();
}
