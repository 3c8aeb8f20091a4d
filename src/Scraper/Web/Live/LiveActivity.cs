using System.Collections.Immutable;
using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Scheduling;
using Scraper.Storage;

namespace Scraper.Web.Live;

/// <summary>What the daemon is doing now and did a moment ago: bounded, in memory, for people who watch.</summary>
internal sealed class LiveActivity(TimeProvider time) : IVisitObserver
{
    private const int MostPages = 50;
    private const int MostReadings = 20;

    private readonly Lock _lock = new();
    private ImmutableSortedDictionary<string, LiveVisit> _visits = ImmutableSortedDictionary.Create<string, LiveVisit>(StringComparer.Ordinal);
    private ImmutableList<LivePage> _pages = [];
    private ImmutableList<LiveReading> _readings = [];
    private long _version;

    /// <summary>Grows with every change.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>Visits under way, by site.</summary>
    public IEnumerable<LiveVisit> Visits => Volatile.Read(ref _visits).Values;

    /// <summary>The latest pages, newest first.</summary>
    public IReadOnlyList<LivePage> Pages => Volatile.Read(ref _pages);

    /// <summary>The latest readings of archives, newest first.</summary>
    public IReadOnlyList<LiveReading> Readings => Volatile.Read(ref _readings);

    public void Began(SiteRule site) => Change(() => _visits = _visits.SetItem(site.Name, new LiveVisit(site.Name, time.GetUtcNow(), ImmutableSortedDictionary<PageOutcomeKind, int>.Empty)));

    public void Page(PageResult page) => Change(() =>
    {
        if (_visits.TryGetValue(page.Site, out var visit))
        {
            _visits = _visits.SetItem(page.Site, visit with { Pages = visit.Pages.SetItem(page.Outcome.Kind, visit.Pages.GetValueOrDefault(page.Outcome.Kind) + 1) });
        }

        var isBad = page.Outcome.Kind is PageOutcomeKind.Failed or PageOutcomeKind.Empty or PageOutcomeKind.Worse or PageOutcomeKind.Blocked;
        _pages = _pages.Insert(0, new LivePage(time.GetUtcNow(), page.Site, page.Url.AbsoluteUri, page.Outcome.ToString(), isBad));
        _pages = _pages.Count > MostPages ? _pages.RemoveAt(MostPages) : _pages;
    });

    public void Ended(SiteRule site, SiteVisit visit) => End(site);

    public void CutOff(SiteRule site) => End(site);

    public void Held(SiteRule site)
    {
        // Another node's visit: that one shows it.
    }

    public void TurnOver(SiteRule site, StoreException refusal) => End(site);

    public void Failed(SiteRule site, Exception failure) => End(site);

    /// <summary>Tells how far the reading of an archive is; the site's earlier one is forgotten.</summary>
    public void Tell(LiveReading reading) => Change(() =>
    {
        _readings = _readings.RemoveAll(r => r.Site == reading.Site).Insert(0, reading);
        _readings = _readings.Count > MostReadings ? _readings.RemoveAt(MostReadings) : _readings;
    });

    private void End(SiteRule site) => Change(() => _visits = _visits.Remove(site.Name));

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
            _version++;
        }
    }
}
