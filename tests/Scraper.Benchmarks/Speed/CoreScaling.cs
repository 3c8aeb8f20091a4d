using System.Diagnostics;
using Scraper.Benchmarks.Data;
using Scraper.Core;

namespace Scraper.Benchmarks.Speed;

/// <summary>Pages a second with one and with two workers, one page a worker.</summary>
internal static class CoreScaling
{
    public static void Print(IReadOnlyList<BenchmarkPage> pages, int rounds, TextWriter output)
    {
        var extractor = new Extractor();
        double one = double.MaxValue, two = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            one = Math.Min(one, Run(1));
            two = Math.Min(two, Run(2));
        }

        output.WriteLine($"one worker {pages.Count / one,7:F0} pages a second, two {pages.Count / two,7:F0}: {one / two:F2}x on {Environment.ProcessorCount} cores");

        double Run(int workers)
        {
            var start = Stopwatch.GetTimestamp();
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = workers };
            Parallel.ForEach(pages, parallel, p => extractor.ExtractHtml(p.Html, new PageContext { Url = p.Address }, CancellationToken.None));
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }
}
