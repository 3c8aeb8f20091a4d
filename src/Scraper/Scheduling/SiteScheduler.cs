using Quartz;
using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>At start, gives every scheduled site its job and triggers; Quartz does the rest.</summary>
internal sealed class SiteScheduler(ISchedulerFactory schedulers, ScheduledSites sites, IStore store, TimeProvider time, ILogger<SiteScheduler> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var now = time.GetUtcNow();
        foreach (var (site, due) in await sites.DueAsync(store.Crawl, now, cancellationToken))
        {
            var triggers = SiteTriggers.Of(site, due, now);
            if (triggers.Count == 0)
            {
                logger.LogWarning("{Site}: its cron expression never comes true again; not scheduled", site.Name);
                continue;
            }

            var job = JobBuilder.Create<SiteJob>().WithIdentity(site.Name).Build();
            await scheduler.ScheduleJob(job, triggers, new ScheduleJobOptions(), cancellationToken);
            logger.LogInformation("{Site}: {Due}", site.Name, due > now ? $"due at {due:yyyy-MM-dd HH:mm:ss}Z" : "due now");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
