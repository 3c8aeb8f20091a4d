using FluentAssertions;
using Scraper.Core.Drift;
using Scraper.Fetching;
using Scraper.Storage;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Storage;

public abstract class CrawlStateTests(StorageEngine engine) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = StoreFixture.Now;
    private StoreFixture _fixture = null!;

    private ICrawlStore Crawl => _fixture.Store.Crawl;

    public async Task InitializeAsync() => _fixture = await StoreFixture.OpenAsync(engine);

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [StoreFact]
    public async Task A_sites_last_run_and_next_due_time_survive_a_restart()
    {
        await Crawl.StartRunAsync("example", "node", Now, default);
        await Crawl.FinishRunAsync("example", new SiteRun(Now.AddMinutes(1), SiteRunOutcome.Failed, Now.AddMinutes(10), "no answer"), default);

        await _fixture.ReopenAsync();

        (await Crawl.FindSiteAsync("example", default)).Should().BeEquivalentTo(new SiteState
        {
            Site = "example",
            StartedAt = Now,
            FinishedAt = Now.AddMinutes(1),
            Outcome = SiteRunOutcome.Failed,
            Detail = "no answer",
            NextDueAt = Now.AddMinutes(10),
            Failures = 1,
            Turn = 1,
        });
        (await Crawl.FindSiteAsync("nobody", default)).Should().BeNull();
    }

    [StoreFact]
    public async Task What_a_clock_that_ran_ahead_has_noted_counts_as_noted_at_the_next_visit()
    {
        const string url = "https://example.com/a";
        var ahead = Now.AddYears(1);
        await Crawl.StartRunAsync("example", "node", ahead, default);
        await Crawl.SelectDueAsync("example", [url, "https://example.com/left"], ahead, default);
        var page = StoreFixture.Page(StoreFixture.Article(url, StoreFixture.Words(1, 80)), at: ahead) with { RefetchAt = ahead.AddHours(1) };
        await _fixture.SaveAsync(page);
        await Crawl.RecordAsync(new UrlVisit { Url = "https://example.com/never", Site = "example", Status = UrlStatus.Gone, At = ahead }, default);

        await Crawl.StartRunAsync("example", "node", Now, default);

        (await Crawl.ListDueAsync("example", Now, 10, default)).Select(u => u.Url).Should().BeEquivalentTo(url, "https://example.com/left");
        (await Crawl.FindUrlAsync(url, default)).Should().Match<UrlState>(u => u.FirstSeenAt == Now && u.VisitedAt == Now);
        var edited = StoreFixture.Page(StoreFixture.Article(url, StoreFixture.Words(1, 80) + "\n\nMore was said of it later."), at: Now.AddSeconds(1));
        (await _fixture.SaveAsync(edited with { RefetchAt = Now.AddHours(1) })).Outcome.Should().Be(SaveOutcome.Updated);
        (await Crawl.FindUrlAsync(url, default))!.NextVisitAt.Should().Be(Now.AddHours(1));
    }

    [StoreFact]
    public async Task A_clock_that_was_put_right_by_a_little_changes_no_page_that_waits()
    {
        await Crawl.StartRunAsync("example", "node", Now, default);
        await Crawl.RecordAsync(new UrlVisit { Url = "https://example.com/a", Site = "example", Status = UrlStatus.Failed, At = Now, NextVisitAt = Now.AddHours(1) }, default);

        await Crawl.StartRunAsync("example", "node", Now.AddMinutes(-5), default);

        (await Crawl.ListDueAsync("example", Now, 10, default)).Should().BeEmpty();
    }

    [StoreFact]
    public async Task A_site_that_nobody_visits_any_more_is_not_due()
    {
        foreach (var site in new[] { "kept", "gone", "later" })
        {
            await Crawl.StartRunAsync(site, "node", Now, default);
            await Crawl.FinishRunAsync(site, new SiteRun(Now, SiteRunOutcome.Succeeded, site == "later" ? Now.AddDays(2) : Now.AddMinutes(10)), default);
        }

        await Crawl.ForgetDueAsync(["kept"], Now.AddDays(1), default);

        (await Crawl.ListSitesAsync(default)).Select(s => (s.Site, s.NextDueAt)).Should().Equal(("gone", null), ("kept", Now.AddMinutes(10)), ("later", Now.AddDays(2)));
    }

    [StoreFact]
    public async Task A_site_knows_how_many_articles_it_has_and_when_the_last_came()
    {
        for (var i = 0; i < 3; i++)
        {
            await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article($"https://example.com/{i}", StoreFixture.Words(i, 80)), at: Now.AddMinutes(i)));
        }

        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://example.com/0", StoreFixture.Words(0, 80) + "\n\nMore was said of it later."), at: Now.AddMinutes(9)));
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://example.com/1", StoreFixture.Words(1, 80)), at: Now.AddMinutes(20)));
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://other.example/1", StoreFixture.Words(50, 80), site: "other"), at: Now));
        await _fixture.Store.Articles.DeleteAsync("https://example.com/2", Now, default);
        await _fixture.ReopenAsync();

        var sites = await Crawl.ListSitesAsync(default);

        sites.Select(s => (s.Site, s.Articles, s.LastArticleAt)).Should().Equal(("example", 2, Now.AddMinutes(9)), ("other", 1, Now));
        (await _fixture.Store.Care.FiguresAsync(default)).Articles.Should().Be(3);
        (await _fixture.Store.Articles.CountByDayAsync(DateTimeOffset.UnixEpoch, default)).Select(d => (d.Site, d.Articles)).Should().Equal(("example", 2), ("other", 1));
        (await _fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
    }

    [StoreFact]
    public async Task A_paused_site_and_an_acknowledged_alarm_survive_a_restart()
    {
        var alarm = new SiteAlarm("example", 1, [DriftSignal.Shrunk], "texts are short", "https://example.com/a", Now);
        var memory = new SiteMemory(null, null, null, Now);
        await _fixture.Store.Memory.SaveAsync("example", memory, alarm, default);
        await Crawl.PauseAsync("example", Now, default);
        (await _fixture.Store.Memory.AcknowledgeAsync("example", 1, Now, default)).Should().BeTrue();
        (await _fixture.Store.Memory.AcknowledgeAsync("example", 2, Now, default)).Should().BeFalse();

        await _fixture.ReopenAsync();
        (await Crawl.FindSiteAsync("example", default))!.PausedAt.Should().Be(Now);
        await _fixture.Store.Memory.SaveAsync("example", memory, alarm, default);
        (await _fixture.Store.Memory.AlarmsAsync(true, 10, default))[0].AcknowledgedAt.Should().Be(Now);

        await Crawl.PauseAsync("example", null, default);
        await _fixture.Store.Memory.SaveAsync("example", memory, alarm with { Signals = [DriftSignal.Shrunk, DriftSignal.Links] }, default);
        (await Crawl.FindSiteAsync("example", default))!.PausedAt.Should().BeNull();
        (await _fixture.Store.Memory.AlarmsAsync(true, 10, default))[0].AcknowledgedAt.Should().BeNull("it has grown");
    }

    [StoreFact]
    public async Task The_newest_pages_of_the_archive_are_given_oldest_first()
    {
        for (var i = 0; i < 40; i++)
        {
            await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article($"https://example.com/{i}", StoreFixture.Words(i, 30))));
        }

        var filter = new PageFilter { Site = "example", Rereadable = true, Newest = 20 };
        var pages = await _fixture.Store.Archive.ReadAsync(filter, default).ToListAsync();

        pages.Select(p => p.Page.Url).Should().Equal(Enumerable.Range(20, 20).Select(i => $"https://example.com/{i}"), "more than are read at a time");
        (await _fixture.Store.Archive.CountAsync(filter, default)).Should().Be(20);
    }

    [StoreFact]
    public async Task A_page_is_left_over_until_one_of_its_site_was_asked_for()
    {
        string[] urls = ["https://example.com/a", "https://example.com/b"];
        await Crawl.SelectDueAsync("example", urls, Now, default);
        await Crawl.SelectDueAsync("other", ["https://other.example/a"], Now, default);
        (await Crawl.FindLeftOverAsync("example", default)).Should().Be(urls[0]);

        await Crawl.RecordAsync(new UrlVisit { Url = urls[0], Site = "example", Status = UrlStatus.Seen, At = Now.AddMinutes(1), NextVisitAt = Now.AddMinutes(10) }, default);
        (await Crawl.FindLeftOverAsync("example", default)).Should().Be(urls[1], "the other has been put off further");

        await Crawl.RecordAsync(new UrlVisit { Url = urls[1], Site = "example", Status = UrlStatus.NotAnArticle, At = Now.AddMinutes(2) }, default);
        (await Crawl.FindLeftOverAsync("example", default)).Should().BeNull();
        (await Crawl.FindLeftOverAsync("other", default)).Should().Be("https://other.example/a");
        (await Crawl.FindLeftOverAsync("nobody", default)).Should().BeNull();

        await Crawl.RecordAsync(new UrlVisit { Url = urls[0], Site = "example", Status = UrlStatus.Seen, At = Now.AddMinutes(3), NextVisitAt = Now.AddMinutes(20) }, default);
        (await Crawl.FindLeftOverAsync("example", default)).Should().Be(urls[0]);
    }

    [StoreFact]
    public async Task A_candidate_is_due_until_it_has_been_dealt_with()
    {
        string[] urls = ["https://example.com/a", "https://example.com/b", "https://example.com/c", "https://example.com/a"];
        (await Crawl.SelectDueAsync("example", urls, Now, default)).Should().Equal(urls.Take(3));

        await _fixture.SaveAsync(StoreFixture.Page(urls[0], StoreFixture.Words(1, 80)));
        await Crawl.RecordAsync(new UrlVisit { Url = urls[1], Site = "example", Status = UrlStatus.NotAnArticle, At = Now }, default);
        await Crawl.RecordAsync(new UrlVisit { Url = urls[2], Site = "example", Status = UrlStatus.Failed, At = Now, NextVisitAt = Now.AddHours(1), Detail = "503" }, default);
        await _fixture.ReopenAsync();

        (await Crawl.SelectDueAsync("example", urls, Now.AddMinutes(1), default)).Should().BeEmpty();
        (await Crawl.SelectDueAsync("example", urls, Now.AddHours(2), default)).Should().Equal(urls[2]);
        (await Crawl.ListDueAsync("example", Now.AddHours(2), 10, default)).Should().ContainSingle().Which.Attempts.Should().Be(1);
    }

    [StoreFact]
    public async Task A_page_whose_host_asks_for_patience_in_between_keeps_its_failures()
    {
        var visit = new UrlVisit { Url = "https://example.com/a", Site = "example", Status = UrlStatus.Failed, At = Now, NextVisitAt = Now.AddHours(1) };
        foreach (var status in new[] { UrlStatus.Failed, UrlStatus.Seen, UrlStatus.Refused, UrlStatus.Blocked, UrlStatus.Failed })
        {
            await Crawl.RecordAsync(visit with { Status = status }, default);
        }

        (await Crawl.FindUrlAsync(visit.Url, default))!.Attempts.Should().Be(3, "it was asked for three times");
        await Crawl.RecordAsync(visit with { Status = UrlStatus.Stored }, default);
        (await Crawl.FindUrlAsync(visit.Url, default))!.Attempts.Should().Be(0);
    }

    [StoreFact]
    public async Task A_candidate_that_was_only_seen_before_a_crash_is_still_due()
    {
        await Crawl.SelectDueAsync("example", ["https://example.com/a"], Now, default);
        await _fixture.ReopenAsync();

        (await Crawl.ListDueAsync("example", Now, 10, default)).Should().ContainSingle().Which.Status.Should().Be(UrlStatus.Seen);
    }

    [StoreFact]
    public async Task A_stored_url_keeps_its_validators_and_its_article()
    {
        var page = StoreFixture.Page("https://example.com/a", StoreFixture.Words(1, 80)) with { RefetchAt = Now.AddDays(1) };
        var saved = await _fixture.SaveAsync(page);

        var state = await Crawl.FindUrlAsync("https://example.com/a", default);

        state!.Validators.Should().Be(new Validators("\"1\"", null));
        state.ArticleId.Should().Be(saved.ArticleId);
        state.NextVisitAt.Should().Be(Now.AddDays(1));
    }

    [StoreFact]
    public async Task Politeness_robots_and_validators_survive_a_restart()
    {
        var host = new HostState("example.com", Now.AddSeconds(2), 3);
        var robots = new RobotsRecord("https://example.com", RobotsState.Found, "User-agent: *", Now, Now.AddDays(1), new Validators("\"r\"", null), null);
        var nowhere = new RobotsRecord("https://nowhere.invalid", RobotsState.Unreachable, null, Now, Now.AddDays(1), Validators.None, "no such host", FailureKind.Dns);
        var feed = new Uri("https://example.com/feed");
        await _fixture.Store.Fetching.WriteHostAsync(host, default);
        await _fixture.Store.Fetching.WriteRobotsAsync(nowhere, default);
        await _fixture.Store.Fetching.WriteRobotsAsync(robots, default);
        await _fixture.Store.Fetching.WriteValidatorsAsync(feed, new Validators("\"f\"", "Sun"), default);

        await _fixture.ReopenAsync();

        (await _fixture.Store.Fetching.ReadHostAsync("example.com", default)).Should().Be(host);
        (await _fixture.Store.Fetching.ReadRobotsAsync("https://example.com", default)).Should().Be(robots);
        (await _fixture.Store.Fetching.ReadRobotsAsync("https://nowhere.invalid", default)).Should().Be(nowhere);
        (await _fixture.Store.Fetching.ReadValidatorsAsync(feed, default)).Should().Be(new Validators("\"f\"", "Sun"));
        await _fixture.Store.Fetching.WriteValidatorsAsync(feed, Validators.None, default);
        (await _fixture.Store.Fetching.ReadValidatorsAsync(feed, default)).Should().BeNull();
    }
}

public sealed class SqliteCrawlStateTests() : CrawlStateTests(StorageEngine.Sqlite);

[NeedsPostgres]
public sealed class PostgresCrawlStateTests() : CrawlStateTests(StorageEngine.Postgres);
