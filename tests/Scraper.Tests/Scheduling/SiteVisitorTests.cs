using System.Collections.Concurrent;
using System.Globalization;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Hosting;
using Scraper.Scheduling;
using Scraper.Storage;
using Scraper.Tests.Fetching;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Scheduling;

public sealed class SiteVisitorTests : IAsyncLifetime
{
    private static readonly SiteRule Site = new()
    {
        Name = "news",
        Hosts = ["news.example"],
        Schedule = new SiteSchedule { Every = TimeSpan.FromMinutes(10) },
        Discovery = new SiteDiscovery { Feeds = ["http://news.example/feed"] },
        Layouts = [new SiteLayout { Select = new Dictionary<SiteField, IReadOnlyList<Selector>> { [SiteField.Body] = [new Selector("article", 1)] } }],
    };

    private bool _secondWaits;
    private readonly ConcurrentDictionary<string, string> _pages = new();
    private StoreFixture _store = null!;
    private LoopbackWeb _web = null!;

    public async Task InitializeAsync()
    {
        _store = await StoreFixture.OpenAsync();
        _web = await LoopbackWeb.StartAsync(AnswerAsync);
    }

    public async Task DisposeAsync()
    {
        await _web.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task A_visit_is_noted_with_its_outcome_and_its_next_time()
    {
        Offer("a", "b");

        var visit = await VisitAsync();

        visit!.Outcome.Should().Be(SiteRunOutcome.Succeeded);
        var state = (await _store.Store.Crawl.FindSiteAsync("news", default))!;
        state.Outcome.Should().Be(SiteRunOutcome.Succeeded);
        state.NextDueAt.Should().Be(state.StartedAt!.Value.AddMinutes(10));
        state.Articles.Should().Be(2);
        state.Detail.Should().Contain("2 Stored");
    }

    [Fact]
    public async Task An_adaptive_sites_next_time_comes_from_its_articles()
    {
        var adaptive = Site with { Schedule = new SiteSchedule { Adaptive = AdaptiveInterval.Default } };
        Offer();
        await VisitAsync(site: adaptive);
        var quiet = (await _store.Store.Crawl.FindSiteAsync("news", default))!;
        Offer("a", "b");
        await VisitAsync(site: adaptive);
        var busy = (await _store.Store.Crawl.FindSiteAsync("news", default))!;

        (quiet.NextDueAt - quiet.StartedAt).Should().Be(TimeSpan.FromHours(6));
        (busy.NextDueAt - busy.StartedAt).Should().Be(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task What_is_stored_is_not_fetched_again_and_what_is_new_is()
    {
        Offer("a", "b");
        await VisitAsync();
        Offer("c", "a", "b");

        var second = await VisitAsync();

        second!.Pages.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create(Scraper.Route.PageOutcomeKind.Stored, 1));
        Asked("/a").Should().Be(1);
        Asked("/c").Should().Be(1);
    }

    [Fact]
    public async Task A_page_that_fails_or_is_gone_does_not_keep_the_others()
    {
        Offer("a", "gone", "b");
        _pages.TryRemove("/gone", out _);

        var visit = await VisitAsync();

        visit!.Count(Scraper.Route.PageOutcomeKind.Stored).Should().Be(2);
        visit.Count(Scraper.Route.PageOutcomeKind.Gone).Should().Be(1);
        visit.Outcome.Should().Be(SiteRunOutcome.Succeeded);
    }

    [Fact]
    public async Task A_visit_that_is_cut_off_is_not_noted_as_finished()
    {
        // Which of the two is asked for first is left to chance; the other one waits.
        Offer("a", "b");
        using var cut = new CancellationTokenSource();
        _secondWaits = true;

        var running = VisitAsync(cancellationToken: cut.Token);
        while (Asked("/a") + Asked("/b") < 2 || await _store.Store.Crawl.FindSiteAsync("news", default) is not { Articles: > 0 })
        {
            await Task.Delay(10);
        }

        await cut.CancelAsync();

        (await running).Should().BeNull();
        var state = (await _store.Store.Crawl.FindSiteAsync("news", default))!;
        (state.FinishedAt >= state.StartedAt).Should().BeFalse();
        state.Articles.Should().Be(1, "what was complete is stored");
        DueTime.Next(Site.Schedule!, state, DateTimeOffset.UtcNow).Should().BeOnOrBefore(DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task A_site_of_which_no_source_answers_has_failed()
    {
        var visit = await VisitAsync();

        visit!.Outcome.Should().Be(SiteRunOutcome.Failed);
        visit.SourceErrors.Should().ContainSingle().Which.Should().StartWith("http://news.example/feed: ");
    }

    [Theory]
    [InlineData("<item><title>Salt & pepper</title><link>http://news.example/a</link></item>", SiteRunOutcome.Succeeded)]
    [InlineData("<item><title>Salt & pepper</title></item>", SiteRunOutcome.Failed)]
    public async Task An_ill_formed_feed_fails_only_where_no_article_could_be_read_from_it(string items, SiteRunOutcome outcome)
    {
        Offer("a");
        _pages["/feed"] = $"<rss version=\"2.0\"><channel><title>t</title>{items}</channel></rss>";

        var visit = await VisitAsync();

        visit!.Outcome.Should().Be(outcome);
        (await _store.Store.Crawl.FindSiteAsync("news", default))!.Detail.Should().Contain("http://news.example/feed: not well-formed");
    }

    private void Offer(params string[] names)
    {
        var items = names.Select(n => $"<item><title>{n}</title><link>http://news.example/{n}</link></item>");
        _pages["/feed"] = $"<rss version=\"2.0\"><channel><title>t</title>{string.Concat(items)}</channel></rss>";
        foreach (var name in names)
        {
            _pages["/" + name] = string.Create(CultureInfo.InvariantCulture, $"<html><body><article><p>All that there is to say about {name}, in one whole sentence of its own that tells it from the others: {name} {name.GetHashCode(StringComparison.Ordinal)}.</p></article></body></html>");
        }
    }

    private int Asked(string path) => _web.Seen.Count(s => s.Path == path);

    private async Task<Scraper.Route.SiteVisit?> VisitAsync(SiteRule? site = null, CancellationToken cancellationToken = default)
    {
        var options = new ScraperOptions
        {
            Log = new LogOptions { Level = LogLevel.None },
            Fetching = new FetchOptions { Delay = TimeSpan.Zero, ConnectTo = new Dictionary<string, string> { ["news.example:80"] = $"127.0.0.1:{_web.Port}" } },
        };
        using var host = ScraperHost.Create(options, _store.Store).Build();
        return (await host.Services.GetRequiredService<SiteVisitor>().VisitAsync(site ?? Site, cancellationToken)).Visit;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (!_pages.TryGetValue(context.Request.Path.Value!, out var page))
        {
            context.Response.StatusCode = 404;
            return;
        }

        if (page == "wait" || (_secondWaits && context.Request.Path != "/feed" && Asked("/a") + Asked("/b") == 2))
        {
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        }

        context.Response.ContentType = context.Request.Path == "/feed" ? "application/rss+xml" : "text/html";
        await context.Response.WriteAsync(page, context.RequestAborted);
    }
}
