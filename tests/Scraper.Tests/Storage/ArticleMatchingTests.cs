using System.Globalization;
using FluentAssertions;
using Scraper.Storage;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Storage;

/// <summary>Which article a page is, by address and text.</summary>
public abstract class ArticleMatchingTests(StorageEngine engine) : IAsyncLifetime
{
    private const string Url = "https://example.com/a";
    private static readonly string Text = StoreFixture.Words(1, 300);
    private StoreFixture _fixture = null!;

    public async Task InitializeAsync() => _fixture = await StoreFixture.OpenAsync(engine);

    public async Task DisposeAsync()
    {
        (await _fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
        await _fixture.DisposeAsync();
    }

    [StoreFact]
    public async Task The_same_text_at_another_address_of_the_site_is_a_duplicate_and_both_addresses_find_it()
    {
        await _fixture.SaveAsync(StoreFixture.Page(Url, Text));

        var twin = await _fixture.SaveAsync(StoreFixture.Page("https://example.com/a?print=1", Text));

        twin.Outcome.Should().Be(SaveOutcome.Duplicate);
        (await _fixture.Store.Articles.FindAsync("https://example.com/a?print=1", default))!.Article.Url.Should().Be(Url);
        (await _fixture.SaveAsync(StoreFixture.Page("https://example.com/a?print=1", Text))).Outcome.Should().Be(SaveOutcome.Duplicate);
        (await _fixture.Store.Articles.ListAsync(ArticleFilter.All, default)).Should().ContainSingle();
    }

    [StoreTheory]
    [InlineData("https://example.com/{0}", true)]
    [InlineData("https://example.com/section{0}/a", false)]
    public async Task Many_new_pages_with_one_text_cast_doubt_on_it_unless_they_have_one_name(string url, bool isDoubted)
    {
        await _fixture.SaveAsync(StoreFixture.Page(Url, Text));
        for (var i = 0; i < 4; i++)
        {
            (await _fixture.SaveAsync(StoreFixture.Page(string.Format(CultureInfo.InvariantCulture, url, i), Text))).Outcome.Should().Be(SaveOutcome.Duplicate);
        }

        (_fixture.Query("SELECT worse_at FROM v1_articles")[0][0] is not null).Should().Be(isDoubted);
        var after = await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(Url, StoreFixture.Words(7, 250)), at: StoreFixture.Now.AddHours(1)));

