using Scraper.Hosting;
using Scraper.Scheduling;
using Scraper.Storage;

namespace Scraper.Demo;

/// <summary>Runs the daemon's own parts against the fixture server until every site was visited once.</summary>
internal static class DemoRun
{
    /// <summary>Between two requests to one host; real sites get seconds.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(20);

    /// <summary>Longest time for all of it.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>Runs it.</summary>
    /// <param name="settings">The settings; what concerns fetching and logging is the demo's own.</param>
    /// <param name="server">The sites.</param>
    /// <param name="store">Where to.</param>
    /// <param name="cancellationToken">Ends the daemon.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<DemoProgress> RunAsync(ScraperOptions settings, FixtureServer server, IStore store, CancellationToken cancellationToken)
    {
        var options = settings with
        {
            Sites = [],
            Fetching = new() { Delay = Delay, ConnectTo = server.ConnectTo, Contact = "demo@localhost" },
            Log = settings.Log with { Level = LogLevel.Warning },
        };
        var hosts = server.Sites.Select(s => s.Host).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var builder = ScraperHost.Create(options, store).AddSchedule(options.Concurrency.Sites);
        builder.Services.AddSingleton(p => new ScheduledSites(() => p.GetRequiredService<SiteCatalogue>().Rules.Sites.Where(s => s.Hosts.Any(hosts.Contains)), allAtStart: true));
        builder.Services.AddSingleton<DemoProgress>();
        builder.Services.AddSingleton<IVisitObserver>(p => p.GetRequiredService<DemoProgress>());
        using var host = builder.Build();
        var progress = host.Services.GetRequiredService<DemoProgress>();
        await host.StartAsync(cancellationToken);
        try
        {
            await progress.Finished.WaitAsync(Deadline, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The report tells which sites did not come to an end.
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }

        return progress;
    }
}
