using System.Collections.Concurrent;
using System.Text;
using FluentAssertions;
using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Telemetry;
using Scraper.Tests.Fetching;
using Xunit;

namespace Scraper.Tests.Telemetry;

public sealed class FigureExportTests
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
        using var export = new FigureExport(new TelemetryOptions { Otlp = $"http://127.0.0.1:{receiver.Port}/" });
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

        var sent = seen.Should().NotBeEmpty().And.Subject.Last();
        (sent.Path, sent.Type).Should().Be(("/v1/metrics", "application/x-protobuf"));
        sent.Body.Should().ContainAll(
            "scraper.pages.stored", "scraper.pages.updated", "scraper.pages.relabelled", "scraper.pages.unchanged", "scraper.pages.not_modified", "scraper.pages.duplicate",
            "scraper.pages.worse", "scraper.pages.extracted", "scraper.pages.blocked", "scraper.pages.not_an_article", "scraper.pages.empty", "scraper.pages.gone", "scraper.pages.failed",
            "scraper.visits", "scraper.visits.failed", "scraper.visits.under_way", "scraper.visit.duration", "a-site-of-telemetry");
        sent.Body.Should().NotContain("a-path-that-no-label-has");
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused() =>
        new TelemetryOptions { Otlp = "nonsense", Every = TimeSpan.Zero }.Problems().Should().HaveCount(2);
}
