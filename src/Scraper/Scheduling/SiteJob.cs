using Quartz;
using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>The job of one site; Quartz never runs two of the same site at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class SiteJob(ScheduledSites sites, SiteVisitor visitor, IStore store, TimeProvider time, IHostApplicationLifetime lifetime) : IJob
{
    /// <summary>Visits the site that the job's key names.</summary>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (sites.Find(context.JobDetail.Key.Name) is { } site)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
            if (await visitor.VisitAsync(site, ending.Token) is not null)
            {
                await AdaptAsync(context, site.Name, ending.Token);
            }
        }
    }

    /// <summary>Sets the next visit of a site that is still on an adaptive schedule.</summary>
    private async Task AdaptAsync(IJobExecutionContext context, string name, CancellationToken cancellationToken)
    {
        if (sites.Find(name) is { Schedule.Adaptive: not null } site)
        {
            var now = time.GetUtcNow();
            var due = DueTime.Next(site.Schedule, await store.Crawl.FindSiteAsync(name, cancellationToken), now);
            await context.Scheduler.RescheduleJob(context.Trigger.Key, SiteTriggers.Of(site, due, now)[0], cancellationToken);
        }
    }
}
