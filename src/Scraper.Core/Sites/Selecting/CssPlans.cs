namespace Scraper.Core.Sites;

/// <summary>The plans of the parts that CSS selectors are put together from.</summary>
internal static class CssPlans
{
    /// <summary>Elements of a name; <c>*</c> is any.</summary>
    public static CssPlan Type(string name)
    {
        var tag = name.ToLowerInvariant();
        return new(name == "*" ? static (_, _, _) => true : (page, id, _) => page.Element(id)!.Name == tag, null);
    }

    /// <summary>Elements with an id.</summary>
    public static CssPlan Id(string value) => new((page, id, _) => page.Element(id)!.Id == value, Word(value));

    /// <summary>Elements with a class.</summary>
    public static CssPlan Class(string name) => new((page, id, _) => HasToken(Find(page, id, "class"), name), Word(name));

    /// <summary>Elements with an attribute, and what its value must be.</summary>
    /// <returns><see langword="null"/> for an operator that is not known.</returns>
    public static CssPlan? Attribute(string name, string? op, string? value)
    {
        var key = name.ToLowerInvariant();
        var wanted = value ?? string.Empty;
        CssTest? test = op switch
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
        return test is null ? null : new(test, op is "=" or "~=" && key is "class" or "id" ? Word(wanted) : null);
    }

    /// <summary>Elements that fit one of several.</summary>
    public static CssPlan AnyOf(IReadOnlyList<CssPlan> plans)
    {
        var tests = Tests(plans);
        return new(
            (page, id, budget) => Array.Exists(tests, t => t(page, id, budget)),
            plans.All(p => p.Words is not null) ? [.. plans.SelectMany(p => p.Words!).Distinct(StringComparer.Ordinal)] : null);
    }

    /// <summary>Elements that fit all of several.</summary>
    public static CssPlan AllOf(IReadOnlyList<CssPlan> plans)
    {
        var tests = Tests(plans);
        return new((page, id, budget) => Array.TrueForAll(tests, t => t(page, id, budget)), plans.Select(p => p.Words).FirstOrDefault(w => w is not null));
    }

    /// <summary>Elements that fit the last and stand to those that fit the others as the combinators between say.</summary>
    /// <returns><see langword="null"/> for a combinator that is not known.</returns>
    public static CssPlan? Path(IReadOnlyList<CssPlan> plans, IReadOnlyList<string> symbols)
    {
        var chain = plans[0].Test;
        for (var i = 0; i < symbols.Count; i++)
        {
            var (left, right) = (chain, plans[i + 1].Test);
            switch (symbols[i].Trim())
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
                    return null;
            }
        }

        return new(chain, plans[^1].Words);
    }

    /// <summary>The next element in a direction, of a name where one is given.</summary>
    public static int Sibling(PageIndex page, int id, Func<int, int> step, string? name, SelectorBudget budget)
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

    private static CssTest[] Tests(IReadOnlyList<CssPlan> plans)
    {
        var tests = new CssTest[plans.Count];
        for (var i = 0; i < tests.Length; i++)
        {
            tests[i] = plans[i].Test;
        }

        return tests;
    }

    private static string[]? Word(string value) => value.Length > 0 && !value.Any(char.IsWhiteSpace) ? [value] : null;

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
