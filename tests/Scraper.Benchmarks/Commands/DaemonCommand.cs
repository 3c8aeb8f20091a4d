using System.CommandLine;
using Scraper.Benchmarks.Daemon;
using Scraper.Benchmarks.Data;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>daemon</c>: pages a second from the fetch to the store, against cleaning alone, and what the process grows to.</summary>
internal static class DaemonCommand
{
    public static Command Create()
    {
        var benchmark = new Option<DirectoryInfo>("--benchmark") { Required = true, Description = "The folder that holds wcxb-dev." };
        var count = new Option<int>("--pages") { Description = "Addresses to fetch; there are some 1,500 pages, which come again under other addresses.", DefaultValueFactory = _ => 1500 };
        var sites = new Option<int>("--sites") { Description = "Sites that they are spread over.", DefaultValueFactory = _ => 16 };
        var serve = new Option<bool>("--serve") { Hidden = true, Description = "Serve the sites until standard input ends." };
        var command = new Command("daemon", "Runs the daemon's parts over sites on loopback, delays off: pages a second against cleaning alone; memory, handles and threads as it goes.\n\nExample:\n  daemon --benchmark ../shared/benchmark --pages 100000") { benchmark, count, sites, serve };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (source, spread, pages) = (parsed.GetRequiredValue(benchmark).FullName, parsed.GetValue(sites), parsed.GetValue(count));
            if (parsed.GetValue(serve))
            {
                await using var server = await LoopbackSites.StartAsync(BenchmarkReader.Read(source), spread, Math.Max(1, pages / spread), cancellationToken);
                await SitesProcess.ServeAsync(server, cancellationToken);
                return;
            }

            var folder = Directory.CreateTempSubdirectory("scraper-bench-").FullName;
            try
            {
                await DaemonBench.RunAsync(source, spread, pages, folder, Console.Out, cancellationToken);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }
}
