using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Hosting;
using Scraper.Scheduling;
using Scraper.SiteFiles;
using Scraper.Storage;
using Scraper.Web;

namespace Scraper.Cli;

/// <summary><c>scraper run</c>: the daemon.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var once = new Option<bool>("--once") { Description = "Visit every site that is due now, then exit: for cron." };
        var now = new Option<bool>("--now") { Description = "Visit every site at start, due or not." };
        var service = new Option<bool>("--service") { Description = "As a service manager starts it: without a site to visit it waits for one." };
        var command = new Command(
            "run",
            """
            Visit sites on their schedules, clean what is new and store it, until stopped.

            Sites are YAML files with a schedule in the folders named by --sites or by Sites in appsettings.json. A site
            whose time has passed while nobody ran is visited at start. SIGTERM and Ctrl-C end the daemon within ten
            seconds with what was complete stored. Logs go to standard error.

            Examples:
              scraper run --sites my-sites
              scraper run --sites my-sites --store /var/lib/scraper/scraper.db --log json
              scraper run --sites my-sites --once
              scraper run --sites store:       (rules that 'scraper sites push' has kept in the store)
            Exit codes: 0 stopped when asked (--once: all good), 1 the store cannot be used (--once: some failed), 2 usage.
            """)
        {
            SettingsOptions.Sites(), SettingsOptions.Store(), SettingsOptions.Config(), SettingsOptions.Log(), once, now, service,
        };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed, parsed.GetValue(once), parsed.GetValue(now), parsed.GetValue(service), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, bool once, bool now, bool service, CancellationToken cancellationToken)
    {
        var read = SettingsOptions.ReadAll(parsed);
        var (options, settings) = (read.Options!, read.Settings);
        if (options.Sites.Count == 0)
        {
            throw new CliException("no sites to visit: name a folder with site rules by --sites DIR, or by Sites in appsettings.json");
        }

        if (options.Sites.FirstOrDefault(s => s != SiteFolders.InStore && !Directory.Exists(s)) is { } missing)
        {
            throw new CliException($"{missing}: no such folder with site rules");
        }

        if (!service && !options.Sites.Contains(SiteFolders.InStore))
        {
            EnsureSite(options.Sites);
        }

        await using var store = await options.Address.OpenAsync(StoreAccess.Daemon, cancellationToken);
        using var rollout = options.Sites.Contains(SiteFolders.InStore) ? new RuleRollout(store.Rules) : null;
        if (rollout is not null)
        {
            await rollout.TakeOverAsync(cancellationToken);
            options = options with { Sites = [.. options.Sites.Select(s => s == SiteFolders.InStore ? rollout.Folder : s)] };
        }

        var builder = ScraperHost.Create(options, store);
        builder.Services.AddSingleton(p => new ScheduledSites(() => p.GetRequiredService<SiteCatalogue>().Own, allAtStart: now));
        if (!once)
        {
            if (rollout is not null)
            {
                builder.Services.AddSingleton(rollout).AddHostedService<RuleFollower>();
            }

            builder.AddWeb(options).AddSchedule(options.Concurrency.Sites, options.Storage == StorageEngine.Postgres ? options.Connection : null).AddServiceManners(service, settings, () => SettingsOptions.TryRead(parsed));
        }

        using var host = builder.Build();
        if (store.Migration is { } migration)
        {
            host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Scraper.Storage").LogInformation("{Store}: {Migration}", store.Location, migration);
        }

        var catalogue = host.Services.GetRequiredService<SiteCatalogue>();
        await host.Services.GetRequiredService<RuleProblemRecorder>().StartAsync(cancellationToken);
        if (host.Services.GetRequiredService<ScheduledSites>().All.Count == 0 && !service)
        {
            throw new CliException(NoSite(options.Sites));
        }

        _ = host.Services.GetRequiredService<SiteVisitor>(); // Whatever cannot be put together ends the process here, not every job of it.
        return once
            ? await VisitOnceAsync(host.Services, options, catalogue, cancellationToken)
            : await RunUntilStoppedAsync(host, catalogue, cancellationToken);
    }

    /// <summary>Refuses folders without a site to visit ahead of everything that leaves a trace.</summary>
    private static void EnsureSite(IReadOnlyList<string> folders)
    {
        using var catalogue = new SiteCatalogue(folders, TimeProvider.System, NullLogger<SiteRuleFolder>.Instance);
        if (catalogue.Own.All(s => s.Schedule is null))
        {
            throw new CliException([.. catalogue.Problems.Where(p => catalogue.IsOwn(p.Source)).Select(p => p.ToString()), NoSite(folders)]);
        }
    }

    private static string NoSite(IReadOnlyList<string> folders) => $"no site to visit: no usable rule with a schedule in {string.Join(", ", folders)}";

    private static async Task<int> RunUntilStoppedAsync(IHost host, SiteCatalogue catalogue, CancellationToken cancellationToken)
    {
        catalogue.Watch();
        try
        {
            // Ahead of the host, which would log a port that is taken with a stack trace.
            await (host.Services.GetService<WebServer>()?.StartAsync(cancellationToken) ?? Task.CompletedTask);
            await host.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped while starting: as good an end as any.
        }

        return ExitCode.Ok;
    }

    private static async Task<int> VisitOnceAsync(IServiceProvider services, ScraperOptions options, SiteCatalogue catalogue, CancellationToken cancellationToken)
    {
        var pulse = services.GetRequiredService<NodePulse>();
        await pulse.StartAsync(cancellationToken);
        var visits = await services.GetRequiredService<DueSites>().VisitAsync(options.Concurrency.Sites, cancellationToken);
        await services.GetRequiredService<ArchiveUpkeep>().PruneAsync(cancellationToken);
        await pulse.StopAsync(CancellationToken.None);
        foreach (var (site, visit) in visits)
        {
            Console.Out.WriteLine($"{site.Name}: {visit?.ToString() ?? "failed"}");
        }

        return !catalogue.HasErrors && visits.All(v => v.Visit?.Outcome == SiteRunOutcome.Succeeded) ? ExitCode.Ok : ExitCode.SomeFailed;
    }
}
