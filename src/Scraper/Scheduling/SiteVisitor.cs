using Scraper.Core.Labelling;
using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Storage;
using Scraper.Telemetry;

namespace Scraper.Scheduling;

/// <summary>Visits one site, in a turn of its own, and notes in the store that it began, how it ended and when the next visit is due.</summary>
internal sealed class SiteVisitor(Pipeline pipeline, IStore store, ThisNode node, IVisitObserver observer, VisitProgress progress, TimeProvider time)
{
    /// <summary>How often a turn is asked for that a node holds which may be dead.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Visits the site. A visit that is cut off or fails as a whole is not noted as finished, so it is due again at the
    /// next start. The observer is told of every end.
    /// </summary>
    public async Task<VisitAttempt> VisitAsync(SiteRule site, CancellationToken cancellationToken)
    {
        SiteTurn? turn = null;
        try
        {
            turn = await TakeTurnAsync(site.Name, cancellationToken);
            if (turn is null)
            {
                observer.Held(site);
                return new VisitAttempt(VisitEnd.Held);
            }

            using (store.Fence.Enter(turn))
            using (progress.Enter(site.Name))
            {
                var visit = await VisitAndNoteAsync(site, turn.StartedAt, cancellationToken);
                turn = null;
                return new VisitAttempt(VisitEnd.Made, visit);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            observer.CutOff(site);
            return new VisitAttempt(VisitEnd.CutOff);
        }
        catch (StoreException late) when (late.Fault == StoreFault.TurnOver)
        {
            node.NoteRefusal(late.Message);
            observer.TurnOver(site, late);
            turn = null;
            return new VisitAttempt(VisitEnd.TurnOver);
        }
        catch (Exception failure)
        {
            observer.Failed(site, failure);
            return new VisitAttempt(failure is StoreException ? VisitEnd.StoreFailed : VisitEnd.Failed);
        }
        finally
        {
            await AbandonAsync(turn);
        }
    }

    /// <summary>
    /// Takes the site's turn. Where another node holds it, that node is either alive, and then visits the site, or found
    /// out to be dead within the lease.
    /// </summary>
    private async Task<SiteTurn?> TakeTurnAsync(string site, CancellationToken cancellationToken)
    {
        for (var until = time.GetUtcNow() + SiteTurn.Lease + Patience; ; await Task.Delay(Patience, time, cancellationToken))
        {
            var now = time.GetUtcNow();
            if (await store.Crawl.StartRunAsync(site, node.Id, now, cancellationToken) is { } turn)
            {
                return turn;
            }

            if (now >= until)
            {
                return null;
            }
        }
    }

    private async Task<SiteVisit> VisitAndNoteAsync(SiteRule site, DateTimeOffset started, CancellationToken cancellationToken)
    {
        using var span = Traces.Visit(site.Name);
        observer.Began(site);
        var visit = await pipeline.VisitSiteAsync(site, EndOfPage, cancellationToken);
        var next = site.Schedule is null ? null : DueTime.After(site.Schedule, started, await PaceAsync(site, cancellationToken));
        var detail = string.Join("; ", visit.SourceErrors.Concat(visit.SourceNotes).Prepend(visit.ToString()));
        await store.Crawl.FinishRunAsync(site.Name, new SiteRun(time.GetUtcNow(), visit.Outcome, next, detail), cancellationToken);
        span?.SetTag("outcome", Names.Of(visit.Outcome));
        observer.Ended(site, visit);
        return visit;
    }

    private void EndOfPage(PageResult page)
    {
        progress.Note();
        observer.Page(page);
    }

    /// <summary>Lets others have the turn of a visit that was broken off; where the store cannot be told, the next beat tries again.</summary>
    private async Task AbandonAsync(SiteTurn? turn)
    {
        if (turn is null)
        {
            return;
        }

        try
        {
            await store.Crawl.AbandonRunAsync(turn, CancellationToken.None);
        }
        catch (StoreException)
        {
            node.Abandoned.Enqueue(turn);
        }
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
