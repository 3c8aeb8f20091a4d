using System.Text.RegularExpressions;

namespace Scraper.Core.Sites;

/// <summary>Finds patterns that would take time out of all proportion to the text, were they not stopped.</summary>
internal static partial class RunawayPatterns
{
    public static IEnumerable<SiteProblem> Find(SiteRule rule)
    {
        foreach (var pattern in SitePatterns.Of(rule).Where(p => p.Source == rule.Source))
        {
            if (NestedRepeat.IsMatch(pattern.Pattern))
            {
                yield return Warn(pattern, "repeats a repetition; it is matched without backtracking and cannot run away here, but one repetition says the same");
            }

            if (pattern.Backtracks)
            {
                var why = NeedsBacktracking.IsMatch(pattern.Pattern) ? "looks around or refers back, which needs backtracking" : "repeats too much to be matched without backtracking";
                yield return Warn(pattern, $"{why}; it is stopped after {SitePattern.TimeLimit.TotalMilliseconds} ms a text");
            }
        }
    }

    private static SiteProblem Warn(SitePattern pattern, string message) =>
        new(SiteProblemSeverity.Warning, pattern.Source, pattern.Line, 0, string.Empty, $"/{pattern.Pattern}/: {message}");

    [GeneratedRegex(@"\([^()]*[+*]\)[+*{]", RegexOptions.NonBacktracking)]
    private static partial Regex NestedRepeat { get; }

    // Look-around, atomic groups, conditions, references by number or name, and \G.
    [GeneratedRegex(@"\(\?(<?[=!]|>|\()|\\[1-9kG]", RegexOptions.NonBacktracking)]
    private static partial Regex NeedsBacktracking { get; }
}
