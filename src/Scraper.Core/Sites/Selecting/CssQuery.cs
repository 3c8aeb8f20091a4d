using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using Scraper.Core.Blocks;

namespace Scraper.Core.Sites;

/// <summary>A compiled CSS selector.</summary>
internal sealed class CssQuery : SelectorQuery
{
    // AngleSharp's parsing takes time with the square of the depth.
    private const int DeepestFullTree = 200;

    private readonly ISelector? _selector;
    private readonly CssPlan? _plan;

    /// <exception cref="FormatException">It is not CSS.</exception>
    public CssQuery(string expression)
    {
        if (PlainCss.Of(expression) is { } plain)
        {
            _plan = plain;
            return;
        }

        _selector = new CssSelectorParser().ParseSelector(expression)
            ?? throw new FormatException("not a CSS selector (an XPath starts with / or stands under the key xpath)");

        // A trailing "i" or "s" in an attribute test is known to AngleSharp but not told to visitors.
        _plan = expression.Contains(" i]", StringComparison.OrdinalIgnoreCase) ? null : CssTestBuilder.Build(_selector);
    }

    /// <summary>Whether AngleSharp's own, heavier tree is needed to answer it.</summary>
    public bool NeedsFullTree => _plan is null;

    public override bool MayHit(AttributeValues values) => _plan?.Words is not { } words || words.Any(values.MayHold);

    public override IReadOnlyList<SelectorHit> Run(SelectorPage page, SelectorBudget budget) => _plan is null ? RunFull(page, budget) : RunLight(page.Index, _plan, budget);

    private static List<SelectorHit> RunLight(PageIndex index, CssPlan plan, SelectorBudget budget)
    {
        var hits = new List<SelectorHit>();
        foreach (var id in plan.Words is { } words ? index.WithAnyOf(words) : index.Elements)
        {
            budget.Spend();
            if (plan.Test(index, id, budget))
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
            if (_selector!.Match(element, page.FullTree.DocumentElement)
                && element.SourceReference is { } place
                && page.ElementAt(place.Position.Index) is { } twin)
            {
                hits.Add(new SelectorHit(twin));
            }
        }

        return hits;
    }
}
