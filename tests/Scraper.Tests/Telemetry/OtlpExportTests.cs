using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Core.Drift;
using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Storage;
using Scraper.Telemetry;
using Scraper.Tests.Fetching;
using Scraper.Tests.Storage;
using Scraper.Tests.Web;
using Scraper.Watching;
using Xunit;

namespace Scraper.Tests.Telemetry;

public sealed class OtlpExportTests
{
    [Fact]
    public async Task An_OTLP_receiver_sees_the_documented_names_with_the_site_as_only_label()
    {
        var seen = new ConcurrentQueue<(string Path, string? Type, string Body)>();
        await using var receiver = await LoopbackWeb.StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            seen.Enqueue((context.Request.Path, context.Request.ContentType, Encoding.Latin1.GetString(body.ToArray())));
        });
        using var metrics = new VisitMetrics(TimeProvider.System);
        using var export = new OtlpExport(new TelemetryOptions { Otlp = $"http://127.0.0.1:{receiver.Port}/" });
        await export.StartAsync(CancellationToken.None);
        var site = new SiteRule { Name = "a-site-of-telemetry", Hosts = ["news.example"], Layouts = [] };

        metrics.Began(site);
        foreach (var kind in Enum.GetValues<PageOutcomeKind>())
        {
            metrics.Page(new PageResult(new Uri("http://news.example/a-path-that-no-label-has"), site.Name, new PageOutcome(kind), null));
        }

        metrics.Ended(site, new SiteVisit(site.Name, [], 1, new Dictionary<PageOutcomeKind, int>()));
        metrics.Failed(site, new InvalidOperationException("x"));
        await export.StopAsync(CancellationToken.None);

        var sent = seen.Should().NotBeEmpty().And.Subject.Last(s => s.Path == "/v1/metrics");
        (sent.Path, sent.Type).Should().Be(("/v1/metrics", "application/x-protobuf"));
        sent.Body.Should().ContainAll(
            "scraper.pages.stored", "scraper.pages.updated", "scraper.pages.relabelled", "scraper.pages.unchanged", "scraper.pages.not_modified", "scraper.pages.duplicate",
            "scraper.pages.worse", "scraper.pages.extracted", "scraper.pages.blocked", "scraper.pages.not_an_article", "scraper.pages.empty", "scraper.pages.gone", "scraper.pages.failed",
            "scraper.visits", "scraper.visits.failed", "scraper.visits.under_way", "scraper.visit.duration", "a-site-of-telemetry");
        sent.Body.Should().NotContain("a-path-that-no-label-has");
    }

    [Fact]
    public async Task An_OTLP_receiver_sees_the_documented_spans_alarms_and_logs_of_a_visit()
    {
        var seen = new ConcurrentQueue<(string Path, string Body)>();
        await using var receiver = await LoopbackWeb.StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            seen.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        });
        await using (var site = await NewsSite.StartAsync(articles: 3, telemetry: new TelemetryOptions { Otlp = $"http://127.0.0.1:{receiver.Port}" }))
        {
            var alarm = new SiteAlarm("news", 1, [DriftSignal.Shrunk], "texts are short", "http://news.example/a/0", DateTimeOffset.UtcNow);
            await site.Workbench.Store.Store.Memory.SaveAsync("news", new SiteMemory(null, null, null, DateTimeOffset.UtcNow), alarm, CancellationToken.None);
        }

        string Sent(string signal) => string.Concat(seen.Where(s => s.Path == "/v1/" + signal).Select(s => s.Body));
        Sent("traces").Should().ContainAll("scraper.visit", "scraper.fetch", "scraper.extract", "scraper.store", "news", "outcome", "stored", "succeeded");
        Sent("traces").Should().NotContain("news.example/a/", "no span carries an address");
        Sent("metrics").Should().ContainAll("scraper.visits", "scraper.pages.stored");
        Sent("logs").Should().ContainAll("visit begins", "Scraper.Scheduling.VisitLog", "Stored", "service.name", "scraper");
    }

    [Fact]
    public async Task Alarms_are_figures_from_the_start_and_when_they_change()
    {
        await using var store = await StoreFixture.OpenAsync();
        await store.Store.Memory.SaveAsync("old", new SiteMemory(null, null, null, StoreFixture.Now), new SiteAlarm("old", 1, [DriftSignal.Shrunk], "d", "u", StoreFixture.Now), CancellationToken.None);
        using var watch = new SiteWatch(store.Store.Memory, null, TimeProvider.System, NullLogger<SiteWatch>.Instance);
        using var alarms = new AlarmFigures(store.Store, watch);
        await alarms.StartAsync(CancellationToken.None);
        var open = new Dictionary<string, long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "scraper.alarms.open")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => open[(string)tags[0].Value!] = value);
        listener.Start();

        listener.RecordObservableInstruments();

        open.Should().Contain("old", 1);
        await alarms.StopAsync(CancellationToken.None);
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused() =>
        new TelemetryOptions { Otlp = "nonsense", Every = TimeSpan.Zero, Traced = 2 }.Problems().Should().HaveCount(3);
}