        after.Outcome.Should().Be(isDoubted ? SaveOutcome.Updated : SaveOutcome.Worse);
        (_fixture.Query("SELECT worse_at FROM v1_articles")[0][0] is null).Should().Be(isDoubted);
    }

    [StoreFact]
    public async Task Pages_that_all_claim_one_canonical_address_do_not_swallow_each_other()
    {
        var front = "https://example.com/";
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(front, Text, "One"), url: "https://example.com/one"));

        var other = await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(front, StoreFixture.Words(2, 300), "Two"), url: "https://example.com/two"));

        other.Outcome.Should().Be(SaveOutcome.Stored);
        other.Url.Should().Be("https://example.com/two");
    }

    [StoreFact]
    public async Task Days_of_a_column_that_share_its_title_and_claim_its_address_are_each_an_article()
    {
        const string Column = "https://example.com/briefing";
        ExtractedPage Day(int day) => StoreFixture.Page(StoreFixture.Article(Column, StoreFixture.Words(day, 300), "Morning briefing"), url: $"https://example.com/2026/{day}");

        var results = new List<SaveResult> { await _fixture.SaveAsync(Day(1)), await _fixture.SaveAsync(Day(2)), await _fixture.SaveAsync(Day(3)), await _fixture.SaveAsync(Day(2)) };

        results.Select(r => r.Outcome).Should().Equal(SaveOutcome.Stored, SaveOutcome.Stored, SaveOutcome.Stored, SaveOutcome.Unchanged);
        results.Select(r => r.Url).Should().Equal(Column, "https://example.com/2026/2", "https://example.com/2026/3", "https://example.com/2026/2");
    }

    [StoreTheory]
    [InlineData("Markets on Monday", "Markets on Tuesday", 0)]
    [InlineData("Markets", "Markets", 1)]
    [InlineData("Markets", "Markets", 0)]
    public async Task Reports_that_are_alike_and_claim_one_address_do_not_overwrite_each_other(string first, string second, int days)
    {
        const string Claimed = "https://example.com/reports/latest";
        var standing = StoreFixture.Words(5, 200);
        var monday = StoreFixture.Article(Claimed, $"{StoreFixture.Words(1, 60)}\n\n{standing}", first);
        var tuesday = monday with { Title = second, Text = $"{StoreFixture.Words(2, 60)}\n\n{standing}", PublishedAt = monday.PublishedAt! with { Value = monday.PublishedAt.Value.AddDays(days) } };
        await _fixture.SaveAsync(StoreFixture.Page(monday, url: "https://example.com/reports/monday"));

        var other = await _fixture.SaveAsync(StoreFixture.Page(tuesday, url: "https://example.com/reports/tuesday"));

        (other.Outcome, other.Url).Should().Be((SaveOutcome.Stored, "https://example.com/reports/tuesday"));
        (await _fixture.Store.Articles.FindAsync(Claimed, default))!.Article.Text.Should().Be(monday.Text);
    }

    [StoreTheory]
    [InlineData("https://m.example.com/a", "Another title")]
    [InlineData("https://example.com/a?print=1", "A title")]
    [InlineData("https://example.com/amp/a", "A title")]
    public async Task Two_pages_of_one_article_that_was_edited_between_them_are_one_article(string variant, string title)
    {
        await _fixture.SaveAsync(StoreFixture.Page(Url, Text));

        var edited = await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(Url, Text + "\n\nCorrection: it was Tuesday.", title), url: variant));

        (edited.Outcome, edited.Url).Should().Be((SaveOutcome.Updated, Url));
    }

    [StoreFact]
    public async Task An_address_that_leads_to_the_newest_of_reports_that_are_alike_overwrites_none()
    {
        var standing = StoreFixture.Words(5, 200);
        await _fixture.SaveAsync(Led("https://example.com/latest", "https://example.com/1", $"Monday. {standing}", hours: 0));
        var tuesday = Led("https://example.com/latest", "https://example.com/2", $"Tuesday. {standing}", hours: 1);

        (await _fixture.SaveAsync(tuesday with { Article = tuesday.Article with { Title = "Another day" } })).Outcome.Should().Be(SaveOutcome.Stored);

        (await _fixture.Store.Articles.ListAsync(ArticleFilter.All, default)).Should().HaveCount(2);
    }

    [StoreFact]
    public async Task An_article_whose_address_leads_to_a_new_one_stays_the_article_that_it_was()
    {
        var saved = await _fixture.SaveAsync(StoreFixture.Page(Url, Text));

        var moved = await _fixture.SaveAsync(Led(Url, "https://example.com/2026/a", Text, hours: 1));
        var edited = await _fixture.SaveAsync(Led(Url, "https://example.com/2026/a", Text + "\n\nCorrection: it was Tuesday.", hours: 2));

        (moved.Outcome, edited.Outcome, edited.ArticleId).Should().Be((SaveOutcome.Unchanged, SaveOutcome.Updated, saved.ArticleId));
        (await _fixture.Store.Crawl.FindUrlAsync(Url, default))!.NextVisitAt.Should().Be(StoreFixture.Now.AddDays(1));
        (await _fixture.Store.Articles.FindAsync("https://example.com/2026/a", default))!.Article.Text.Should().Contain("Tuesday");
        (await _fixture.Store.Articles.ListAsync(ArticleFilter.All, default)).Should().ContainSingle();
    }

    [StoreTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_article_whose_address_leads_to_another_one_is_kept_and_the_loss_is_noted(bool isKnown)
    {
        const string Other = "https://example.com/b";
        var other = StoreFixture.Words(7, 300);
        var saved = await _fixture.SaveAsync(StoreFixture.Page(Url, Text));
        if (isKnown)
        {
            await _fixture.SaveAsync(StoreFixture.Page(Other, other));
        }

        var led = await _fixture.SaveAsync(Led(Url, Other, other, hours: 1));

        (led.Outcome, led.Url).Should().Be((isKnown ? SaveOutcome.Unchanged : SaveOutcome.Stored, Other));
        _fixture.Query($"SELECT worse_reason FROM v1_articles WHERE url = '{Url}'").Should().ContainSingle().Which[0].Should().Be($"its address leads to {Other}");
        _fixture.Query($"SELECT worse_reason FROM v1_articles WHERE url = '{Other}'").Should().ContainSingle().Which[0].Should().BeNull();
        var url = (await _fixture.Store.Crawl.FindUrlAsync(Url, default))!;
        (url.ArticleId, url.NextVisitAt, url.Validators.ETag).Should().Be((saved.ArticleId, StoreFixture.Now.AddDays(1), "\"1\""));
        (await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(Url, Text), at: StoreFixture.Now.AddHours(2)))).Outcome.Should().Be(SaveOutcome.Unchanged);
        _fixture.Query("SELECT 1 FROM v1_articles WHERE worse_at IS NOT NULL").Should().BeEmpty("it is back");
    }

    [StoreFact]
    public async Task An_address_that_leads_to_the_newest_article_marks_none_as_lost()
    {
        await _fixture.SaveAsync(Led("https://example.com/latest", Url, Text, hours: 0));

        await _fixture.SaveAsync(Led("https://example.com/latest", "https://example.com/b", StoreFixture.Words(7, 300), hours: 1));

        _fixture.Query("SELECT worse_at FROM v1_articles").Should().HaveCount(2).And.OnlyContain(row => row[0] == null);
        (await _fixture.Store.Articles.FindAsync("https://example.com/latest", default))!.Article.Url.Should().Be("https://example.com/b");
    }

    /// <summary>A page that was asked for at one address and came from another.</summary>
    private static ExtractedPage Led(string asked, string answered, string text, int hours)
    {
        var page = StoreFixture.Page(StoreFixture.Article(answered, text), at: StoreFixture.Now.AddHours(hours));
        return page with { Page = page.Page with { Url = asked }, Validators = new("\"led\"", null), RefetchAt = StoreFixture.Now.AddDays(1) };
    }
}

public sealed class SqliteArticleMatchingTests() : ArticleMatchingTests(StorageEngine.Sqlite);

[NeedsPostgres]
public sealed class PostgresArticleMatchingTests() : ArticleMatchingTests(StorageEngine.Postgres);
