using Quartz;

namespace Scraper.Scheduling;

/// <summary>The job of one site; Quartz never runs two of the same site at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class SiteJob(ScheduledSites sites, SiteVisitor visitor, IHostApplicationLifetime lifetime) : IJob
{
    /// <summary>Visits the site that the job's key names.</summary>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (sites.Find(context.JobDetail.Key.Name) is { } site)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
            await visitor.VisitAsync(site, ending.Token);
        }
    }
}
