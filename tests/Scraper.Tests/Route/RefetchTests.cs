using FluentAssertions;
using Scraper.Core.Labelling;
using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Storage;
using Xunit;

namespace Scraper.Tests.Route;

/// <summary>Stored articles are looked at again.</summary>
public sealed class RefetchTests : RefetchedSite
{
    private const string Challenge = "<html><head><title>Just a moment...</title></head><body><p>Verifying you are human. This may take a few seconds.</p></body></html>";

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
}
