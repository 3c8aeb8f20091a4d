using System.Globalization;
using System.Xml.XPath;

namespace Scraper.Core.Sites;

/// <summary>A compiled XPath 1.0 expression.</summary>
internal sealed class XPathQuery : SelectorQuery
{
    private readonly XPathExpression _expression;

    /// <exception cref="FormatException">It is not XPath 1.0.</exception>
    public XPathQuery(string expression)
    {
        try
        {
            _expression = XPathExpression.Compile(expression);
        }
        catch (XPathException e)
        {
            throw new FormatException("not XPath 1.0: " + e.Message);
        }
        catch (ArgumentException e)
        {
            throw new FormatException("not XPath 1.0: " + e.Message);
        }
    }

    public override IReadOnlyList<SelectorHit> Run(SelectorPage page, SelectorBudget budget)
    {
        try
        {
            return new HtmlTreeNavigator(page.Index, budget).Evaluate(_expression) switch
            {
                XPathNodeIterator nodes => [.. Hits(page.Index, nodes)],
                string { Length: > 0 } text => [new SelectorHit(null, text)],
                double number when !double.IsNaN(number) => [new SelectorHit(null, number.ToString(CultureInfo.InvariantCulture))],
                bool truth => truth ? [new SelectorHit(null, "true")] : [],
                _ => [],
            };
        }
        catch (XPathException e)
        {
            throw new FormatException("not XPath 1.0: " + e.Message);
        }
    }

    private static IEnumerable<SelectorHit> Hits(PageIndex index, XPathNodeIterator nodes)
    {
        foreach (HtmlTreeNavigator node in nodes)
        {
            switch (node.NodeType)
            {
                case XPathNodeType.Element:
                    yield return new SelectorHit(index.Element(node.Id));
                    break;
                case XPathNodeType.Text:
                    yield return new SelectorHit(index[node.Id].Parent, node.Value, IsTextNode: true);
                    break;
                case XPathNodeType.Attribute:
                    yield return new SelectorHit(index.Element(node.Id), node.Value);
                    break;
            }
        }
    }
}
