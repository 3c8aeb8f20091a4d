using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>Visits every site that is due now, once, and is done: what cron users call (<c>run --once</c>).</summary>
internal sealed class DueSites(ScheduledSites sites, SiteVisitor visitor, IStore store, TimeProvider time)
{
    /// <summary>A site that has been due for so long has nobody who visits it, and is no longer said to be due.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Visits them.</summary>
    /// <param name="concurrency">Sites at a time.</param>
    /// <param name="cancellationToken">Cuts the visits off.</param>
    /// <returns>Each site that was due with its visit; <see langword="null"/> for one that failed as a whole or was cut off.</returns>
    public async Task<IReadOnlyList<(SiteRule Site, SiteVisit? Visit)>> VisitAsync(int concurrency, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = (await sites.DueAsync(store, now, cancellationToken)).Where(s => s.Due <= now).Select(s => s.Site).ToList();
        // Not sooner: another call, with other rules, may be what visits them.
        await store.Crawl.ForgetDueAsync([.. sites.All.Select(s => s.Name)], now - LongestWait, cancellationToken);
        var visits = new SiteVisit?[due.Count];
        var settings = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, due.Count, settings, async (i, token) => visits[i] = (await visitor.VisitAsync(due[i], token)).Visit);
        return [.. due.Zip(visits)];
    }
}
