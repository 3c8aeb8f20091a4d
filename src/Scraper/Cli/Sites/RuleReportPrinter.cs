using Scraper.Core.Labelling;

namespace Scraper.Cli;

/// <summary>Prints what a site rule did on a page.</summary>
internal static class RuleReportPrinter
{
    public static void Print(SiteRuleReport? report, TextWriter output)
    {
        output.WriteLine();
        if (report is null)
        {
            output.WriteLine("no rule for this page");
            return;
        }

        output.WriteLine($"rule {report.Rule}{(report.Layout?.ValidUntil is { } until ? $", layout until {until:yyyy-MM-dd}" : string.Empty)}");
        if (report.FellBack is { } why)
        {
            output.WriteLine($"  left to the generic labeller: {TerminalText.OneLine(why)}");
        }

        if (report.Rejected is { } rejected)
        {
            output.WriteLine($"  not an article: {TerminalText.OneLine(rejected)}");
        }

        foreach (var count in report.Counts)
        {
            output.WriteLine($"  {count.Hits,5} {(count.Hits == 1 ? "hit " : "hits")}  {count.Key,-12} {count.Where} {count.Expression}{(count.Problem is { } problem ? $"  ! {problem}" : string.Empty)}");
        }
    }
}
