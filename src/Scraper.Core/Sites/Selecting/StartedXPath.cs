using System.Xml.XPath;

namespace Scraper.Core.Sites;

/// <summary>
/// XPaths whose paths start with a plain step: <c>//div[@class='x']/p[2] | //ul[@id='y'][.//a]</c>. The plain steps are
/// answered as <see cref="PlainXPath"/> does, and the engine is only asked from the elements that they find, mostly none.
/// </summary>
internal sealed class StartedXPath
{
    private readonly (PlainXPathStep Start, XPathExpression? Further)[] _paths;

    private StartedXPath((PlainXPathStep, XPathExpression?)[] paths) => _paths = paths;

    /// <summary>The expression in this form; <see langword="null"/> where it is not of it.</summary>
    public static StartedXPath? Of(string expression)
    {
        // A bar inside a bracket or quotes leaves parts that do not compile, and the whole to the engine.
        var paths = expression.Split('|').Select(p => Path(p.Trim())).ToArray();
        return paths.Contains(null) ? null : new StartedXPath([.. paths.OfType<(PlainXPathStep, XPathExpression?)>()]);
    }

    /// <summary>The nodes it finds, in document order.</summary>
    public IEnumerable<HtmlTreeNavigator> Run(PageIndex page, SelectorBudget budget)
    {
        var found = new SortedDictionary<(int, int), HtmlTreeNavigator>();
        foreach (var (start, rest) in _paths)
        {
            foreach (var id in start.Run(page, budget))
            {
                var from = new HtmlTreeNavigator(page, budget, id);
                foreach (HtmlTreeNavigator node in rest is null ? (IEnumerable<HtmlTreeNavigator>)[from] : from.Select(rest).OfType<HtmlTreeNavigator>())
                {
                    found.TryAdd(node.Place, (HtmlTreeNavigator)node.Clone());
                }
            }
        }

        return found.Values;
    }

    private static (PlainXPathStep Start, XPathExpression? Further)? Path(string path)
    {
        var (start, rest) = PlainXPathStep.StartOf(path);
        if (start is null || rest.Length == 0)
        {
            return start is null ? null : (start, null);
        }

        try
        {
            var expression = XPathExpression.Compile(rest switch
            {
                ['[', ..] => $"self::*{rest}",
                ['/', '/', ..] => $".{rest}",
                _ => rest[1..],
            });
            return expression.ReturnType == XPathResultType.NodeSet ? (start, expression) : null;
        }
        catch (Exception e) when (e is XPathException or ArgumentException)
        {
            return null;
        }
    }
}
