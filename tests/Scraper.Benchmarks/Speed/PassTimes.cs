using AngleSharp.Html.Parser;
using Scraper.Benchmarks.Data;
using Scraper.Core;

namespace Scraper.Benchmarks.Speed;

/// <summary>What a whole extraction costs over all pages, one after the other, against AngleSharp's bare parse of them: passes by turns, with what the collector takes.</summary>
internal static class PassTimes
{
    public static void Print(IReadOnlyList<BenchmarkPage> pages, int rounds, TextWriter output)
    {
        var parser = new HtmlParser();
        var extractor = new Extractor();
        var passes = new List<(double Parse, double Whole)>();

        // The first round warms up.
        for (var round = 0; round <= rounds; round++)
        {
            var parse = Pass(p => parser.ParseDocument(p.Html));
            passes.Add((parse, Pass(p => extractor.ExtractHtml(p.Html, new PageContext { Url = p.Address }, CancellationToken.None))));
        }

        passes.RemoveAt(0);
        var ratios = passes.Select(p => p.Whole / p.Parse).Order().ToArray();
        output.WriteLine(
            $"{pages.Count} pages, {pages.Average(p => p.Html.Length) / 1000:F0} k characters each, one thread, collector included, {rounds} rounds by turns: ParseDocument {Median(passes.Select(p => p.Parse)):F3} ms of processor time a page, "
            + $"whole extraction {Median(passes.Select(p => p.Whole)):F3} ms: {Median(ratios):F3}x ({ratios[0]:F3} to {ratios[^1]:F3})");

        double Pass(Action<BenchmarkPage> work)
        {
            var start = Environment.CpuUsage.TotalTime;
            foreach (var page in pages)
            {
                work(page);
            }

            return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / pages.Count;
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;
}
