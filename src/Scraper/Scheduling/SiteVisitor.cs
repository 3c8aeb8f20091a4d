using Scraper.Core.Labelling;
using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Storage;
using Scraper.Telemetry;

namespace Scraper.Scheduling;

/// <summary>Visits one site and notes in the store that it began, how it ended and when the next visit is due.</summary>
internal sealed class SiteVisitor(Pipeline pipeline, IStore store, IVisitObserver observer, TimeProvider time)
{
    /// <summary>
    /// Visits the site. A visit that is cut off or fails as a whole is not noted as finished, so it is due again at the
    /// next start.
    /// </summary>
    /// <returns>The visit; <see langword="null"/> where it was cut off or failed, which the observer was told.</returns>
    public async Task<SiteVisit?> VisitAsync(SiteRule site, CancellationToken cancellationToken)
    {
        try
        {
            return await VisitAndNoteAsync(site, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            observer.CutOff(site);
            return null;
        }
        catch (Exception failure)
        {
            observer.Failed(site, failure);
            return null;
        }
    }

    private async Task<SiteVisit> VisitAndNoteAsync(SiteRule site, CancellationToken cancellationToken)
    {
        var started = time.GetUtcNow();
        using var span = Traces.Visit(site.Name);
        observer.Began(site);
        await store.Crawl.StartRunAsync(site.Name, started, cancellationToken);
        var visit = await pipeline.VisitSiteAsync(site, observer.Page, cancellationToken);
        var next = site.Schedule is null ? null : DueTime.After(site.Schedule, started, await PaceAsync(site, cancellationToken));
        var detail = string.Join("; ", visit.SourceErrors.Prepend(visit.ToString()));
        await store.Crawl.FinishRunAsync(site.Name, new SiteRun(time.GetUtcNow(), visit.Outcome, next, detail), cancellationToken);
        span?.SetTag("outcome", Names.Of(visit.Outcome));
        observer.Ended(site, visit);
        return visit;
    }

    /// <summary>
    /// How often the site's latest articles call for a visit, by when they came out as the pages say, or else by when they
    /// were fetched; <see langword="null"/> where the schedule does not ask.
    /// </summary>
    private async Task<TimeSpan?> PaceAsync(SiteRule site, CancellationToken cancellationToken)
    {
        if (site.Schedule?.Adaptive is not { } adaptive)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var latest = await store.Articles.ListAsync(new ArticleFilter { Site = site.Name, Until = now, Limit = AdaptiveInterval.Sample }, cancellationToken);
        return adaptive.Next(latest.Select(a => a.PublishedAt?.Value ?? a.FetchedAt), now);
    }
}
