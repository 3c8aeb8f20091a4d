using System.Collections.Concurrent;
using System.Globalization;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Scraper.Core.Labelling;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Hosting;
using Scraper.Route;
using Scraper.Storage;
using Scraper.Storage.Sqlite;
using Scraper.Tests.Fetching;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Route;

/// <summary>Stored articles are looked at again, end to end: a server, the pipeline, a store, and a clock that is moved.</summary>
public sealed class RefetchTests : IAsyncLifetime
{
    private const string Url = "http://news.example/a";
    private const string Challenge = "<html><head><title>Just a moment...</title></head><body><p>Verifying you are human. This may take a few seconds.</p></body></html>";

    private static readonly SiteRule Site = new()
    {
        Name = "news",
        Hosts = ["news.example"],
        Schedule = new SiteSchedule { Every = TimeSpan.FromMinutes(10) },
        Discovery = new SiteDiscovery { Feeds = ["http://news.example/feed"] },
        Layouts = [new SiteLayout { Select = new Dictionary<SiteField, IReadOnlyList<Selector>> { [SiteField.Body] = [new Selector("article", 1)] } }],
    };

    private readonly ManualClock _clock = new();
    private readonly ConcurrentDictionary<string, (int Status, string Body, string? ETag, string Type)> _pages = new();
    private StoreFixture _store = null!;
    private LoopbackWeb _web = null!;

    private static SiteRule Once => Site with { Schedule = Site.Schedule! with { Revisit = RevisitSchedule.Never } };

    public async Task InitializeAsync()
    {
        _store = await StoreFixture.OpenAsync();
        _web = await LoopbackWeb.StartAsync(AnswerAsync);
        Feed("a");
        _pages["/a"] = (200, Story("The bridge will close on Monday"), "\"1\"", "text/html");
    }

    public async Task DisposeAsync()
    {
        await _web.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task An_article_is_asked_for_at_1_hour_6_hours_a_day_and_a_week_conditionally_and_then_never()
    {
        await VisitAsync();
        var asked = new List<int>();
        for (var hour = 1; hour <= 24 * 40; hour++)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            var before = Asked("/a").Count;
            await VisitAsync();
            asked.AddRange(Enumerable.Repeat(hour, Asked("/a").Count - before));
            hour += hour > 30 ? 12 : 0;
            _clock.Advance(TimeSpan.FromHours(hour > 30 ? 12 : 0));
        }

        asked.Should().HaveCount(4);
        asked.Take(3).Should().Equal(1, 6, 24);
        asked[3].Should().BeInRange(24 * 7, (24 * 7) + 13);
        Asked("/a").Skip(1).Should().OnlyContain(headers => headers.IfNoneMatch == "\"1\"");
        var article = (await ArticleAsync())!;
        article.PublisherRevision.Should().Be(1);
        article.CheckedAt.Should().BeAfter(article.FetchedAt.AddDays(6));
    }

    [Fact]
    public async Task An_edited_article_is_one_publisher_revision_and_the_new_validators_are_kept()
    {
        await VisitAsync();
        _pages["/a"] = (200, Story("The bridge will close on Tuesday"), "\"2\"", "text/html");

        (await VisitAfterAsync(TimeSpan.FromHours(1))).Count(PageOutcomeKind.Updated).Should().Be(1);
        (await VisitAfterAsync(TimeSpan.FromHours(5))).Count(PageOutcomeKind.NotModified).Should().Be(1);

        var article = (await ArticleAsync())!;
        article.PublisherRevision.Should().Be(2);
        article.Article.Text.Should().Contain("Tuesday");
        Asked("/a")[^1].IfNoneMatch.ToString().Should().Be("\"2\"");
    }

    [Fact]
    public async Task A_page_that_became_worse_leaves_no_validators_behind()
    {
        await VisitAsync();
        _pages["/a"] = (200, Story("Sorry"), "\"worse\"", "text/html");
        (await VisitAfterAsync(TimeSpan.FromHours(1))).Count(PageOutcomeKind.Worse).Should().Be(1);

        _pages["/a"] = (200, Story("The bridge will close on Monday"), "\"1\"", "text/html");
        (await VisitAfterAsync(TimeSpan.FromHours(5))).Count(PageOutcomeKind.NotModified).Should().Be(1);

        Asked("/a")[^1].IfNoneMatch.ToString().Should().Be("\"1\"", "the validators belong to the body that is stored");
        Column("worse_at").Should().Be(DBNull.Value);
    }

