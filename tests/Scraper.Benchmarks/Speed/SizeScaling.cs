using System.Text;
using Scraper.Benchmarks.Data;
using Scraper.Core;

namespace Scraper.Benchmarks.Speed;

/// <summary>Processor time against size: the bodies of pages joined to 1, 2, 4 … 32 million characters, and the exponent of the best fit.</summary>
internal static class SizeScaling
{
    private const int Smallest = 1_000_000;
    private const int Doublings = 6;

    public static void Print(IReadOnlyList<BenchmarkPage> pages, int rounds, TextWriter output)
    {
        var extractor = new Extractor();
        var logs = new List<(double Size, double Time)>();
        for (var size = Smallest; logs.Count < Doublings; size *= 2)
        {
            var html = Join(pages, size);
            var best = double.MaxValue;
            for (var round = 0; round < rounds; round++)
            {
                GC.Collect();
                var start = Environment.CpuUsage.TotalTime;
                extractor.ExtractHtml(html, new PageContext(), CancellationToken.None);
                best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
            }

            logs.Add((Math.Log2(html.Length), Math.Log2(best)));
            output.WriteLine($"{html.Length / 1e6,6:F1} M characters  {best,8:F0} ms  {html.Length / best / 1000,6:F1} M characters a second");
        }

        double x = logs.Average(l => l.Size), y = logs.Average(l => l.Time);
        var slope = logs.Sum(l => (l.Size - x) * (l.Time - y)) / logs.Sum(l => (l.Size - x) * (l.Size - x));
        output.WriteLine($"time grows with size to the power of {slope:F2} (1 is linear)");
    }

    private static string Join(IReadOnlyList<BenchmarkPage> pages, int size)
    {
        var joined = new StringBuilder(size).Append("<html><body>");
        for (var i = 0; joined.Length < size; i++)
        {
            var html = pages[i % pages.Count].Html;
            var start = html.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
            var end = html.LastIndexOf("</body", StringComparison.OrdinalIgnoreCase);
            var body = end > start && start >= 0 ? html.AsSpan(start..end) : html;
            joined.Append("<div>").Append(body[(body.IndexOf('>') + 1)..]).Append("</div>");
        }

        return joined.ToString();
    }
}
