using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Scraper.Core.Labelling;
using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Scheduling;
using Scraper.Storage;

namespace Scraper.Telemetry;

/// <summary>Counts visits and pages for OpenTelemetry. README.md beside this file lists the names; the only label is <c>site</c>.</summary>
internal sealed class VisitMetrics : IVisitObserver, IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Scraper";

    private static readonly double[] Seconds = [0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600];

    private readonly Meter _meter = new(MeterName);
    private readonly Dictionary<PageOutcomeKind, Counter<long>> _pages;
    private readonly Counter<long> _visits;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _refusals;
    private readonly Histogram<double> _duration;
    private readonly ConcurrentDictionary<string, long> _began = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;

    public VisitMetrics(TimeProvider time)
    {
        _time = time;
        _pages = Enum.GetValues<PageOutcomeKind>().ToDictionary(k => k, k => _meter.CreateCounter<long>($"scraper.pages.{Names.Of(k)}", "{page}", $"Pages whose journey ended as {k}."));
        _visits = _meter.CreateCounter<long>("scraper.visits", "{visit}", "Visits that ended.");
        _failures = _meter.CreateCounter<long>("scraper.visits.failed", "{visit}", "Visits that failed as a whole.");
        _refusals = _meter.CreateCounter<long>("scraper.visits.turn_over", "{visit}", "Visits whose writes were refused because another node had taken the site over.");
        _duration = _meter.CreateHistogram<double>("scraper.visit.duration", "s", "How long visits took.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
        _meter.CreateObservableGauge("scraper.visits.under_way", () => _began.Count, "{visit}", "Visits under way.");
    }

    public void Began(SiteRule site) => _began[site.Name] = _time.GetTimestamp();

    public void Page(PageResult page) => _pages[page.Outcome.Kind].Add(1, Site(page.Site));

    public void Ended(SiteRule site, SiteVisit visit)
    {
        _visits.Add(1, Site(site.Name));
        End(site);
    }

    public void CutOff(SiteRule site) => End(site);

    public void Held(SiteRule site)
    {
    }

    public void TurnOver(SiteRule site, StoreException refusal)
    {
        _refusals.Add(1, Site(site.Name));
        End(site);
    }

    public void Failed(SiteRule site, Exception failure)
    {
        _failures.Add(1, Site(site.Name));
        End(site);
    }

    public void Dispose() => _meter.Dispose();

    private void End(SiteRule site)
    {
        if (_began.TryRemove(site.Name, out var began))
        {
            _duration.Record(_time.GetElapsedTime(began).TotalSeconds, Site(site.Name));
        }
    }

    private static KeyValuePair<string, object?> Site(string name) => new("site", name);
}
