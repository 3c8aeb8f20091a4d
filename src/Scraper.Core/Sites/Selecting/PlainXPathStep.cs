using System.Text.RegularExpressions;
using Scraper.Core.Blocks;

namespace Scraper.Core.Sites;

/// <summary>One path of a <see cref="PlainXPath"/>: a name and tests of which one must hold.</summary>
internal sealed partial class PlainXPathStep
{
    private readonly string? _name;
    private readonly (string Attribute, string Value, Comparison Is)[] _tests;
    private readonly string[]? _words;

    private PlainXPathStep(string? name, (string Attribute, string Value, Comparison Is)[] tests)
    {
        (_name, _tests) = (name, tests);
        _words = tests.Length > 0 && Array.TrueForAll(tests, IsWord) ? [.. tests.Select(t => t.Value).Distinct(StringComparer.Ordinal)] : null;
    }

    private enum Comparison
    {
        Equal,
        Part,
        Token,
    }

    /// <summary>The path in this form; <see langword="null"/> where it is not one.</summary>
    public static PlainXPathStep? Of(string path) => StartOf(path) is ({ } step, "") ? step : null;

    /// <summary>The step that a path starts with, <see langword="null"/> where it is not in this form, and what goes on from there: a path, a slash before it, or <c>[.//name]</c> and perhaps a path.</summary>
    public static (PlainXPathStep? Step, string Further) StartOf(string path)
    {
        if (Step().Match(path) is not { Success: true } step)
        {
            return (null, string.Empty);
        }

        var name = step.Groups["name"].Value;
        return (new PlainXPathStep(name == "*" ? null : name, [.. Test().Matches(step.Groups["tests"].Value).Select(Read)]), step.Groups["rest"].Value);
    }

    /// <summary>The numbers of the elements it finds, in document order.</summary>
    public IEnumerable<int> Run(PageIndex page, SelectorBudget budget)
    {
        foreach (var id in _words is null ? page.Elements : page.WithAnyOf(_words))
        {
            budget.Spend();
            var element = page.Element(id)!;
            if ((_name is null || element.Name == _name) && (_tests.Length == 0 || Passes(element)))
            {
                yield return id;
            }
        }
    }

    private static (string, string, Comparison) Read(Match test) =>
        test.Groups["equal"].Success ? (test.Groups["equal"].Value, test.Groups["whole"].Value[1..^1], Comparison.Equal)
        : test.Groups["in"].Success ? (test.Groups["in"].Value, test.Groups["part"].Value[1..^1], Comparison.Part)
        : (test.Groups["list"].Value, test.Groups["token"].Value, Comparison.Token);

    // What an element must have as a word of its class or id to pass.
    private static bool IsWord((string Attribute, string Value, Comparison Is) test) =>
        test is { Attribute: "class" or "id", Is: not Comparison.Part, Value.Length: > 0 } && !test.Value.Any(char.IsWhiteSpace);

    // Without the attribute the XPath compares with nothing, or looks in an empty string.
    private bool Passes(HtmlElement element)
    {
        foreach (var (attribute, value, comparison) in _tests)
        {
            var found = element.Attributes.Find(attribute);
            var text = found.GetValueOrDefault().Span;
            var passes = comparison switch
            {
                Comparison.Equal => found is not null && text.SequenceEqual(value),
                Comparison.Part => text.Contains(value, StringComparison.Ordinal),
                _ => HasToken(text, value),
            };
            if (passes)
            {
                return true;
            }
        }

        return false;
    }

    // XPath 1.0, section 4.2: normalize-space() knows the white space of XML and no other.
    private static bool HasToken(ReadOnlySpan<char> list, string token)
    {
        foreach (var range in list.SplitAny(" \t\r\n"))
        {
            if (list[range].SequenceEqual(token))
            {
                return true;
            }
        }

        return false;
    }

    private const string Name = "[a-z][a-z0-9_-]*";

    private const string One =
        $"""(@(?<equal>{Name})\s*=\s*(?<whole>'[^']*'|"[^"]*")"""
        + $"""|contains\(\s*@(?<in>{Name})\s*,\s*(?<part>'[^']*'|"[^"]*")\s*\)"""
        + $"""|contains\(\s*concat\(\s*(' '|" ")\s*,\s*normalize-space\(\s*@(?<list>{Name})\s*\)\s*,\s*(' '|" ")\s*\)\s*,\s*['"] (?<token>[^'"\s]+) ['"]\s*\))""";

    [GeneratedRegex($@"^//(?<name>\*|[a-z][a-z0-9]*)(\[\s*(?<tests>{One}(\s+or\s+{One})*)\s*\])?(?<rest>(\[\.//[a-z][a-z0-9]*\])?(/.+)?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Step();

    [GeneratedRegex(One, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Test();
}
