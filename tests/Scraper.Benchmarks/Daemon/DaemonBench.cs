using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Scraper.Benchmarks.Data;
using Scraper.Cli;
using Scraper.Core;
using Scraper.Hosting;
using Scraper.Scheduling;
using Scraper.Storage;
using Scraper.Storage.Sqlite;

namespace Scraper.Benchmarks.Daemon;

/// <summary>The daemon's own parts, from the fetch to the store, over sites on loopback with no delays.</summary>
internal static class DaemonBench
{
    public static async Task RunAsync(string benchmark, int sites, int count, string folder, TextWriter output, CancellationToken cancellationToken)
    {
        using var server = await SitesProcess.StartAsync(benchmark, sites, Math.Max(1, count / sites), cancellationToken);
        server.WriteRules(folder);
        var alone = Alone(benchmark, count, cancellationToken);
        // What the measurement left behind is not the daemon's.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        output.WriteLine($"cleaning alone       {alone,7:F0} pages a second");

        await using var store = await SqliteStore.OpenAsync(Path.Combine(folder, "scraper.db"), StoreAccess.Daemon, cancellationToken);
        var options = new ScraperOptions
        {
            Sites = [folder],
            Fetching = new() { Delay = TimeSpan.Zero, ConnectTo = server.ConnectTo, Contact = "bench@localhost", IgnoreRobots = true },
            Log = new LogOptions { Level = LogLevel.None },
        };
        var counted = new DaemonCount(Math.Max(1, Math.Min(5000, count / 4)), output);
        var builder = ScraperHost.Create(options, store);
        builder.Services.AddSingleton(p => new ScheduledSites(() => p.GetRequiredService<SiteCatalogue>().Own, allAtStart: true));
        builder.Services.AddSingleton<IVisitObserver>(counted);
        using var host = builder.Build();
        var start = Stopwatch.GetTimestamp();
        var before = -1;
        while (counted.Pages < count && counted.Pages > before)
        {
            before = counted.Pages;
            await host.Services.GetRequiredService<DueSites>().VisitAsync(sites, cancellationToken);
        }

        var rate = counted.Pages / Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine($"fetch, clean, store  {rate,7:F0} pages a second: {rate / alone:F2}x ({counted.Pages} pages, {counted.Stored} stored)");
    }

    /// <summary>Pages a second of cleaning the benchmark's pages, warm; they are let go of again.</summary>
    private static double Alone(string benchmark, int count, CancellationToken cancellationToken)
    {
        byte[][] pages = [.. BenchmarkReader.Read(benchmark).Take(count).Select(p => Encoding.UTF8.GetBytes(p.Html))];
        Clean(pages, cancellationToken);
        return Clean(pages, cancellationToken);
    }

    /// <summary>Pages a second of <c>clean DIR</c>'s own parts, on all cores.</summary>
    private static double Clean(byte[][] pages, CancellationToken cancellationToken)
    {
        var cleaner = new PageCleaner(new Extractor(), new PageContext());
        var start = Stopwatch.GetTimestamp();
        Parallel.For(0, pages.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, i =>
        {
            try
            {
                cleaner.Clean(new PageFile($"{i}.html", pages[i]), null, cancellationToken);
            }
            catch (CliException)
            {
                // A page that is no text costs what it costs.
            }
        });
        return pages.Length / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
