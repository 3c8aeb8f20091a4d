using AngleSharp.Css;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;

namespace Scraper.Core.Sites;

/// <summary>
/// Turns a CSS selector that AngleSharp has parsed into a plan for the light tree, so that most selectors cost a walk
/// and no second parse. What it does not know (<c>:lang()</c>, case-insensitive attributes …) is left to AngleSharp.
/// </summary>
internal sealed class CssTestBuilder : ISelectorVisitor
{
    private CssTest? _test;
    private IReadOnlyList<string>? _words;

    /// <summary>The plan, or <see langword="null"/> where the selector holds something this does not know.</summary>
    public static CssPlan? Build(ISelector selector)
    {
        var builder = new CssTestBuilder();
        selector.Accept(builder);
        return builder._test is { } test ? new CssPlan(test, builder._words) : null;
    }

    public void Type(string name) => Take(CssPlans.Type(name));

    public void Id(string value) => Take(CssPlans.Id(value));

    public void Class(string name) => Take(CssPlans.Class(name));

    public void Attribute(string name, string op, string? value) => Take(CssPlans.Attribute(name, op, value));

    public void Child(string name, int step, int offset, ISelector selector)
    {
        if (Build(selector) is not { } counted || name is not ("nth-child" or "nth-last-child" or "nth-of-type" or "nth-last-of-type"))
        {
            _test = null;
            return;
        }

        var fromEnd = name.Contains("last", StringComparison.Ordinal);
        var sameType = name.EndsWith("type", StringComparison.Ordinal);
        var test = counted.Test;
        _test = (page, id, budget) => test(page, id, budget) && Fits(Position(page, id, fromEnd, sameType, test, budget), step, offset);
    }

    public void PseudoClass(string name) => _test = name switch
    {
        "first-child" => (page, id, budget) => CssPlans.Sibling(page, id, page.Previous, null, budget) == PageIndex.None,
        "last-child" => (page, id, budget) => CssPlans.Sibling(page, id, page.Next, null, budget) == PageIndex.None,
        "only-child" => (page, id, budget) => CssPlans.Sibling(page, id, page.Previous, null, budget) == PageIndex.None && CssPlans.Sibling(page, id, page.Next, null, budget) == PageIndex.None,
        "first-of-type" => (page, id, budget) => CssPlans.Sibling(page, id, page.Previous, page.Element(id)!.Name, budget) == PageIndex.None,
        "last-of-type" => (page, id, budget) => CssPlans.Sibling(page, id, page.Next, page.Element(id)!.Name, budget) == PageIndex.None,
        "empty" => (page, id, _) => page.FirstChild(id) == PageIndex.None,
        "root" => (page, id, _) => page.Parent(id) == 0,
        _ when Inner(name, "not") is { } inner => (page, id, budget) => !inner(page, id, budget),
        _ when (Inner(name, "is") ?? Inner(name, "where")) is { } inner => inner,
        _ when Inner(name, "has") is { } inner => (page, id, budget) => Has(page, id, inner, budget),
        _ => null,
    };

    public void PseudoElement(string name) => _test = null;

    public void List(IEnumerable<ISelector> selectors) => Take(All(selectors) is { } plans ? CssPlans.AnyOf(plans) : null);

    public void Many(IEnumerable<ISelector> selectors) => Take(All(selectors) is { } plans ? CssPlans.AllOf(plans) : null);

    public void Combinator(IEnumerable<ISelector> selectors, IEnumerable<string> symbols) =>
        Take(All(selectors) is { } plans ? CssPlans.Path(plans, [.. symbols]) : null);

    private void Take(CssPlan? plan) => (_test, _words) = (plan?.Test, plan?.Words);

    private static CssPlan[]? All(IEnumerable<ISelector> selectors)
    {
        var plans = selectors.Select(Build).ToList();
        return plans.Contains(null) ? null : [.. plans.OfType<CssPlan>()];
    }

    // A selector inside a pseudo-class comes as text; one that starts with a combinator (:scope) is not known here.
    private static CssTest? Inner(string pseudoClass, string function) =>
        pseudoClass.StartsWith(function + "(", StringComparison.Ordinal)
        && pseudoClass[(function.Length + 1)..^1] is var inner
        && !inner.Contains(":scope", StringComparison.Ordinal)
        && !(function == "has" && inner.AsSpan().ContainsAny(" >+~"))
        && new CssSelectorParser().ParseSelector(inner) is { } selector
            ? Build(selector)?.Test
            : null;

    private static bool Has(PageIndex page, int id, CssTest inner, SelectorBudget budget)
    {
        for (var i = id + 1; i < page.End(id); i++)
        {
            budget.Spend();
            if (page.Element(i) is not null && inner(page, i, budget))
            {
                return true;
            }
        }

        return false;
    }

    private static int Position(PageIndex page, int id, bool fromEnd, bool sameType, CssTest counted, SelectorBudget budget)
    {
        var position = 1;
        var name = sameType ? page.Element(id)!.Name : null;
        Func<int, int> step = fromEnd ? page.Next : page.Previous;
        for (var i = CssPlans.Sibling(page, id, step, name, budget); i != PageIndex.None; i = CssPlans.Sibling(page, i, step, name, budget))
        {
            position += counted(page, i, budget) ? 1 : 0;
        }

        return position;
    }

    private static bool Fits(int position, int step, int offset) =>
        step == 0 ? position == offset : (position - offset) % step == 0 && (position - offset) / step >= 0;
}
