using Quartz;
using Scraper.Core;
using Scraper.Discovery;
using Scraper.Fetching;
using Scraper.Hosting.Systemd;
using Scraper.Route;
using Scraper.Scheduling;
using Scraper.SiteFiles;
using Scraper.Storage;
using Scraper.Telemetry;
using Scraper.Watching;
using Scraper.Web;
using Scraper.Web.Live;

namespace Scraper.Hosting;

/// <summary>Puts the parts together; every command that fetches or stores gets them from here.</summary>
internal static class ScraperHost
{
    /// <summary>Time that a stop may take altogether; the promise is ten seconds.</summary>
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(8);

    /// <summary>A host with site rules and pipeline and nothing that runs by itself.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="store">The open store, or <see langword="null"/> to keep nothing; stays the caller's.</param>
    public static HostApplicationBuilder Create(ScraperOptions options, IStore? store)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        var threshold = new LogThreshold(options.Log.Level);
        builder.Logging.AddConsoleLog(options.Log, threshold);
        var services = builder.Services;
        services.AddSingleton(threshold);
        services.Configure<HostOptions>(h => h.ShutdownTimeout = ShutdownTime);
        services.Configure<ConsoleLifetimeOptions>(c => c.SuppressStatusMessages = true);
        services.AddSingleton(store?.Clock ?? TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(options.Fetching);
        services.AddSingleton(new PipelineOptions
        {
            Agent = options.Fetching.Agent,
            FetchesPerSite = options.Concurrency.FetchesPerSite,
            Extractions = options.Concurrency.Extractions > 0 ? options.Concurrency.Extractions : Environment.ProcessorCount,
        });
        services.AddSingleton(p => new SiteCatalogue(options.Sites, p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<SiteRuleFolder>>()));
        services.AddSingleton<Extractor>();
        services.AddSingleton(store?.Fetching ?? new InMemoryFetchStateStore());
        services.AddSingleton(options.Concurrency);
        services.AddSingleton<VisitProgress>();
        services.AddSingleton<PageFetcher>();
        services.AddSingleton<IPageFetcher, ProgressFetcher>();
        services.AddSingleton<Discoverer>();
        services.AddSingleton(p => new Pipeline(
            p.GetRequiredService<IPageFetcher>(),
            p.GetRequiredService<Discoverer>(),
            p.GetRequiredService<Extractor>(),
            () => p.GetRequiredService<SiteCatalogue>().Rules,
            store,
            p.GetRequiredService<PipelineOptions>(),
            p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<ILogger<Pipeline>>(),
            p.GetService<SiteWatch>()));
        if (store is not null)
        {
            services.AddSingleton(store);
            if (options.Alarms.Webhook is { } address)
            {
                services.AddSingleton(p => new AlarmHook(address, WebhookDialler.For(address, options.Fetching), TimeSpan.FromSeconds(5), p.GetRequiredService<ILogger<AlarmHook>>()));
            }

            services.AddSingleton(p => new SiteWatch(store.Memory, p.GetService<AlarmHook>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<SiteWatch>>()));
            services.AddSingleton<VisitLog>().AddSingleton<VisitMetrics>().AddSingleton<LiveActivity>();
            services.AddSingleton<IVisitObserver>(p => new VisitObservers([p.GetRequiredService<VisitLog>(), p.GetRequiredService<VisitMetrics>(), p.GetRequiredService<LiveActivity>()]));
            services.AddSingleton<RuleProblemRecorder>();
            services.AddSingleton(new ThisNode(options.Node, store.Clock));
            services.AddSingleton<NodePulse>();
            services.AddSingleton(options.Archive).AddSingleton<ArchiveUpkeep>();
            services.AddSingleton<SiteVisitor>();
            services.AddSingleton<DueSites>();
        }

        return builder;
    }

    /// <summary>Adds the schedule: from the host's start each site is visited when it is due.</summary>
    /// <param name="builder">A host with a store.</param>
    /// <param name="concurrency">Sites visited at a time.</param>
    /// <param name="database">Connection string of the database that nodes share their schedule in; <see langword="null"/> for a schedule of one's own.</param>
    public static HostApplicationBuilder AddSchedule(this HostApplicationBuilder builder, int concurrency, string? database = null)
    {
        builder.Services.AddSingleton<ISchedule, QuartzSchedule>();
        builder.Services.AddHostedService(p => p.GetRequiredService<NodePulse>());
        builder.Services.AddHostedService(p => p.GetRequiredService<ArchiveUpkeep>());
        builder.Services.AddSingleton<SiteScheduler>().AddHostedService(p => p.GetRequiredService<SiteScheduler>());
        builder.AddQuartz(q => q.UseJobStore(database).UseDefaultThreadPool(concurrency));
        builder.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        builder.Services.AddSingleton<SchedulePulse>();
        builder.Services.AddSingleton<Liveness>();
        return builder;
    }

    /// <summary>Adds what service managers expect: notifications to systemd where it asks for them, and reload on SIGHUP.</summary>
    /// <param name="builder">A host with a schedule.</param>
    /// <param name="isService">Whether a service manager has started it, though it may not listen.</param>
    /// <param name="settings">The settings as the daemon started with them.</param>
    /// <param name="reread">Reads the settings again.</param>
    public static HostApplicationBuilder AddServiceManners(
        this HostApplicationBuilder builder, bool isService, IReadOnlyList<EffectiveSetting> settings, Func<ConfigurationResult> reread)
    {
        builder.Services.AddSingleton(NotifySocket.FromEnvironment());
        builder.Services.AddHostedService<SystemdNotifier>();
        builder.Services.AddHostedService(p => new ReloadOnHangUp(
            isService,
            settings,
            reread,
            p.GetRequiredService<SiteCatalogue>(),
            p.GetRequiredService<LogThreshold>(),
            p.GetRequiredService<NotifySocket>(),
            p.GetRequiredService<ILogger<ReloadOnHangUp>>()));
        return builder;
    }

    /// <summary>Adds workbench, API and feeds, where they are wanted, and sends figures, traces and logs where that is wanted. They start before the first visit.</summary>
    /// <param name="builder">A host with a store that gets a schedule.</param>
    /// <param name="options">The settings.</param>
    public static HostApplicationBuilder AddWeb(this HostApplicationBuilder builder, ScraperOptions options)
    {
        OtlpExport.AddOtlpLog(builder.Logging, options.Telemetry);
        builder.Services.AddHostedService(_ => new OtlpExport(options.Telemetry));
        builder.Services.AddHostedService<AlarmFigures>();
        if (options.Web.Enabled)
        {
            builder.Services.AddSingleton(options.Web);
            builder.Services.AddSingleton<WebServer>();
            builder.Services.AddHostedService(p => p.GetRequiredService<WebServer>());
        }

        return builder;
    }
}
