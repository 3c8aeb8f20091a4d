using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Hosting;
using Scraper.Scheduling;
using Scraper.Storage;

namespace Scraper.Benchmarks.Cluster;

/// <summary>Many sites that are due at once, on nodes that share a PostgreSQL: everything is the daemon's own but the web.</summary>
/// <param name="connection">Npgsql's, of an empty database.</param>
/// <param name="load">How much.</param>
internal sealed class ClusterBench(string connection, ClusterLoad load)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var sites = Enumerable.Range(0, load.Sites).Select(i => new SiteRule
        {
            Name = $"site-{i:00000}",
            Hosts = [$"site-{i}.example"],
            Schedule = new SiteSchedule { Every = TimeSpan.FromHours(1) },
            Discovery = new SiteDiscovery { Feeds = [$"http://site-{i}.example/feed"] },
        }).ToList();
        var times = new VisitTimes(load.Sites);

        // The first node gives all sites to the job store before any is visited; the others find them there.
        var watch = Stopwatch.StartNew();
        var nodes = new List<IHost> { await NodeAsync(sites, times, cancellationToken) };
        var scheduling = watch.Elapsed;
        for (var i = 1; i < load.Nodes; i++)
        {
            nodes.Add(await NodeAsync(sites, times, cancellationToken));
        }

        var before = Commits();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        await Task.WhenAll(nodes.Select(n => n.Services.GetRequiredService<Quartz.ISchedulerFactory>().GetScheduler(cancellationToken).AsTask().ContinueWith(s => s.Result.Start(cancellationToken).AsTask(), cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap()));
        var start = DateTimeOffset.UtcNow;
        await times.All.WaitAsync(Longest, cancellationToken);
        processor = Process.GetCurrentProcess().TotalProcessorTime - processor;
        var (begins, ends) = (times.Begins, times.Ends);
        var took = ends[^1] - start;
        foreach (var node in nodes)
        {
            await node.StopAsync(cancellationToken);
            node.Dispose();
        }

        string At(double share) => string.Create(CultureInfo.InvariantCulture, $"{(begins[(int)(share * (begins.Count - 1))] - start).TotalSeconds:0.0} s");
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{load.Sites} sites, {load.Nodes} nodes of {load.Workers} workers, a visit's answer takes {load.Answer.TotalMilliseconds:0} ms"));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  scheduled in {scheduling.TotalSeconds:0.0} s; all visited in {took.TotalSeconds:0.0} s = {load.Sites / took.TotalSeconds:0} triggers/s; lag: half {At(0.5)}, 95 % {At(0.95)}, last {At(1)}"));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(double)(Commits() - before) / load.Sites:0.0} transactions a visit; {processor.TotalSeconds / took.TotalSeconds:0.00} of {Environment.ProcessorCount} processors in the nodes; {times.Troubles} visits in trouble"));
    }

    private async Task<IHost> NodeAsync(IReadOnlyList<SiteRule> sites, VisitTimes times, CancellationToken cancellationToken)
    {
        var options = new ScraperOptions { Storage = StorageEngine.Postgres, Connection = connection, Log = new LogOptions { Level = LogLevel.Error } };
        var store = await options.Address.OpenAsync(StoreAccess.Daemon, cancellationToken);
        var builder = ScraperHost.Create(options, store).AddSchedule(load.Workers, connection);
        builder.Services.AddSingleton(new ScheduledSites(() => sites, allAtStart: false));
        builder.Services.AddSingleton<IVisitObserver>(times);
        builder.Services.AddSingleton<IPageFetcher>(new EmptyWeb(load.Answer));
        builder.Services.Configure<Quartz.QuartzHostedServiceOptions>(o => o.AutoStart = false);
        builder.Services.AddSingleton(store);
        var host = builder.Build();
        await host.StartAsync(cancellationToken);
        return host;
    }

    /// <summary>Transactions that the database has committed so far, our own looks at it aside.</summary>
    private long Commits()
    {
        Thread.Sleep(1500); // Backends report with a delay.
        using var looking = new NpgsqlConnection(connection + ";Pooling=false");
        looking.Open();
        using var command = new NpgsqlCommand("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()", looking);
        return (long)command.ExecuteScalar()!;
    }
}
