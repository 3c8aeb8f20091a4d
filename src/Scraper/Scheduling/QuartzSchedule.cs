using Quartz;

namespace Scraper.Scheduling;

/// <summary>The schedule as Quartz keeps it.</summary>
internal sealed class QuartzSchedule(ISchedulerFactory schedulers) : ISchedule
{
    public async Task<bool> IsRunningAsync(CancellationToken cancellationToken) =>
        await (await schedulers.GetScheduler(cancellationToken)).GetStatus(cancellationToken) == SchedulerStatus.Running;

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
}
