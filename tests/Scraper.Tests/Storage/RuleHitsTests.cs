using FluentAssertions;
using Scraper.Core.Articles;
using Scraper.Storage;
using Scraper.Tests.Fixtures;

namespace Scraper.Tests.Storage;

public abstract class RuleHitsTests(StorageEngine engine)
{
    private static readonly ArticleRule Fits = new()
    {
        Name = "example",
        File = "example.com.yaml",
        LayoutUntil = new DateOnly(2024, 5, 31),
        Selectors = [new("body", "example.com.yaml:7", ".story", 1, null), new("strip", "example.com.yaml:9", ".ad", 3, null), new("strip", "example.com.yaml:10", ".old", 0, null)],
    };

    private static readonly ArticleRule Misfits = Fits with
    {
        FellBack = "body not found: example.com.yaml:7 css .story",
        Selectors = [new("body", "example.com.yaml:7", ".story", 0, null), new("strip", "example.com.yaml:9", ".ad", 0, "took too many steps")],
    };

    [StoreFact]
    public async Task An_articles_record_says_which_rule_read_it_and_what_each_selector_found()
    {
        await using var fixture = await StoreFixture.OpenAsync(engine);

        var saved = await SaveAsync(fixture, "/a", Fits);

        var stored = await fixture.Store.Articles.FindAsync(saved.Url, default);
        stored!.Article.Rule.Should().BeEquivalentTo(Fits);
        Rows(fixture, "SELECT rule, rule_file, rule_layout_until, rule_fell_back FROM v1_articles").Should().Equal("example|example.com.yaml|2024-05-31|");
        Rows(fixture, "SELECT key, selector, place, hits FROM v1_article_selectors")
            .Should().Equal("body|.story|example.com.yaml:7|1", "strip|.ad|example.com.yaml:9|3", "strip|.old|example.com.yaml:10|0");
    }

    [StoreFact]
    public async Task An_article_without_a_rule_has_none_in_its_record()
    {
        await using var fixture = await StoreFixture.OpenAsync(engine);

        await SaveAsync(fixture, "/a", Fits);
        await SaveAsync(fixture, "/a", rule: null, more: " and a change");

        Rows(fixture, "SELECT rule, rule_fell_back FROM v1_articles").Should().Equal("|");
        (await fixture.Store.Articles.FindAsync("https://example.com/a", default))!.Article.Rule.Should().BeNull();
    }

