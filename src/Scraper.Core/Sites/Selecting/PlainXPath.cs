using System.Text.RegularExpressions;
using Scraper.Core.Blocks;

namespace Scraper.Core.Sites;

/// <summary>
/// The XPaths that most rules are made of, answered in one walk over the elements and without the XPath engine, which
/// takes some twenty times as long: <c>//div</c>, <c>//*[@id='x']</c>, <c>//p[contains(@class, "x")]</c>, and several
/// of these joined by <c>or</c> in one bracket.
/// </summary>
internal sealed partial class PlainXPath
{
    private readonly string? _name;
    private readonly (string Attribute, string Value, bool IsPart)[] _tests;

    private PlainXPath(string? name, (string Attribute, string Value, bool IsPart)[] tests) => (_name, _tests) = (name, tests);

    /// <summary>The expression in this form; <see langword="null"/> where it is not one of these.</summary>
    public static PlainXPath? Of(string expression)
    {
        if (Step().Match(expression) is not { Success: true } step)
        {
            return null;
        }

        var name = step.Groups["name"].Value;
        return new PlainXPath(
            name == "*" ? null : name,
            [
                .. Test().Matches(step.Groups["tests"].Value).Select(t => t.Groups["equal"].Success
                    ? (t.Groups["equal"].Value, Quoted(t.Groups["whole"]), false)
                    : (t.Groups["in"].Value, Quoted(t.Groups["part"]), true)),
            ]);
    }

    /// <summary>The elements it finds, in document order.</summary>
    public List<SelectorHit> Run(PageIndex page, SelectorBudget budget)
    {
        var hits = new List<SelectorHit>();
        foreach (var id in page.Elements)
        {
            budget.Spend();
            var element = page.Element(id)!;
            if ((_name is null || element.Name == _name) && (_tests.Length == 0 || Passes(element)))
            {
                hits.Add(new SelectorHit(element));
            }
        }

        return hits;
    }

    // Without the attribute the XPath compares with nothing, or looks in an empty string.
    private bool Passes(HtmlElement element)
    {
        foreach (var (attribute, value, isPart) in _tests)
        {
            var found = element.Attribute(attribute);
            if (isPart ? (found ?? string.Empty).Contains(value, StringComparison.Ordinal) : found == value)
            {
                return true;
            }
        }

        return false;
    }

    private static string Quoted(Group group) => group.Value[1..^1];

    private const string One = """(@(?<equal>[a-z][a-z0-9_-]*)\s*=\s*(?<whole>'[^']*'|"[^"]*")|contains\(\s*@(?<in>[a-z][a-z0-9_-]*)\s*,\s*(?<part>'[^']*'|"[^"]*")\s*\))""";

    [GeneratedRegex($@"^//(?<name>\*|[a-z][a-z0-9]*)(\[\s*(?<tests>{One}(\s+or\s+{One})*)\s*\])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Step();

    [GeneratedRegex(One, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Test();
}
