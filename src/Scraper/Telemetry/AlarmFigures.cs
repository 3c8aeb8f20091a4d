using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Scraper.Core.Drift;
using Scraper.Storage;
using Scraper.Watching;

namespace Scraper.Telemetry;

/// <summary>Tells OpenTelemetry of open alarms: those that the store knew at the start, and what changes from then on.</summary>
internal sealed class AlarmFigures : IHostedService, IDisposable
{
    private const int MostSites = 10_000;

    private readonly Meter _meter = new(VisitMetrics.MeterName);
    private readonly ConcurrentDictionary<string, bool> _isOpen = new(StringComparer.Ordinal);
    private readonly Counter<long> _opened;
    private readonly IStore _store;
    private readonly SiteWatch _watch;

    public AlarmFigures(IStore store, SiteWatch watch)
    {
        (_store, _watch) = (store, watch);
        _opened = _meter.CreateCounter<long>("scraper.alarms.opened", "{alarm}", "Alarms that opened.");
        _meter.CreateObservableGauge(
            "scraper.alarms.open", () => _isOpen.Select(s => new Measurement<long>(s.Value ? 1 : 0, new KeyValuePair<string, object?>("site", s.Key))), "{alarm}", "Open alarms: 1 or 0 a site.");
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _watch.AlarmChanged += Note;
        foreach (var alarm in await _store.Memory.AlarmsAsync(openOnly: true, MostSites, cancellationToken))
        {
            _isOpen.TryAdd(alarm.Site, true);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _watch.AlarmChanged -= Note;
        return Task.CompletedTask;
    }

    public void Dispose() => _meter.Dispose();

    private void Note(object? sender, SiteAlarm alarm)
    {
        var isOpen = alarm.ClosedAt is null;
        var wasOpen = _isOpen.TryGetValue(alarm.Site, out var was) && was;
        _isOpen[alarm.Site] = isOpen;
        if (isOpen && !wasOpen)
        {
            _opened.Add(1, new KeyValuePair<string, object?>("site", alarm.Site));
        }
    }
}
