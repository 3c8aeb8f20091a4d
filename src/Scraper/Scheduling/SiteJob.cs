using Quartz;
using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>The job of one site; Quartz never runs two of the same site at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class SiteJob(ScheduledSites sites, SiteVisitor visitor, IHostApplicationLifetime lifetime, ILogger<SiteJob> logger) : IJob
{
    /// <summary>Visits the site that the job's key names.</summary>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var site = sites[context.JobDetail.Key.Name];
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await visitor.VisitAsync(site, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            logger.LogInformation("{Site}: visit cut off; it goes on at the next start", site.Name);
        }
        catch (StoreException failure)
        {
            logger.LogError("{Site}: visit failed: {Message}", site.Name, failure.Message);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            logger.LogError(bug, "{Site}: visit failed; this is a bug of ours, please report it", site.Name);
        }
    }
}
