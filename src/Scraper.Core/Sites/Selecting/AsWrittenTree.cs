using System.Xml.XPath;
using HtmlAgilityPack;
using Scraper.Core.Blocks;

namespace Scraper.Core.Sites;

/// <summary>
/// The page with its elements nested as its markup writes them, read by HtmlAgilityPack: no <c>tbody</c> is implied and
/// nothing is moved out of a table. Rules written for such trees (<c>//table/tr/td</c>; most of ftr-site-config) find
/// here what the HTML standard's tree has elsewhere. A hit comes back to the light tree by its source offset.
/// </summary>
internal sealed class AsWrittenTree
{
    private readonly HtmlDocument? _document;

    /// <summary>Reads the page; one that nests too deep is left unread, since HtmlAgilityPack recurses.</summary>
    public AsWrittenTree(string source)
    {
        var document = new HtmlDocument { OptionMaxNestedChildNodes = HtmlLimits.Default.Depth };
        try
        {
            document.LoadHtml(source);
            _document = document;
        }
        catch (Exception tooDeep) when (tooDeep.GetType() == typeof(Exception))
        {
            // HtmlAgilityPack throws a bare Exception at the limit; the light tree's answer stands.
        }
    }

    /// <summary>The elements an expression finds, as elements of the light tree.</summary>
    public IEnumerable<SelectorHit> Find(XPathExpression expression, SelectorPage page)
    {
        if (_document?.CreateNavigator() is not { } navigator)
        {
            yield break;
        }

        foreach (var node in navigator.Select(expression).OfType<HtmlNodeNavigator>())
        {
            var owner = node.CurrentNode is { NodeType: not HtmlNodeType.Element } inner ? inner.ParentNode : node.CurrentNode;
            if (owner is not null && page.ElementAt(owner.StreamPosition) is { } element)
            {
                yield return node.NodeType == XPathNodeType.Element
                    ? new SelectorHit(element)
                    : new SelectorHit(element, node.Value, IsTextNode: node.NodeType == XPathNodeType.Text);
            }
        }
    }
}