    [StoreFact]
    public async Task Every_page_that_is_read_counts_whatever_becomes_of_it()
    {
        await using var fixture = await StoreFixture.OpenAsync(engine);

        (await SaveAsync(fixture, "/a", Fits)).Outcome.Should().Be(SaveOutcome.Stored);
        (await SaveAsync(fixture, "/a", Fits)).Outcome.Should().Be(SaveOutcome.Unchanged);
        (await SaveAsync(fixture, "/twin", Fits, title: "/a")).Outcome.Should().Be(SaveOutcome.Duplicate);
        (await fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://example.com/a", "Gone.") with { Rule = Misfits }))).Outcome.Should().Be(SaveOutcome.Worse);
        await fixture.Store.Crawl.RecordAsync(
            new UrlVisit { Url = "https://example.com/empty", Site = "example", Status = UrlStatus.NotAnArticle, At = StoreFixture.Now, Rule = Misfits }, default);

        Rows(fixture, "SELECT site, pages, fallbacks, last_fallback_url, last_fallback FROM v1_rule_sites")
            .Should().Equal("example|5|2|https://example.com/empty|body not found: example.com.yaml:7 css .story");
        Rows(fixture, "SELECT key, selector, hits, misses, misses_in_row, problem FROM v1_rule_hits ORDER BY place")
            .Should().Equal("strip|.old|0|3|3|", "body|.story|3|2|2|", "strip|.ad|3|2|2|took too many steps");
        Rows(fixture, "SELECT rule_fell_back FROM v1_articles").Should().Equal([string.Empty], "the worse page left the article as it was");
    }

    [StoreFact]
    public async Task A_page_of_the_archive_that_is_read_again_changes_the_record_and_not_the_counts()
    {
        await using var fixture = await StoreFixture.OpenAsync(engine);
        var saved = await SaveAsync(fixture, "/a", Fits);
        var renamed = Fits with { Name = "renamed", Selectors = [new("body", "example.com.yaml:8", "#story", 1, null)] };

        await fixture.Store.Articles.ReplaceExtractionAsync(
            saved.ArticleId, Article("/a", renamed, more: " and more"), "rules 2", allowWorse: false, readFrom: null, StoreFixture.Now, default);

        (await fixture.Store.Articles.FindAsync(saved.Url, default))!.Article.Rule.Should().BeEquivalentTo(renamed);
        Rows(fixture, "SELECT pages FROM v1_rule_sites").Should().Equal("1");
        Rows(fixture, "SELECT selector FROM v1_rule_hits ORDER BY place").Should().Equal(".old", ".story", ".ad");
    }

    [StoreFact]
    public async Task A_selector_that_finds_nothing_any_more_is_named_until_it_has_left_the_rule()
    {
        await using var fixture = await StoreFixture.OpenAsync(engine);
        for (var i = 0; i < 25; i++)
        {
            await SaveAsync(fixture, $"/{i}", i == 2 ? Fits with { Selectors = [.. Fits.Selectors.Select(s => s with { Hits = 1 })] } : Fits);
        }

        var use = (await fixture.Store.Rules.ListUseAsync(default)).Single();
        use.Silent.Should().Equal(new SilentSelector("strip", "example.com.yaml:10", ".old", 22, StoreFixture.Now));

        for (var i = 0; i < 50; i++)
        {
            await SaveAsync(fixture, $"/later/{i}", Fits with { Selectors = [Fits.Selectors[0]] });
        }

        (await fixture.Store.Rules.ListUseAsync(default)).Single().Silent.Should().BeEmpty();
    }

    [StoreFact]
    public async Task The_share_lately_follows_a_new_layout_within_twenty_pages_and_the_counts_do_not_forget()
    {
        await using var fixture = await StoreFixture.OpenAsync(engine);
        for (var i = 0; i < 100; i++)
        {
            await SaveAsync(fixture, $"/{i}", i < 80 ? Fits : Misfits);
        }

        var use = (await fixture.Store.Rules.ListUseAsync(default)).Single();
        (use.Pages, use.Fallbacks).Should().Be((100, 20));
        use.RecentShare.Should().BeInRange(0.6, 0.7);
        use.LastFallback.Should().Be(new RuleFallback("https://example.com/99", StoreFixture.Now, Misfits.FellBack!));
    }

    [StoreFact]
    public async Task Problems_of_rule_files_are_kept_as_they_are_now_with_the_moment_they_began()
    {
        await using var fixture = await StoreFixture.OpenAsync(engine);
        var first = new RuleFileProblem("sites/a.yaml", 3, 5, "bodi", "unknown key; did you mean \"body\"?", HasLastGood: true, StoreFixture.Now);
        var second = first with { File = "sites/b.yaml", HasLastGood = false };

        await fixture.Store.Rules.SetProblemsAsync([first, second, second], default);
        await fixture.Store.Rules.SetProblemsAsync([first with { Since = StoreFixture.Now.AddHours(1) }], default);

        (await fixture.Store.Rules.ListProblemsAsync(default)).Should().Equal(first);
        Rows(fixture, "SELECT file, line, key, has_last_good, since FROM v1_rule_problems").Should().Equal("sites/a.yaml|3|bodi|1|2026-03-01T12:00:00.000Z");
    }

    [StoreFact]
    public async Task Nodes_that_record_the_same_problems_at_once_leave_each_once_and_one_that_stands_twice_is_read_once()
    {
        await using var fixture = await StoreFixture.OpenAsync(engine);
        RuleFileProblem[] problems = [.. Enumerable.Range(1, 5).Select(i => new RuleFileProblem("sites/a.yaml", i, 5, "bodi", "unknown key", HasLastGood: true, StoreFixture.Now.AddSeconds(i)))];
        await using (var other = await fixture.Address.OpenAsync(StoreAccess.Write, default))
        {
            await Parallel.ForAsync(0, 40, async (i, token) => await (i % 2 == 0 ? fixture.Store : other).Rules.SetProblemsAsync(problems, token));
        }

        Rows(fixture, "SELECT line FROM v1_rule_problems ORDER BY line").Should().Equal("1", "2", "3", "4", "5");
        if (engine == StorageEngine.Postgres)
        {
            using var connection = fixture.Connect();
            using var doubling = connection.CreateCommand();
            doubling.CommandText = "INSERT INTO rule_problem (file, line, col, key, message, has_last_good, since) SELECT file, line, col, key, message, has_last_good, '2026-04-01T12:00:00.000Z' FROM rule_problem";
            await doubling.ExecuteNonQueryAsync();
        }

        (await fixture.Store.Rules.ListProblemsAsync(default)).Should().Equal(problems);
        await fixture.Store.Rules.SetProblemsAsync(problems, default);
        Rows(fixture, "SELECT count(*) FROM v1_rule_problems").Should().Equal("5");
    }

    private static Article Article(string path, ArticleRule? rule, string? title = null, string more = "") =>
        StoreFixture.Article($"https://example.com{path}", StoreFixture.Words((title ?? path).Sum(c => c) + path.Length, 60) + more, title ?? path) with { Rule = rule };

    private static Task<SaveResult> SaveAsync(StoreFixture fixture, string path, ArticleRule? rule, string? title = null, string more = "")
    {
        var article = Article(path, rule, title, more);
        return fixture.SaveAsync(StoreFixture.Page(title is null ? article : article with { Text = Article(title, null).Text }));
    }

    private static List<string> Rows(StoreFixture fixture, string sql) => [.. fixture.Query(sql).Select(r => string.Join('|', r.Select(Text)))];

    /// <summary>Truth is 1 or 0 in SQLite.</summary>
    private static string? Text(object? value) => value is bool truth ? truth ? "1" : "0" : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class SqliteRuleHitsTests() : RuleHitsTests(StorageEngine.Sqlite);

[NeedsPostgres]
public sealed class PostgresRuleHitsTests() : RuleHitsTests(StorageEngine.Postgres);
