using Quartz;
using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>The schedule as Quartz keeps it.</summary>
internal sealed class QuartzSchedule(ISchedulerFactory schedulers, SiteScheduler sites, ScheduledSites all, IStore store, TimeProvider time) : ISchedule
{
    public IReadOnlyList<string> Sites => [.. all.All.Select(s => s.Name)];

    public async Task<bool> IsRunningAsync(CancellationToken cancellationToken) =>
        (await schedulers.GetScheduler(cancellationToken)).Status == SchedulerStatus.Running;

    public async Task<bool> RunNowAsync(string site, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var job = new JobKey(site);
        if (!await scheduler.Exists(job, cancellationToken))
        {
            return false;
        }

        await scheduler.TriggerJob(job, data: null, cancellationToken);
        return true;
    }

    public async Task<bool> PauseAsync(string site, bool isPaused, CancellationToken cancellationToken)
    {
        if (all.Find(site) is null)
        {
            return false;
        }

        await store.Crawl.PauseAsync(site, isPaused ? time.GetUtcNow() : null, cancellationToken);
        await sites.AlignAsync(cancellationToken);
        return true;
    }
}
