using System.Collections.Concurrent;
using System.Globalization;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Hosting;
using Scraper.Route;
using Scraper.Scheduling;
using Scraper.Storage;
using Scraper.Tests.Fetching;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Scheduling;

/// <summary>Sites whose robots.txt asks for more time between two requests than a visit waits.</summary>
public sealed class LongDelayTests : IAsyncLifetime
{
    private static readonly SiteRule Site = new()
    {
        Name = "slow",
        Hosts = ["slow.example"],
        Schedule = new SiteSchedule { Every = TimeSpan.FromMinutes(15) },
        Discovery = new SiteDiscovery { Feeds = ["http://slow.example/feed"] },
        Layouts = [new SiteLayout { Select = new Dictionary<SiteField, IReadOnlyList<Selector>> { [SiteField.Body] = [new Selector("article", 1)] } }],
    };

    private readonly ManualClock _clock = new();
    private readonly ConcurrentQueue<(string Path, DateTimeOffset At)> _asked = new();
    private TimeSpan _delay;
    private string[] _offered = [];
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

    [Theory]
    [InlineData("0:05", "0:15", 8)]
    [InlineData("0:10", "0:15", 8)]
    [InlineData("0:10", "0:05", 16)]
    [InlineData("1:00", "0:15", 32)]
    [InlineData("6:00", "24:00", 8)]
    public async Task A_site_gets_its_articles_whatever_its_delay(string delay, string every, int visits)
    {
        _delay = Time(delay);
        _offered = ["a", "b", "c"];

        await VisitAsync(visits, Time(every));

        (await StoredAsync()).Should().BeEquivalentTo("a", "b", "c");
        Gaps().Should().OnlyContain(gap => gap >= _delay);
    }

    [Fact]
    public async Task What_is_new_is_found_while_much_is_left_over()
    {
        _delay = TimeSpan.FromMinutes(10);
        _offered = [.. Enumerable.Range(0, 40).Select(i => "old" + i)];
        await VisitAsync(4, TimeSpan.FromMinutes(15));
        _offered = ["new", .. _offered];

        await VisitAsync(8, TimeSpan.FromMinutes(15));

        _asked.Select(a => a.Path).Where(p => p != "/robots.txt").Chunk(2).Should().OnlyContain(pair => pair[0] == "/feed" && pair[1] != "/feed");
        (await _store.Store.Crawl.FindUrlAsync("http://slow.example/new", default)).Should().NotBeNull();
    }

    [Fact]
    public async Task A_page_that_takes_two_requests_holds_up_no_other()
    {
        _delay = TimeSpan.FromMinutes(10);
        _offered = ["moved", "a"];
        await VisitAsync(8, TimeSpan.FromMinutes(15));
        _offered = ["b", "moved", "a"];

        await VisitAsync(8, TimeSpan.FromMinutes(15));

        (await StoredAsync()).Should().BeEquivalentTo("a", "b");
        Gaps().Should().OnlyContain(gap => gap >= _delay);
    }

    [Fact]
    public async Task A_visit_whose_only_request_goes_to_a_page_has_succeeded_and_says_so()
    {
        _delay = TimeSpan.FromMinutes(10);
        _offered = ["a", "b"];

        var visits = await VisitAsync(2, TimeSpan.FromMinutes(15));

        visits[^1].Outcome.Should().Be(SiteRunOutcome.Succeeded);
        visits[^1].SourceErrors.Should().BeEmpty();
        (await _store.Store.Crawl.FindSiteAsync("slow", default))!.Detail.Should().Be("0 found, 1 Stored; http://slow.example/feed: gave way to a page that was left over");
    }

    [Theory]
    [InlineData("0:01")]
    [InlineData("0:02")]
    [InlineData("0:03")]
    [InlineData("0:04")]
    public async Task A_delay_that_is_waited_for_puts_off_no_page(string delay)
    {
        _delay = Time(delay);
        _offered = ["a", "b", "c", "d", "e"];

        await VisitAsync(1, TimeSpan.FromMinutes(15));

        (await StoredAsync()).Should().BeEquivalentTo(_offered);
        Gaps().Should().OnlyContain(gap => gap >= _delay);
    }

    private static TimeSpan Time(string text) => text == "24:00" ? TimeSpan.FromDays(1) : TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Between requests for anything but robots.txt, by which nothing is known of the delay yet.</summary>
    private IEnumerable<TimeSpan> Gaps()
    {
        var times = _asked.Where(a => a.Path != "/robots.txt").Select(a => a.At).ToList();
        return times.Zip(times.Skip(1), (a, b) => b - a);
    }

    private async Task<IReadOnlyList<string>> StoredAsync() =>
        [.. (await _store.Store.Articles.ListAsync(new ArticleFilter { Limit = 100 }, default)).Select(a => a.Url[(a.Url.LastIndexOf('/') + 1)..])];

    private async Task<List<SiteVisit>> VisitAsync(int times, TimeSpan every)
    {
        var options = new ScraperOptions
        {
            Log = new LogOptions { Level = LogLevel.None },
            Fetching = new FetchOptions { ConnectTo = new Dictionary<string, string> { ["slow.example:80"] = $"127.0.0.1:{_web.Port}" } },
        };
        var visits = new List<SiteVisit>();
        var next = _clock.GetUtcNow();
        for (var visit = 0; visit < times; visit++)
        {
            var builder = ScraperHost.Create(options, _store.Store);
            builder.Services.AddSingleton<TimeProvider>(_clock);
            using var host = builder.Build();
            visits.Add((await host.Services.GetRequiredService<SiteVisitor>().VisitAsync(Site, default)).Visit!);
            next += every;
            _clock.Advance(next > _clock.GetUtcNow() ? next - _clock.GetUtcNow() : TimeSpan.Zero);
        }

        return visits;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        _asked.Enqueue((path, _clock.GetUtcNow()));
        if (path == "/moved")
        {
            context.Response.Redirect("/moved/here");
            return;
        }

        context.Response.ContentType = path switch { "/robots.txt" => "text/plain", "/feed" => "application/rss+xml", _ => "text/html" };
        await context.Response.WriteAsync(path switch
        {
            "/robots.txt" => string.Create(CultureInfo.InvariantCulture, $"User-agent: *\nCrawl-delay: {_delay.TotalSeconds}"),
            "/feed" => $"<rss version=\"2.0\"><channel><title>t</title>{string.Concat(_offered.Select(n => $"<item><title>{n}</title><link>http://slow.example/{n}</link></item>"))}</channel></rss>",
            _ => $"<html><body><article><p>All that there is to say about {path}, in one whole sentence of its own that tells it from the others: {path} {path.GetHashCode(StringComparison.Ordinal)}.</p></article></body></html>",
        });
    }
}
