using FluentAssertions;
using Scraper.Core.Articles;
using Scraper.Storage;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Storage;

/// <summary>An article's site is the rule that reads it: a rule that is added or renamed takes its articles along.</summary>
public abstract class SiteMoveTests(StorageEngine engine) : IAsyncLifetime
{
    private static readonly Article Old = StoreFixture.Article("https://hill.example/a", StoreFixture.Words(1, 300), site: "hill");
    private static readonly Article Renamed = Old with { Site = "highland", Rule = new ArticleRule { Name = "highland", File = "highland.yaml" } };
    private StoreFixture _fixture = null!;

    public async Task InitializeAsync() => _fixture = await StoreFixture.OpenAsync(engine);

    public async Task DisposeAsync()
    {
        (await _fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
        await _fixture.DisposeAsync();
    }

    [StoreTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_article_its_page_its_address_and_the_counts_follow_and_readers_are_told(bool byFetch)
    {
        var saved = await _fixture.SaveAsync(StoreFixture.Page(Old) with { RefetchAt = StoreFixture.Now.AddHours(1) });
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://hill.example/b", StoreFixture.Words(2, 300), site: "hill")));

        var moved = byFetch
            ? await _fixture.SaveAsync(StoreFixture.Page(Renamed, extractor: "rules 2") with { RefetchAt = StoreFixture.Now.AddHours(2) })
            : await _fixture.Store.Articles.ReplaceExtractionAsync(saved.ArticleId, Renamed, "rules 2", allowWorse: false, readFrom: null, StoreFixture.Now, default);

        moved.Outcome.Should().Be(SaveOutcome.Relabelled);
        Rows("SELECT site, rule, publisher_revision FROM v1_articles WHERE article_id = 1").Should().Equal("highland|highland|1");
        Rows("SELECT site, kind FROM v1_changes ORDER BY change_seq").Should().Equal("hill|stored", "hill|stored", "highland|extractor");
        Rows("SELECT site, articles FROM v1_sites ORDER BY site").Should().Equal("highland|1", "hill|1");
        (await _fixture.Store.Archive.FindAsync("https://hill.example/a", default))!.Site.Should().Be("highland");
        (await _fixture.Store.Articles.ListAsync(new ArticleFilter { Site = "highland" }, default)).Should().ContainSingle();
        (await _fixture.Store.Articles.SearchAsync("title", new ArticleFilter { Site = "highland" }, default)).Should().ContainSingle();
        (await _fixture.Store.Articles.SearchAsync("title", new ArticleFilter { Site = "hill" }, default)).Should().ContainSingle();
        (await _fixture.Store.Crawl.ListDueAsync("highland", StoreFixture.Now.AddDays(1), 10, default)).Should().ContainSingle("nobody visits hill any more");
    }

    [StoreFact]
    public async Task An_edit_under_a_new_rule_is_the_publishers()
    {
        await _fixture.SaveAsync(StoreFixture.Page(Old));

        (await _fixture.SaveAsync(StoreFixture.Page(Renamed with { Title = "An edit" }, extractor: "rules 2"))).Outcome.Should().Be(SaveOutcome.Updated);

        Rows("SELECT site FROM v1_articles").Should().Equal("highland");
    }

    private IEnumerable<string> Rows(string sql) => _fixture.Query(sql).Select(r => string.Join('|', r));
}

public sealed class SqliteSiteMoveTests() : SiteMoveTests(StorageEngine.Sqlite);

[NeedsPostgres]
public sealed class PostgresSiteMoveTests() : SiteMoveTests(StorageEngine.Postgres);
