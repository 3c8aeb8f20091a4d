using System.Globalization;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>Prints how well site rules fit and which files of them are refused.</summary>
internal static class RuleHealthPrinter
{
    /// <summary>Selectors of one site that are listed; the store's view has them all.</summary>
    private const int MostSelectors = 10;

    public static void Print(IReadOnlyList<SiteRuleUse> uses, IReadOnlyList<RuleFileProblem> problems, TextWriter output)
    {
        if (problems.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("refused rule files:");
            foreach (var problem in problems)
            {
                output.WriteLine($"  {TerminalText.OneLine(Line(problem))}");
            }
        }

        foreach (var use in uses.Where(u => u.RecentShare >= 0.005 || u.Silent.Count > 0))
        {
            output.WriteLine();
            output.WriteLine($"rule of {TerminalText.OneLine(use.Site)}: {Share(use)} of the last pages left to the generic labeller ({use.Fallbacks} of {use.Pages} in all)");
            if (use.LastFallback is { } last)
            {
                output.WriteLine($"  last: {TerminalText.OneLine(last.Url)}: {TerminalText.OneLine(last.Reason)}");
            }

            foreach (var silent in use.Silent.Take(MostSelectors))
            {
                output.WriteLine($"  nothing found on {silent.Misses} pages in a row: {silent.Key} {TerminalText.OneLine($"{silent.Place} {silent.Expression}")}");
            }

            if (use.Silent.Count > MostSelectors)
            {
                output.WriteLine($"  and {use.Silent.Count - MostSelectors} selectors more; v1_rule_hits has all");
            }
        }
    }

    /// <summary>The share of pages lately that the rule did not fit, in percent.</summary>
    public static string Share(SiteRuleUse use) => use.RecentShare.ToString("0%", CultureInfo.InvariantCulture);

    private static string Line(RuleFileProblem problem)
    {
        var place = (problem.Line, problem.Column) switch
        {
            (0, _) => problem.File,
            (_, 0) => $"{problem.File}:{problem.Line}",
            _ => $"{problem.File}:{problem.Line}:{problem.Column}",
        };
        var key = problem.Key.Length == 0 ? string.Empty : $"{problem.Key}: ";
        return $"{place}: {key}{problem.Message} ({(problem.HasLastGood ? "its last good rule stays in force" : "no rule of it is in force")}; since {problem.Since.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z)";
    }
}
