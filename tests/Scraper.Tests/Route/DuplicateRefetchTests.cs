using FluentAssertions;
using Scraper.Route;
using Scraper.Storage;
using Scraper.Storage.Sqlite;
using Xunit;

namespace Scraper.Tests.Route;

/// <summary>Pages that say what another page says are looked at again.</summary>
public sealed class DuplicateRefetchTests : RefetchedSite
{
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
            _pages[$"/{name}"] = (200, OwnStory(name, paragraphs), null, "text/html");
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

    [Theory]
    [InlineData("a", "b", "c", "d", "e")]
    [InlineData("b", "c", "d", "e", "a")]
    [InlineData("e", "d", "a", "c", "b")]
    public async Task A_short_article_of_its_own_replaces_what_a_closed_site_said_whichever_page_is_looked_at_first(params string[] order)
    {
        foreach (var name in order.Order(StringComparer.Ordinal).Concat(order))
        {
            _pages[$"/{name}"] = (200, Story("Our presses are being moved tonight"), null, "text/html");
            await ProcessAsync($"/{name}");
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        Column("worse_reason").As<string>().Should().Contain("the same text");
        foreach (var name in order)
        {
            _pages[$"/{name}"] = (200, OwnStory(name, paragraphs: 6), null, "text/html");
            await ProcessAsync($"/{name}");
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        (await ArticleAsync())!.Article.Text.Should().Contain("in aville");
        Column("worse_reason").Should().Be(DBNull.Value);
    }

    [Fact]
    public async Task A_page_that_keeps_its_text_is_no_longer_marked_when_no_other_page_gives_it()
    {
        string[] names = ["a", "b", "c", "d", "e"];
        foreach (var name in names)
        {
            _pages[$"/{name}"] = _pages["/a"];
            await ProcessAsync($"/{name}");
        }

        Column("worse_reason").As<string>().Should().Contain("the same text");
        _clock.Advance(TimeSpan.FromHours(1));
        foreach (var name in names[1..])
        {
            _pages[$"/{name}"] = (200, OwnStory(name, paragraphs: 12), null, "text/html");
            await ProcessAsync($"/{name}");
        }

        await ProcessAsync("/a");

        Column("worse_reason").Should().Be(DBNull.Value);
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

    private static string OwnStory(string name, int paragraphs) =>
        $"<html><body><article>{string.Concat(Enumerable.Range(0, paragraphs).Select(i => $"<p>What {name} said in sentence {i} of its very own text about {name}{i} was heard in {name}ville by {i} of its people.</p>"))}</article></body></html>";
}
