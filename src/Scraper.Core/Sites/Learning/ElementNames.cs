using System.Text.RegularExpressions;
using Scraper.Core.Blocks;

namespace Scraper.Core.Sites.Learning;

/// <summary>
/// The selectors by which an element can be called that outlast the next change: what it is for (<c>itemprop</c>,
/// <c>role</c>), its id, its classes, and the few tags that say something. Never a position, a number, or a name that a build tool made up.
/// </summary>
internal static partial class ElementNames
{
    private const int MostClasses = 8;

    private const string Child = " > ";

    private static readonly string[] Marking = ["a", "span", "strong", "b", "em", "i", "cite"];

    private static readonly string[] Telling = ["article", "main", "aside", "figure", "figcaption", "nav", "footer", "header", "form", "h1", "time"];

    /// <summary>The selectors, all CSS.</summary>
    public static IEnumerable<string> Of(HtmlElement element)
    {
        if (element.Name is "html" or "body" or "head" or "#document")
        {
            yield break;
        }

        foreach (var attribute in (string[])["itemprop", "role"])
        {
            if (element.Attribute(attribute) is { } value && Name.IsMatch(value))
            {
                yield return $"[{attribute}={value}]";
            }
        }

        if (element.Id is { } id && IsLasting(id))
        {
            yield return $"#{id}";
        }

        foreach (var name in (element.Class ?? string.Empty).Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries).Take(MostClasses))
        {
            if (IsLasting(name))
            {
                yield return $".{name}";
                yield return $"{element.Name}.{name}";
            }
        }

        if (Telling.Contains(element.Name))
        {
            yield return element.Name;
        }

        if (element is { Name: "p", Class: null })
        {
            yield return "p:not([class])";
        }

        if (element.Name is "p" or "div" && element.Parent is { } parent && Before(parent, element) is { } before)
        {
            if (before.Name == "figure")
            {
                yield return $"figure + {element.Name}";
            }

            if ((before.Class ?? string.Empty).Split(' ')[0] is var first && IsLasting(first))
            {
                yield return $".{first} + {element.Name}";
            }
        }
    }

    /// <summary>The selectors of an element that marks a few words of the named element right above it, as the name in a byline.</summary>
    public static IEnumerable<string> AsPart(HtmlElement element) =>
        Marking.Contains(element.Name) && element.Parent is HtmlElement parent ? Of(parent).Where(n => !IsWeak(n)).Select(n => $"{n}{Child}{element.Name}") : [];

    /// <summary>Whether a selector is one of <see cref="AsPart"/>.</summary>
    public static bool IsPart(string selector) => selector.Contains(Child, StringComparison.Ordinal);

    /// <summary>The element right before another in its parent.</summary>
    private static HtmlElement? Before(HtmlElement parent, HtmlElement element)
    {
        HtmlElement? before = null;
        foreach (var child in parent.ChildSpan)
        {
            if (ReferenceEquals(child, element))
            {
                return before;
            }

            before = child as HtmlElement ?? before;
        }

        return null;
    }

    /// <summary>How much a selector can be relied on, best first: purpose, id, class, class of a tag, tag, what stands before it.</summary>
    public static int Rank(string selector) => selector[0] switch
    {
        '[' => 0,
        '#' => 1,
        '.' => 2,
        _ when IsWeak(selector) => 5,
        _ when selector.Contains('.', StringComparison.Ordinal) => 3,
        _ => 4,
    };

    /// <summary>Whether a selector tells an element by what it lacks or what stands before it.</summary>
    public static bool IsWeak(string selector) => selector.AsSpan().IndexOfAny('+', ':') >= 0;

    private static bool IsLasting(string name) => Name.IsMatch(name) && !name.Any(char.IsDigit) && !Hashed.IsMatch(name);

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_-]{1,60}$", RegexOptions.NonBacktracking)]
    private static partial Regex Name { get; }

    // What FragileSelectors warns of, and names that mix cases as no word does.
    [GeneratedRegex("^(css|jsx|svelte)-[a-z0-9]{5,}$|^sc-[a-zA-Z]{5,8}$|__[A-Za-z0-9]{5}$|[a-z][A-Z]{2,}[a-z]+[A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Hashed { get; }
}
