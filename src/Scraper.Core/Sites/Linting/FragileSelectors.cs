using System.Text.RegularExpressions;

namespace Scraper.Core.Sites;

/// <summary>Finds selectors that the next change of a page's layout will break.</summary>
internal static partial class FragileSelectors
{
    public static IEnumerable<SiteProblem> Find(SiteRule rule)
    {
        foreach (var selector in SiteSelectors.Of(rule).Where(s => s.Source == rule.Source))
        {
            if (Position.IsMatch(selector.Expression) && !Fixed.IsMatch(selector.Expression))
            {
                yield return Warn(selector, "counts positions: one more element on the page and it points elsewhere; select by class, id or attribute");
            }

            if (Hashed.Match(selector.Expression) is { Success: true } hashed)
            {
                yield return Warn(selector, $"\"{hashed.Value}\" looks like a class name made by a build tool: the next build renames it; select by something lasting");
            }
        }
    }

    private static SiteProblem Warn(Selector selector, string message) =>
        new(SiteProblemSeverity.Warning, selector.Source, selector.Line, 0, string.Empty, $"{selector.Expression}: {message}");

    [GeneratedRegex(@":nth-(last-)?(child|of-type)\(|\[\s*\d+\s*\]|\[\s*position\(\)|\[\s*last\(\)\s*-", RegexOptions.NonBacktracking)]
    private static partial Regex Position { get; }

    // "The first of all" is a choice, not a count: (//h1)[1].
    [GeneratedRegex(@"^\(.*\)\[1\](/@?[\w-]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex Fixed { get; }

    // css-1x2y3z (emotion), sc-bdVaJa (styled-components), jsx-123456789, Name_part__aB3dE (CSS modules), svelte-1abcde.
    [GeneratedRegex(@"\b(css-[a-z0-9]{5,8}\b|sc-[a-zA-Z]{5,8}\b|jsx-\d{6,}|svelte-[a-z0-9]{6,7}\b|[A-Za-z]+_[A-Za-z]+__[A-Za-z0-9]{5}\b)", RegexOptions.NonBacktracking)]
    private static partial Regex Hashed { get; }
}
