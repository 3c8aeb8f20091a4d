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

    public void Type(string name)
    {
        var tag = name.ToLowerInvariant();
        _test = name == "*" ? static (_, _, _) => true : (page, id, _) => page.Element(id)!.Name == tag;
    }

    public void Id(string value)
    {
        _test = (page, id, _) => page.Element(id)!.Id == value;
        _words = Word(value);
    }

    public void Class(string name)
    {
        _test = (page, id, _) => HasToken(Find(page, id, "class"), name);
        _words = Word(name);
    }

    public void Attribute(string name, string op, string? value)
    {
        var key = name.ToLowerInvariant();
        var wanted = value ?? string.Empty;
        _test = op switch
        {
            null or "" => (page, id, _) => Find(page, id, key) is not null,
            "=" => (page, id, _) => Find(page, id, key) is { } v && v.Span.SequenceEqual(wanted),
            "!=" => (page, id, _) => Find(page, id, key) is not { } v || !v.Span.SequenceEqual(wanted),
            "~=" => (page, id, _) => HasToken(Find(page, id, key), wanted),
            "^=" => (page, id, _) => wanted.Length > 0 && Find(page, id, key) is { } v && v.Span.StartsWith(wanted, StringComparison.Ordinal),
            "$=" => (page, id, _) => wanted.Length > 0 && Find(page, id, key) is { } v && v.Span.EndsWith(wanted, StringComparison.Ordinal),
            "*=" => (page, id, _) => wanted.Length > 0 && Find(page, id, key) is { } v && v.Span.Contains(wanted, StringComparison.Ordinal),
            "|=" => (page, id, _) => Find(page, id, key) is { } v && v.Span.StartsWith(wanted, StringComparison.Ordinal) && (v.Length == wanted.Length || v.Span[wanted.Length] == '-'),
            _ => null,
        };
        _words = op is "=" or "~=" && key is "class" or "id" ? Word(wanted) : null;
    }

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
        "first-child" => (page, id, budget) => Sibling(page, id, page.Previous, null, budget) == PageIndex.None,
        "last-child" => (page, id, budget) => Sibling(page, id, page.Next, null, budget) == PageIndex.None,
        "only-child" => (page, id, budget) => Sibling(page, id, page.Previous, null, budget) == PageIndex.None && Sibling(page, id, page.Next, null, budget) == PageIndex.None,
        "first-of-type" => (page, id, budget) => Sibling(page, id, page.Previous, page.Element(id)!.Name, budget) == PageIndex.None,
        "last-of-type" => (page, id, budget) => Sibling(page, id, page.Next, page.Element(id)!.Name, budget) == PageIndex.None,
        "empty" => (page, id, _) => page.FirstChild(id) == PageIndex.None,
        "root" => (page, id, _) => page.Parent(id) == 0,
        _ when Inner(name, "not") is { } inner => (page, id, budget) => !inner(page, id, budget),
        _ when (Inner(name, "is") ?? Inner(name, "where")) is { } inner => inner,
        _ when Inner(name, "has") is { } inner => (page, id, budget) => Has(page, id, inner, budget),
        _ => null,
    };

    public void PseudoElement(string name) => _test = null;

    public void List(IEnumerable<ISelector> selectors)
    {
        if (All(selectors) is { } plans)
        {
            var tests = plans.Select(p => p.Test).ToArray();
            _test = (page, id, budget) => Array.Exists(tests, t => t(page, id, budget));
            _words = plans.All(p => p.Words is not null) ? [.. plans.SelectMany(p => p.Words!).Distinct(StringComparer.Ordinal)] : null;
        }
    }

    public void Many(IEnumerable<ISelector> selectors)
    {
        if (All(selectors) is { } plans)
        {
            var tests = plans.Select(p => p.Test).ToArray();
            _test = (page, id, budget) => Array.TrueForAll(tests, t => t(page, id, budget));
            _words = plans.Select(p => p.Words).FirstOrDefault(w => w is not null);
        }
    }

    public void Combinator(IEnumerable<ISelector> selectors, IEnumerable<string> symbols)
    {
        _test = null;
        if (All(selectors) is not { } plans)
        {
            return;
        }

        var chain = plans[0].Test;
        foreach (var (symbol, right) in symbols.Zip(plans.Skip(1).Select(p => p.Test)))
        {
            var left = chain;
            switch (symbol.Trim())
            {
                case "":
                    chain = (page, id, budget) => right(page, id, budget) && Any(page, page.Parent(id), page.Parent, left, budget);
                    break;
                case ">":
                    chain = (page, id, budget) => right(page, id, budget) && page.Parent(id) is > 0 and var parent && left(page, parent, budget);
                    break;
                case "+":
                    chain = (page, id, budget) => right(page, id, budget) && Sibling(page, id, page.Previous, null, budget) is not PageIndex.None and var before && left(page, before, budget);
                    break;
                case "~":
                    chain = (page, id, budget) => right(page, id, budget) && Any(page, page.Previous(id), page.Previous, left, budget);
                    break;
                default:
                    return;
            }
        }

        _test = chain;
        _words = plans[^1].Words;
    }

    private static string[]? Word(string value) => value.Length > 0 && !value.Any(char.IsWhiteSpace) ? [value] : null;

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

    private static bool Any(PageIndex page, int from, Func<int, int> step, CssTest test, SelectorBudget budget)
    {
        for (var i = from; i > 0; i = step(i))
        {
            budget.Spend();
            if (page.Element(i) is not null && test(page, i, budget))
            {
                return true;
            }
        }

        return false;
    }

    private static int Sibling(PageIndex page, int id, Func<int, int> step, string? name, SelectorBudget budget)
    {
        for (var i = step(id); i != PageIndex.None; i = step(i))
        {
            budget.Spend();
            if (page.Element(i) is { } element && (name is null || element.Name == name))
            {
                return i;
            }
        }

        return PageIndex.None;
    }

    private static int Position(PageIndex page, int id, bool fromEnd, bool sameType, CssTest counted, SelectorBudget budget)
    {
        var position = 1;
        var name = sameType ? page.Element(id)!.Name : null;
        Func<int, int> step = fromEnd ? page.Next : page.Previous;
        for (var i = Sibling(page, id, step, name, budget); i != PageIndex.None; i = Sibling(page, i, step, name, budget))
        {
            position += counted(page, i, budget) ? 1 : 0;
        }

        return position;
    }

    private static bool Fits(int position, int step, int offset) =>
        step == 0 ? position == offset : (position - offset) % step == 0 && (position - offset) / step >= 0;

    private static ReadOnlyMemory<char>? Find(PageIndex page, int id, string attribute) => page.Element(id)!.Attributes.Find(attribute);

    private static bool HasToken(ReadOnlyMemory<char>? list, string token)
    {
        if (list is not { } all || token.Length == 0)
        {
            return false;
        }

        var text = all.Span;
        for (var from = 0; text[from..].IndexOf(token, StringComparison.Ordinal) is var at and >= 0; from += at + 1)
        {
            var (start, end) = (from + at, from + at + token.Length);
            if ((start == 0 || char.IsWhiteSpace(text[start - 1])) && (end == text.Length || char.IsWhiteSpace(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
