using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;

namespace Scraper.Core.Sites;

/// <summary>A compiled CSS selector.</summary>
internal sealed class CssQuery : SelectorQuery
{
    // AngleSharp's parsing takes time with the square of the depth.
    private const int DeepestFullTree = 200;

    private readonly ISelector _selector;
    private readonly CssTest? _test;

    /// <exception cref="FormatException">It is not CSS.</exception>
    public CssQuery(string expression)
    {
        _selector = new CssSelectorParser().ParseSelector(expression)
            ?? throw new FormatException("not a CSS selector (an XPath starts with / or stands under the key xpath)");

        // A trailing "i" or "s" in an attribute test is known to AngleSharp but not told to visitors.
        _test = expression.Contains(" i]", StringComparison.OrdinalIgnoreCase) ? null : CssTestBuilder.Build(_selector);
    }

    /// <summary>Whether AngleSharp's own, heavier tree is needed to answer it.</summary>
    public bool NeedsFullTree => _test is null;

    public override IReadOnlyList<SelectorHit> Run(SelectorPage page, SelectorBudget budget) => _test is null ? RunFull(page, budget) : RunLight(page.Index, _test, budget);

    private static List<SelectorHit> RunLight(PageIndex index, CssTest test, SelectorBudget budget)
    {
        var hits = new List<SelectorHit>();
        foreach (var id in index.Elements)
        {
            budget.Spend();
            if (test(index, id, budget))
            {
                hits.Add(new SelectorHit(index.Element(id)));
            }
        }

        return hits;
    }

    // AngleSharp's matching cannot be stopped, so the work is bounded by what one element may cost at worst.
    private List<SelectorHit> RunFull(SelectorPage page, SelectorBudget budget)
    {
        if (page.Index.Depth > DeepestFullTree)
        {
            throw new SelectorRanAwayException();
        }

        var hits = new List<SelectorHit>();
        foreach (var element in page.FullTree.All)
        {
            budget.Spend(1 + element.ChildElementCount);
            if (_selector.Match(element, page.FullTree.DocumentElement)
                && element.SourceReference is { } place
                && page.ElementAt(place.Position.Index) is { } twin)
            {
                hits.Add(new SelectorHit(twin));
            }
        }

        return hits;
    }
}