    [Fact]
    public async Task A_stored_article_that_is_gone_is_kept_and_the_loss_is_noted()
    {
        await VisitAsync();
        _pages["/a"] = (410, "gone", null, "text/html");

        await VisitAfterAsync(TimeSpan.FromHours(1));

        var article = (await ArticleAsync())!;
        article.Article.Text.Should().Contain("Monday");
        Column("worse_reason").Should().Be("gone: HTTP 410: not there");
        (await UrlAsync()).Status.Should().Be(UrlStatus.Gone);
        (await UrlAsync()).NextVisitAt.Should().BeNull();
    }

    [Fact]
    public async Task An_article_that_has_moved_is_the_same_article_and_is_looked_at_further()
    {
        await VisitAsync();
        _pages["/2026/a"] = _pages["/a"] with { ETag = null };
        _pages["/a"] = (301, "/2026/a", null, "text/html");

        (await VisitAfterAsync(TimeSpan.FromHours(1))).Count(PageOutcomeKind.Unchanged).Should().Be(1);
        (await UrlAsync()).NextVisitAt.Should().Be(_clock.GetUtcNow().AddHours(5));
        (await ArticleAsync())!.CheckedAt.Should().Be(_clock.GetUtcNow());

        _pages["/2026/a"] = (200, Story("The bridge will close on Tuesday"), null, "text/html");
        (await VisitAfterAsync(TimeSpan.FromHours(5))).Count(PageOutcomeKind.Updated).Should().Be(1);
        (await ArticleAsync())!.Article.Text.Should().Contain("Tuesday");
        (await _store.Store.Articles.ListAsync(ArticleFilter.All, default)).Should().ContainSingle();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("http://www.news.example/?utm_source=gone")]
    public async Task A_stored_article_that_leads_to_the_front_page_is_gone_and_the_front_page_is_no_article(string front)
    {
        await VisitAsync();
        _pages["/"] = (200, Story("The news of the whole day"), null, "text/html");
        _pages["/a"] = (302, front, null, "text/html");

        foreach (var minutes in new[] { 60, 5, 10 })
        {
            (await VisitAfterAsync(TimeSpan.FromMinutes(minutes))).Count(PageOutcomeKind.Gone).Should().Be(1);
        }

        Column("worse_reason").As<string>().Should().StartWith("gone: it leads to the front page");
        (await UrlAsync()).Should().Match<UrlState>(u => u.Status == UrlStatus.Gone && u.NextVisitAt == null);
        (await _store.Store.Articles.ListAsync(ArticleFilter.All, default)).Should().ContainSingle().Which.Url.Should().Be(Url);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    [InlineData(503)]
    public async Task A_bot_challenge_is_named_whatever_its_status_and_asked_again_five_times_at_most(int status)
    {
        _pages["/a"] = (status, Challenge, null, "text/html");
        for (var i = 0; i < 40; i++)
        {
            await VisitAfterAsync(TimeSpan.FromHours(8));
        }

        Asked("/a").Should().HaveCount(5);
        var url = await UrlAsync();
        url.Status.Should().Be(UrlStatus.Refused);
        url.Detail.Should().StartWith(status == 200 ? "bot_challenge: " : $"bot_challenge: HTTP {status}, ");
        var site = (await _store.Store.Crawl.FindSiteAsync("news", default))!;
        (site.Refused, site.RefusedForGood).Should().Be((1, 1));
        site.Articles.Should().Be(0);
    }

    [Fact]
    public async Task A_challenge_in_place_of_a_stored_article_leaves_it_as_it_was_until_the_page_is_back()
    {
        await VisitAsync();
        var good = _pages["/a"];
        _pages["/a"] = (403, Challenge, "\"wall\"", "text/html");
        await VisitAfterAsync(TimeSpan.FromHours(1));
        Column("worse_reason").As<string>().Should().StartWith("refused: bot_challenge: HTTP 403");

        _pages["/a"] = good;
        await VisitAfterAsync(TimeSpan.FromHours(1));

        Column("worse_reason").Should().Be(DBNull.Value);
        (await UrlAsync()).Status.Should().Be(UrlStatus.Stored);
        (await UrlAsync()).NextVisitAt.Should().Be(_clock.GetUtcNow().AddHours(4), "the schedule goes on");
    }

    [Fact]
    public async Task A_404_and_a_page_that_only_says_so_are_told_apart_and_a_forbidden_article_is_not_stored()
    {
        Feed("hard", "soft", "forbidden");
        const string Missing = "<html><head><title>Page not found</title></head><body><h1>Page not found</h1><p>Perhaps searching can help.</p></body></html>";
        _pages["/hard"] = (404, Missing, null, "text/html");
        _pages["/soft"] = (200, Missing, null, "text/html");
        _pages["/forbidden"] = (403, Story("The whole story"), null, "text/html");

        var visit = await VisitAsync();

        visit.Count(PageOutcomeKind.Gone).Should().Be(1);
        visit.Count(PageOutcomeKind.NotAnArticle).Should().Be(1);
        visit.Count(PageOutcomeKind.Failed).Should().Be(1);
        (await UrlAsync("/hard")).Should().Match<UrlState>(u => u.Status == UrlStatus.Failed && u.Detail!.StartsWith("HTTP 404"));
        (await UrlAsync("/soft")).Should().Match<UrlState>(u => u.Status == UrlStatus.Refused && u.Detail!.StartsWith("soft_not_found: "));
        (await UrlAsync("/forbidden")).Should().Match<UrlState>(u => u.Status == UrlStatus.Failed && u.Detail!.StartsWith("HTTP 403"));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(6)]
    public async Task Articles_met_while_a_site_says_one_thing_at_all_addresses_are_had_when_it_is_open_again(int paragraphs)
    {
        string[] names = ["a", "b", "c", "d", "e"];
        Feed(names);
        foreach (var name in names)
        {
            _pages[$"/{name}"] = (200, Story("Our presses are being moved tonight"), $"\"closed\"", "text/html");
        }

        var closed = await VisitAsync(site: Once);
        (closed.Count(PageOutcomeKind.Stored), closed.Count(PageOutcomeKind.Duplicate)).Should().Be((1, 4));
        using (var reader = new SqliteFile(_store.Path).OpenReader())
        {
            using var command = reader.CreateCommand();
            command.CommandText = "SELECT worse_reason FROM v1_articles";
            command.ExecuteScalar().As<string>().Should().Contain("the same text");
        }

        foreach (var name in names)
        {
            _pages[$"/{name}"] = (200, $"<html><body><article>{string.Concat(Enumerable.Range(0, paragraphs).Select(i => $"<p>What {name} said in sentence {i} of its very own text about {name}{i} was heard in {name}ville by {i} of its people.</p>"))}</article></body></html>", null, "text/html");
        }

        await VisitAfterAsync(TimeSpan.FromHours(1), site: Once);

        var articles = await _store.Store.Articles.ListAsync(ArticleFilter.All, default);
        articles.Select(a => a.Url).Should().BeEquivalentTo(names.Select(n => $"http://news.example/{n}"));
        foreach (var name in names)
        {
            (await _store.Store.Articles.FindAsync($"http://news.example/{name}", default))!.Article.Text.Should().Contain($"in {name}ville");
        }

        names.Count(name => Asked($"/{name}")[^1].IfNoneMatch.Count == 0).Should().Be(4, "of those the body is not stored");
    }

    [Fact]
    public async Task A_page_that_says_what_another_says_is_looked_at_four_times_more_then_only_when_that_one_changes()
    {
        await VisitAsync(site: Once);
        Feed("a", "b");
        _pages["/b"] = _pages["/a"];
        for (var hour = 0; hour < 200; hour++)
        {
            await VisitAfterAsync(TimeSpan.FromHours(1), site: Once);
        }

        Asked("/a").Should().HaveCount(1);
        Asked("/b").Should().HaveCount(5);
        (await UrlAsync("/b")).Should().Match<UrlState>(u => u.Status == UrlStatus.Duplicate && u.NextVisitAt == null);

        _pages["/a"] = _pages["/a"] with { Body = Story("The bridge will close on Tuesday"), ETag = null };
        await ProcessAsync("/a");
        await VisitAfterAsync(TimeSpan.FromHours(1), site: Once);

        Asked("/b").Should().HaveCount(6);
        (await UrlAsync("/b")).Status.Should().Be(UrlStatus.Stored, "it has kept the old text, which is nobody else's now");
    }

    [Fact]
    public async Task What_becomes_of_a_page_that_said_what_another_says_is_no_loss_of_that_one()
    {
        await VisitAsync(site: Once);
        Feed("a", "b");
        _pages["/b"] = _pages["/a"];
        await VisitAsync(site: Once);
        _pages["/b"] = (410, "gone", null, "text/html");

        (await VisitAfterAsync(TimeSpan.FromHours(1), site: Once)).Count(PageOutcomeKind.Gone).Should().Be(1);

        Column("worse_at").Should().Be(DBNull.Value);
        (await UrlAsync("/b")).Should().Match<UrlState>(u => u.Status == UrlStatus.Gone && u.ArticleId == null);
    }

    [Fact]
    public async Task New_pages_come_before_those_that_are_due_again()
    {
        await VisitAsync();
        Feed("a", "b");
        _pages["/b"] = (200, Story("Something new"), null, "text/html");

        await VisitAfterAsync(TimeSpan.FromHours(1), pages: 1);

        Asked("/b").Should().HaveCount(1);
        Asked("/a").Should().HaveCount(1);
    }

    [Fact]
    public async Task Binary_data_that_is_served_as_a_page_is_refused_by_name()
    {
        _pages["/a"] = (200, "\u0001\u0002PNG" + string.Concat(Enumerable.Range(0, 3_000).Select(i => (char)(i % 32))), null, "text/html");

        await VisitAsync();

        (await UrlAsync()).Should().Match<UrlState>(u => u.Status == UrlStatus.NotAnArticle && u.Detail == "binary data served as text/html" && u.NextVisitAt == null);
    }

    [Fact]
    public async Task What_a_page_asks_of_those_who_keep_it_is_read_from_the_view_as_of_the_last_fetch()
    {
        await VisitAsync();
        (Column("noindex"), Column("noarchive"), Column("tdm_reservation")).Should().Be((0L, 1L, 0L));

        _pages["/a"] = (200, _pages["/a"].Body.Replace("noarchive", "noindex", StringComparison.Ordinal), null, "text/html");
        (await VisitAfterAsync(TimeSpan.FromHours(1))).Count(PageOutcomeKind.Unchanged).Should().Be(1);

        (Column("noindex"), Column("noarchive"), Column("tdm_reservation")).Should().Be((1L, 0L, 0L));
    }

    [Theory]
    [InlineData("</article>", "<footer>Other adverts</footer></article>", PageOutcomeKind.Relabelled)]
    [InlineData("The 7 member of the council", "The seventh member of the council", PageOutcomeKind.Updated)]
    [InlineData("<head>", "<head><meta property=article:section content=Town>", PageOutcomeKind.Updated)]
    public async Task Under_another_rule_the_archived_page_read_again_tells_whether_the_publisher_changed_it(string part, string edit, PageOutcomeKind outcome)
    {
        await VisitAsync();
        var otherRule = Site with { Layouts = [Site.Layouts[0] with { Strip = [(new Selector("footer", 2), Label.Advert), (new Selector("p:first-child", 3), Label.Advert)] }] };
        _pages["/a"] = (200, _pages["/a"].Body.Replace(part, edit, StringComparison.Ordinal), null, "text/html");
        _clock.Advance(TimeSpan.FromHours(1));

        (await VisitAsync(site: otherRule)).Count(outcome).Should().Be(1);

        (await ArticleAsync())!.PublisherRevision.Should().Be(outcome == PageOutcomeKind.Updated ? 2 : 1);
    }

    [Fact]
    public async Task A_deleted_article_is_not_stored_again_by_whichever_address_a_visit_finds_it_until_somebody_asks_for_it()
    {
        _pages["/a"] = (200, _pages["/a"].Body.Replace("<head>", $"<head><link rel=canonical href='{Url}'>", StringComparison.Ordinal), "\"1\"", "text/html");
        _pages["/other"] = _pages["/a"];
        await VisitAsync();
        await _store.Store.Articles.DeleteAsync(Url, _clock.GetUtcNow(), default);

        Feed("a", "other");
        var visit = await VisitAfterAsync(TimeSpan.FromDays(2));

        (visit.Count(PageOutcomeKind.Gone), Asked("/a").Count).Should().Be((1, 1));
        (await ArticleAsync()).Should().BeNull();
        (await UrlAsync("/other")).Should().Match<UrlState>(u => u.Status == UrlStatus.Deleted && u.NextVisitAt == null);
        (await _store.Store.Archive.CountAsync(new PageFilter { Rereadable = true }, default)).Should().Be(0, "a re-extraction would bring it back");
        (await _store.Store.Care.CheckAsync(default)).Should().BeEmpty();

        (await FetchAsync()).Outcome.Kind.Should().Be(PageOutcomeKind.Stored);
        (await ArticleAsync())!.Id.Should().Be(2, "a number is never used again");
    }

    [Fact]
    public async Task A_rule_may_say_that_articles_are_fetched_once()
    {
        await VisitAsync(site: Once);

        (await UrlAsync()).NextVisitAt.Should().BeNull();
    }

    private static string Story(string lead) =>
        $"<html><head><meta name=robots content=noarchive></head><body><article><p>{lead}, the mayor said.</p>{(lead == "Sorry" ? string.Empty : string.Concat(Enumerable.Range(0, 12).Select(i => string.Create(CultureInfo.InvariantCulture, $"<p>The {i} member of the council had asked for it in the {i} of all meetings so far this year.</p>"))))}</article></body></html>";

    private void Feed(params string[] names) => _pages["/feed"] = (
        200, $"<rss version=\"2.0\"><channel><title>t</title>{string.Concat(names.Select(n => $"<item><title>{n}</title><link>http://news.example/{n}</link></item>"))}</channel></rss>", null, "application/rss+xml");

    private List<IHeaderDictionary> Asked(string path) => [.. _web.Seen.Where(s => s.Path == path).Select(s => s.Headers)];

    /// <summary>What a reader of the store sees.</summary>
    private object Column(string name)
    {
        using var connection = new SqliteFile(_store.Path).OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {name} FROM v1_articles WHERE url = '{Url}'";
        return command.ExecuteScalar()!;
    }

    private Task<StoredArticle?> ArticleAsync() => _store.Store.Articles.FindAsync(Url, default);

    private async Task<UrlState> UrlAsync(string path = "/a") => (await _store.Store.Crawl.FindUrlAsync("http://news.example" + path, default))!;

    private Task<SiteVisit> VisitAfterAsync(TimeSpan time, int pages = 100, SiteRule? site = null)
    {
        _clock.Advance(time);
        return VisitAsync(pages, site);
    }

    private async Task<SiteVisit> VisitAsync(int pages = 100, SiteRule? site = null)
    {
        using var host = Host(pages);
        return await host.Services.GetRequiredService<Pipeline>().VisitSiteAsync(site ?? Site, null, CancellationToken.None);
    }

    private async Task ProcessAsync(string path)
    {
        using var host = Host(100);
        await host.Services.GetRequiredService<Pipeline>().ProcessAsync(new Uri("http://news.example" + path), Once, CancellationToken.None);
    }

    private async Task<PageResult> FetchAsync()
    {
        using var host = Host(pages: 100);
        return await host.Services.GetRequiredService<Pipeline>().ProcessAsync(new Uri(Url), Site, CancellationToken.None);
    }

    private IHost Host(int pages)
    {
        var options = new ScraperOptions
        {
            Log = new LogOptions { Level = LogLevel.None },
            Fetching = new FetchOptions { Delay = TimeSpan.Zero, IgnoreRobots = true, ConnectTo = new Dictionary<string, string> { ["news.example:80"] = $"127.0.0.1:{_web.Port}", ["www.news.example:80"] = $"127.0.0.1:{_web.Port}" } },
        };
        var builder = ScraperHost.Create(options, _store.Store);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddSingleton(new PipelineOptions { PagesPerVisit = pages });
        return builder.Build();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var (status, body, tag, type) = _pages[context.Request.Path.Value!];
        if (tag is not null && context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        }

        if (status is 301 or 302)
        {
            context.Response.Redirect(body, permanent: status == 301);
            return Task.CompletedTask;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.Headers.ETag = tag;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}
