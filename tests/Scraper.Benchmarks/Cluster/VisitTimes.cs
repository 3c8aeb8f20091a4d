using System.Collections.Concurrent;
using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Scheduling;
using Scraper.Storage;

namespace Scraper.Benchmarks.Cluster;

/// <summary>Notes when each site's first visit began and ended; shared by all nodes.</summary>
/// <param name="sites">How many sites there are.</param>
internal sealed class VisitTimes(int sites) : IVisitObserver
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _began = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new();
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _troubles;

    /// <summary>Done when every site was visited.</summary>
    public Task All => _all.Task;

    /// <summary>When visits began, in order.</summary>
    public IReadOnlyList<DateTimeOffset> Begins => [.. _began.Values.Order()];

    /// <summary>When visits ended, in order.</summary>
    public IReadOnlyList<DateTimeOffset> Ends => [.. _ended.Values.Order()];

    /// <summary>Visits that did not end well.</summary>
    public int Troubles => _troubles;

    public void Began(SiteRule site) => _began.TryAdd(site.Name, DateTimeOffset.UtcNow);

    public void Page(PageResult page)
    {
    }

    public void Ended(SiteRule site, SiteVisit visit)
    {
        if (_ended.TryAdd(site.Name, DateTimeOffset.UtcNow) && _ended.Count == sites)
        {
            _all.TrySetResult();
        }
    }

    public void CutOff(SiteRule site)
    {
    }

    public void Held(SiteRule site) => Interlocked.Increment(ref _troubles);

    public void TurnOver(SiteRule site, StoreException refusal) => Interlocked.Increment(ref _troubles);

    public void Failed(SiteRule site, Exception failure) => Interlocked.Increment(ref _troubles);
}
