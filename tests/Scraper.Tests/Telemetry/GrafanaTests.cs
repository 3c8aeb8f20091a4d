using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Telemetry;
using Scraper.Tests.Fixtures;
using Scraper.Tests.Storage;
using Scraper.Watching;
using Xunit;

namespace Scraper.Tests.Telemetry;

/// <summary>What the program measures, what the README says of it, and what the dashboard asks for are the same names.</summary>
public sealed class GrafanaTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "src", "Scraper", "Telemetry");

    [Fact]
    public async Task The_dashboard_names_only_figures_that_there_are_and_misses_none()
    {
        var asked = Regex.Matches(await File.ReadAllTextAsync(Path.Combine(Folder, "grafana.json")), @"\bscraper_[a-z_]+").Select(m => m.Value).Distinct();

        asked.Should().BeEquivalentTo((await InstrumentsAsync()).Select(Prometheus));
    }

    [Fact]
    public async Task The_README_documents_every_figure_with_its_kind_and_unit()
    {
        var readme = await File.ReadAllLinesAsync(Path.Combine(Folder, "README.md"));
        var outcomes = readme.Single(l => l.Contains("`scraper.pages.OUTCOME`", StringComparison.Ordinal));

        foreach (var instrument in await InstrumentsAsync())
        {
            var isOutcome = instrument.Name.StartsWith("scraper.pages.", StringComparison.Ordinal);
            var line = isOutcome ? outcomes : readme.SingleOrDefault(l => l.StartsWith($"| `{instrument.Name}` |", StringComparison.Ordinal));
            line.Should().NotBeNull(instrument.Name);
            line.Should().Contain($"| {Kind(instrument)} | {instrument.Unit!.Trim('{', '}')} |", instrument.Name);
            (!isOutcome || line!.Contains($"`{instrument.Name["scraper.pages.".Length..]}`", StringComparison.Ordinal)).Should().BeTrue(instrument.Name);
        }
    }

    [Fact]
    public async Task The_dashboard_is_complete()
    {
        var dashboard = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "grafana.json"))).RootElement;

        var panels = dashboard.GetProperty("panels").EnumerateArray().ToList();
        panels.Select(p => p.GetProperty("id").GetInt32()).Should().OnlyHaveUniqueItems();
        panels.Should().OnlyContain(p => p.GetProperty("title").GetString()!.Length > 0 && p.GetProperty("targets").GetArrayLength() > 0);
        foreach (var panel in panels)
        {
            panel.GetProperty("targets").EnumerateArray().Select(t => t.GetProperty("refId").GetString()).Should().OnlyHaveUniqueItems();
            var place = panel.GetProperty("gridPos");
            (place.GetProperty("x").GetInt32() + place.GetProperty("w").GetInt32()).Should().BeLessThanOrEqualTo(24);
        }
    }

    private static async Task<IReadOnlyList<Instrument>> InstrumentsAsync()
    {
        await using var store = await StoreFixture.OpenAsync();
        using var watch = new SiteWatch(store.Store.Memory, null, TimeProvider.System, NullLogger<SiteWatch>.Instance);
        using var visits = new VisitMetrics(TimeProvider.System);
        using var alarms = new AlarmFigures(store.Store, watch);
        var found = new List<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => found.Add(instrument) };
        listener.Start();
        return [.. found.Where(i => i.Meter.Name == VisitMetrics.MeterName).DistinctBy(i => i.Name)];
    }

    private static string Kind(Instrument instrument) => instrument switch
    {
        Counter<long> => "counter",
        Histogram<double> => "histogram",
        _ => "gauge",
    };

    /// <summary>As the OpenTelemetry specification maps names to Prometheus: dots, then the unit, then the kind's ending.</summary>
    private static string Prometheus(Instrument instrument) =>
        instrument.Name.Replace('.', '_') + (instrument.Unit == "s" ? "_seconds" : string.Empty) + Kind(instrument) switch { "counter" => "_total", "histogram" => "_bucket", _ => string.Empty };
}
