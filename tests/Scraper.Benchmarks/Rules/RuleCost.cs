using System.Diagnostics;
using System.Globalization;
using System.Text;
using Scraper.Benchmarks.Data;
using Scraper.Core;

namespace Scraper.Benchmarks.Rules;

/// <summary>Time of whole extractions with the rule against the same without, warm, one thread, the fastest of some rounds.</summary>
internal static class RuleCost
{
    private const double Most = 2;
    private const int Worst = 15;

    public static string Of(IReadOnlyList<BenchmarkPage> pages, RuleReading reading, int rounds)
    {
        var extractor = new Extractor();
        var costs = pages.Select(p => (Page: p, Cost: Measure(p))).OrderByDescending(c => c.Cost.With / c.Cost.Without).ToList();
        var ratios = costs.Select(c => c.Cost.With / c.Cost.Without).ToList();
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Cost with the rule against without, {costs.Count} pages: median {ratios[ratios.Count / 2]:F2}, worst {ratios[0]:F2}, over {Most}×: {ratios.Count(r => r > Most)}; all pages {costs.Sum(c => c.Cost.With):F0} ms against {costs.Sum(c => c.Cost.Without):F0} ms\n");
        foreach (var (page, (without, with)) in costs.Take(Worst))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {page.Id} {new Uri(page.Url).Host}: {without:F2} ms → {with:F2} ms ({with / without:F2}×)");
        }

        return text.ToString();

        // Turn and turn about, so that a busy machine slows both.
        (double Without, double With) Measure(BenchmarkPage page)
        {
            var (without, with) = (double.MaxValue, double.MaxValue);
            for (var round = 0; round < rounds; round++)
            {
                without = Math.Min(without, Time(page, RuleReading.Without(page)));
                with = Math.Min(with, Time(page, reading.With(page)));
            }

            return (without, with);
        }

        double Time(BenchmarkPage page, PageContext context)
        {
            var watch = Stopwatch.StartNew();
            extractor.ExtractHtml(page.Html, context, CancellationToken.None);
            return watch.Elapsed.TotalMilliseconds;
        }
    }
}
