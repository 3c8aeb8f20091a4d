using Quartz;
using Scraper.Core.Sites;
using Scraper.Hosting;
using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>Gives every scheduled site its job and triggers, at start and whenever rules change; Quartz does the rest.</summary>
internal sealed class SiteScheduler(
    ISchedulerFactory schedulers, ScheduledSites sites, SiteCatalogue catalogue, IStore store, TimeProvider time, ILogger<SiteScheduler> logger) : IHostedService, IDisposable
{
    private readonly Dictionary<string, SiteSchedule> _scheduled = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await ScheduleAsync(cancellationToken);
        catalogue.Changed += OnChanged;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        catalogue.Changed -= OnChanged;
        return Task.CompletedTask;
    }

    public void Dispose() => _turn.Dispose();

    private async void OnChanged(object? sender, EventArgs e)
    {
        try
        {
            await ScheduleAsync(CancellationToken.None);
        }
        catch (Exception failure) when (failure is StoreException or SchedulerException or ObjectDisposedException)
        {
            logger.LogError("Changed site rules could not be scheduled: {Message}", failure.Message);
        }
    }

    /// <summary>Brings Quartz in line with the rules and the store: new and changed schedules in, those of sites that are gone or paused out.</summary>
    public async Task ScheduleAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            var now = time.GetUtcNow();
            var wanted = await sites.DueAsync(store.Crawl, now, cancellationToken);
            foreach (var gone in _scheduled.Keys.Except(wanted.Select(w => w.Site.Name)).ToList())
            {
                await scheduler.DeleteJob(new JobKey(gone), cancellationToken);
                _scheduled.Remove(gone);
                logger.LogInformation("{Site}: no longer visited, or paused", gone);
            }

            foreach (var (site, due) in wanted.Where(w => _scheduled.GetValueOrDefault(w.Site.Name) != w.Site.Schedule))
            {
                await ScheduleAsync(scheduler, site, due, now, cancellationToken);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task ScheduleAsync(IScheduler scheduler, SiteRule site, DateTimeOffset? due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await scheduler.DeleteJob(new JobKey(site.Name), cancellationToken);
        _scheduled[site.Name] = site.Schedule!;
        var triggers = SiteTriggers.Of(site, due, now);
        if (triggers.Count == 0)
        {
            logger.LogWarning("{Site}: its cron expression never comes true again; not scheduled", site.Name);
            return;
        }

        var job = JobBuilder.Create<SiteJob>().WithIdentity(site.Name).Build();
        await scheduler.ScheduleJob(job, triggers, new ScheduleJobOptions(), cancellationToken);
        logger.LogInformation("{Site}: {Due}", site.Name, due > now ? $"due at {due:yyyy-MM-dd HH:mm:ss}Z" : "due now");
    }
}
