using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>Visits one site and notes in the store that it began, how it ended and when the next visit is due.</summary>
internal sealed class SiteVisitor(Pipeline pipeline, IStore store, IProgress<PageResult> progress, TimeProvider time, ILogger<SiteVisitor> logger)
{
    /// <summary>
    /// Visits the site. A visit that is cancelled, or that the store fails, is not noted as finished: it is due again at
    /// the next start.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    public async Task<SiteVisit> VisitAsync(SiteRule site, CancellationToken cancellationToken)
    {
        var started = time.GetUtcNow();
        logger.LogInformation("{Site}: visit begins", site.Name);
        await store.Crawl.StartRunAsync(site.Name, started, cancellationToken);
        var visit = await pipeline.VisitSiteAsync(site, progress, cancellationToken);
        foreach (var error in visit.SourceErrors)
        {
            logger.LogWarning("{Site}: {Error}", site.Name, error);
        }

        var next = site.Schedule is null ? null : DueTime.After(site.Schedule, started);
        var detail = string.Join("; ", visit.SourceErrors.Prepend(visit.ToString()));
        await store.Crawl.FinishRunAsync(site.Name, new SiteRun(time.GetUtcNow(), visit.Outcome, next, detail), cancellationToken);
        logger.LogInformation("{Site}: {Visit}", site.Name, visit);
        return visit;
    }
}
