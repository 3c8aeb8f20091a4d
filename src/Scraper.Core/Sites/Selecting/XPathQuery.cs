using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.XPath;
using Scraper.Core.Blocks;

namespace Scraper.Core.Sites;

/// <summary>A compiled XPath 1.0 expression.</summary>
internal sealed partial class XPathQuery : SelectorQuery
{
    // An unknown function or a prefix shows only when an expression runs.
    private static readonly PageIndex Nothing = new(HtmlTree.Parse(string.Empty, HtmlLimits.Default, CancellationToken.None));

    private readonly string _written;
    private XPathExpression? _expression;
    private readonly PlainXPath? _plain;
    private readonly StartedXPath? _started;

    // Only in tables does the standard's tree differ from the markup in a way that rules are written against; a table
    // itself stands in both, its rows and what is looked for in it may not.
    private readonly bool _readsTables;

    /// <exception cref="FormatException">It is not XPath 1.0.</exception>
    public XPathQuery(string expression)
    {
        _written = expression;
        _plain = PlainXPath.Of(expression);
        _readsTables = TableStep().IsMatch(expression);
        if (_plain is not null)
        {
            return;
        }

        try
        {
            _started = IsValue ? null : StartedXPath.Of(expression);
            _ = Evaluate(Nothing, SelectorBudget.For(Nothing));
        }
        catch (Exception e) when (e is XPathException or ArgumentException)
        {
            throw new FormatException("not XPath 1.0: " + e.Message);
        }
    }

    /// <summary>Whether it gives a string, a number or a truth rather than nodes.</summary>
    public bool IsValue => _plain is null && Expression.ReturnType != XPathResultType.NodeSet;

    // The engine takes half an empty program's time to start, and a plain expression mostly does without it.
    private XPathExpression Expression => _expression ??= XPathExpression.Compile(_written);

    public override IReadOnlyList<SelectorHit> Run(SelectorPage page, SelectorBudget budget)
    {
        var hits = _plain?.Run(page.Index, budget) ?? (_started is null ? Evaluate(page.Index, budget) : [.. Hits(page.Index, _started.Run(page.Index, budget))]);
        return hits.Count == 0 && _readsTables && !IsValue && page.HasTables ? [.. page.AsWritten.Find(Expression, page)] : hits;
    }

    [GeneratedRegex(@"/t(r|d|h)\b|/table\b[^|]*/", RegexOptions.CultureInvariant)]
    private static partial Regex TableStep();

    private List<SelectorHit> Evaluate(PageIndex page, SelectorBudget budget) => new HtmlTreeNavigator(page, budget).Evaluate(Expression) switch
    {
        XPathNodeIterator nodes => [.. Hits(page, nodes.OfType<HtmlTreeNavigator>())],
        string { Length: > 0 } text => [new SelectorHit(null, text)],
        double number when !double.IsNaN(number) => [new SelectorHit(null, number.ToString(CultureInfo.InvariantCulture))],
        true => [new SelectorHit(null, "true")],
        _ => [],
    };

    private static IEnumerable<SelectorHit> Hits(PageIndex index, IEnumerable<HtmlTreeNavigator> nodes)
    {
        foreach (var node in nodes)
        {
            switch (node.NodeType)
            {
                case XPathNodeType.Element:
                    yield return new SelectorHit(index.Element(node.Id));
                    break;
                case XPathNodeType.Text:
                    yield return new SelectorHit(index.Element(index.Parent(node.Id)), node.Value, IsTextNode: true);
                    break;
                case XPathNodeType.Attribute:
                    yield return new SelectorHit(index.Element(node.Id), node.Value);
                    break;
            }
        }
    }
}
