using System.Diagnostics;
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
    public static async Task RunAsync(IReadOnlyList<BenchmarkPage> pages, int sites, int count, string folder, TextWriter output, CancellationToken cancellationToken)
    {
        var perSite = Math.Max(1, count / sites);
        await using var server = await LoopbackSites.StartAsync(pages, sites, perSite, cancellationToken);
        server.WriteRules(folder);
        Clean(server, sites, Math.Min(perSite, Math.Max(1, pages.Count / sites)), cancellationToken);
        var alone = Clean(server, sites, Math.Min(perSite, Math.Max(1, pages.Count / sites)), cancellationToken);
        output.WriteLine($"cleaning alone       {alone,7:F0} pages a second");

        await using var store = await SqliteStore.OpenAsync(Path.Combine(folder, "scraper.db"), StoreAccess.Daemon, cancellationToken);
        var options = new ScraperOptions
        {
            Sites = [folder],
            Fetching = new() { Delay = TimeSpan.Zero, ConnectTo = server.ConnectTo, Contact = "bench@localhost", IgnoreRobots = true },
            Log = new LogOptions { Level = LogLevel.None },
        };
        var counted = new DaemonCount(Math.Max(1, Math.Min(5000, count / 4)));
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
        foreach (var (seen, mebibytes, handles, threads) in counted.Looks)
        {
            output.WriteLine($"after {seen,7} pages  {mebibytes,5:F0} MiB resident, {handles} handles, {threads} threads");
        }
    }

    /// <summary>Pages a second of <c>clean DIR</c>'s own parts on the same pages, on all cores.</summary>
    private static double Clean(LoopbackSites server, int sites, int perSite, CancellationToken cancellationToken)
    {
        var cleaner = new PageCleaner(new Extractor(), new PageContext());
        var start = Stopwatch.GetTimestamp();
        Parallel.For(0, sites * perSite, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, i =>
        {
            try
            {
                cleaner.Clean(new PageFile($"{i}.html", server.Page(i / perSite, i % perSite)), null, cancellationToken);
            }
            catch (CliException)
            {
                // A page that is no text costs what it costs.
            }
        });
        return sites * perSite / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
