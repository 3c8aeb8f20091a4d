using Quartz;
using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>
/// The job of one site; Quartz never runs two of the same site at a time, on whichever nodes. A visit that the store's
/// trouble ended is tried again soon, not only at its next turn.
/// </summary>
[DisallowConcurrentExecution]
[RetryPolicy(5, "00:00:05", 2)]
internal sealed class SiteJob(ScheduledSites sites, SiteVisitor visitor, IStore store, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<SiteJob> logger) : IJob
{
    /// <summary>How long Quartz may take to notice that the process ends.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Visits the site that the job's key names.</summary>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        if (sites.Find(name) is not { } site)
        {
            logger.LogWarning("{Site}: not visited by this node, which does not know it; give all nodes the same site files", name);
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        switch ((await visitor.VisitAsync(site, ending.Token)).End)
        {
            case VisitEnd.Made:
                await AdaptAsync(context, site.Name, ending.Token);
                break;
            case VisitEnd.CutOff:
                await HandOverAsync(cancellationToken);
                break;
            case VisitEnd.StoreFailed:
                throw Again(name);
        }
    }

    /// <summary>
    /// Leaves a visit that the end of the process has cut off to another node, or to the next start of this one: Quartz does
    /// so for a job that ends by its own cancellation, which comes a moment after ours.
    /// </summary>
    private static Task HandOverAsync(CancellationToken cancellationToken) => Task.Delay(Patience, cancellationToken);

    /// <summary>Sets the next visit of a site that is still on an adaptive schedule.</summary>
    private async Task AdaptAsync(IJobExecutionContext context, string name, CancellationToken cancellationToken)
    {
        if (sites.Find(name) is { Schedule.Adaptive: not null } site)
        {
            var now = time.GetUtcNow();
            var due = DueTime.Next(site.Schedule, await FindAsync(name, cancellationToken), now);
            await context.Scheduler.RescheduleJob(SiteTriggers.KeyOf(site), SiteTriggers.Of(site, due, now)[0], cancellationToken);
        }
    }

    private async Task<SiteState?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await store.Crawl.FindSiteAsync(name, cancellationToken);
        }
        catch (StoreException trouble)
        {
            logger.LogError("{Site}: its next visit could not be set: {Message}", name, trouble.Message);
            throw Again(name);
        }
    }

    /// <summary>What lets Quartz try again. It logs nothing of it (<c>LogThreshold</c>): whoever met the trouble has told.</summary>
    private static JobExecutionException Again(string name) => new($"{name}: the store was in trouble");
}
