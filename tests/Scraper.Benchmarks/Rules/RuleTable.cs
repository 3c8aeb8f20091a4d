using System.Globalization;
using System.Text;

namespace Scraper.Benchmarks.Rules;

/// <summary>Word F1 by page type, and the pages on which a rule does harm, in markdown.</summary>
internal static class RuleTable
{
    /// <summary>Less than this is noise.</summary>
    private const double Noise = 0.02;

    public static string Of(IReadOnlyList<RulePage> pages)
    {
        var text = new StringBuilder("| type | pages | generic | rule alone | together | body by the rule | worse than generic | worse than rule |\n|---|---|---|---|---|---|---|---|\n");
        var types = pages.GroupBy(p => p.Page.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Pages: g.ToList()));
        foreach (var (type, of) in types.Append(("all", [.. pages])).Append(("all with a body by the rule", [.. pages.Where(p => p.HasBody)])).Where(g => g.Item2.Count > 0))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {type} | {of.Count} | {of.Average(p => p.Generic):F4} | {of.Average(p => p.Rule):F4} | {of.Average(p => p.Together):F4} | {of.Count(p => p.HasBody)} | {of.Count(p => p.Together < p.Generic - Noise)} | {of.Count(p => p.Together < p.Rule - Noise)} |");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"\nWorse than without the rule by more than {Noise}:\n");
        foreach (var page in pages.Where(p => p.Together < p.Generic - Noise).OrderBy(p => p.Together - p.Generic))
        {
            Line(page, page.Generic);
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"\nWorse than the rule alone by more than {Noise}:\n");
        foreach (var page in pages.Where(p => p.Together < p.Rule - Noise).OrderBy(p => p.Together - p.Rule))
        {
            Line(page, page.Rule);
        }

        return text.ToString();

        void Line(RulePage page, double other) => text.AppendLine(
            CultureInfo.InvariantCulture, $"- {page.Page.Id} {page.Page.Kind} {new Uri(page.Page.Url).Host}: {other:F3} → {page.Together:F3}; {page.Why}");
    }
}
