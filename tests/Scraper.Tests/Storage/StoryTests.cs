using System.Text.Json;
using FluentAssertions;
using Scraper.Core.Metadata;
using Scraper.Storage;
using Scraper.Tests.Fixtures;
using Xunit;
using Xunit.Abstractions;

namespace Scraper.Tests.Storage;

public abstract class StoryTests(StorageEngine engine, ITestOutputHelper output) : IAsyncLifetime
{
    private StoreFixture _fixture = null!;

    public async Task InitializeAsync() => _fixture = await StoreFixture.OpenAsync(engine);

    public async Task DisposeAsync()
    {
        (await _fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
        await _fixture.DisposeAsync();
    }

    [StoreFact("seeds")]
    public async Task The_five_seeds_are_one_story_whose_source_is_The_Guardian()
    {
        await SaveSeedsAsync();

        var rows = Query("SELECT story_id, site, is_first, source, share_of_first, adds FROM v1_stories ORDER BY site");
        rows.Should().HaveCount(5);
        rows.Select(r => r[0]).Distinct().Should().ContainSingle();
        rows.Select(r => r[3]).Distinct().Should().Equal("The Guardian");
        rows.Single(r => r[2] is true or 1L)[1].Should().Be("000_69eba2871c49c5e6");
        rows.Select(r => r[4]).OfType<double>().Should().OnlyContain(share => share > 0.05);
        Query("SELECT * FROM v1_story_pairs").Should().HaveCountGreaterThanOrEqualTo(4);
    }

    [StoreFact("benchmark/wcxb-dev/ground-truth")]
    public async Task Unrelated_pages_are_never_joined_with_the_seeds_or_across_hosts()
    {
        await SaveSeedsAsync();
        var saves = new List<Task>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Shared, "benchmark", "wcxb-dev", "ground-truth")).Order())
        {
            using var json = JsonDocument.Parse(await File.ReadAllTextAsync(file));
            if (Uri.TryCreate(Text(json.RootElement, "url"), UriKind.Absolute, out var url)
                && json.RootElement.TryGetProperty("ground_truth", out var truth)
                && Text(truth, "main_content") is { Length: > 0 } text)
            {
                saves.Add(_fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(url.AbsoluteUri, text, site: url.Host))));
            }
        }

        await Task.WhenAll(saves);
        var joined = Query("SELECT DISTINCT story_id, site FROM v1_stories").GroupBy(r => r[0], r => (string)r[1]!).Where(g => g.Count() > 1).Select(g => string.Join(',', g)).ToList();
        joined.ForEach(output.WriteLine);
        joined.Should().HaveCountLessThan(12, "each is listed here to be looked at: {0}", string.Join(" | ", joined));
        joined.Where(j => j.Contains('_')).Should().ContainSingle().Which.Split(',').Should().HaveCount(5);
    }

    [StoreFact]
    public async Task An_article_rewritten_by_its_publisher_leaves_its_story()
    {
        var text = StoreFixture.Words(1, 400);
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.com/1", text, site: "a")));
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://b.com/1", text, site: "b")));
        Query("SELECT * FROM v1_stories").Should().HaveCount(2);

        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://b.com/1", StoreFixture.Words(2, 1200), site: "b")));

        Query("SELECT * FROM v1_stories").Should().BeEmpty();
    }

    [StoreFact]
    public async Task A_telling_that_joins_two_stories_makes_them_one()
    {
        var (one, two) = (StoreFixture.Words(1, 300), StoreFixture.Words(2, 300));
        foreach (var (site, text) in new[] { ("a", one), ("b", one), ("c", two), ("d", two), ("e", one + "\n\n" + two) })
        {
            await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article($"https://{site}.com/1", text, site: site)));
        }

        Query("SELECT DISTINCT story_id FROM v1_stories").Should().ContainSingle();
        Query("SELECT * FROM v1_stories").Should().HaveCount(5);
    }

    [StoreTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_telling_is_found_by_another_process_and_after_its_publisher_rewrote_it(bool rewritten)
    {
        var text = StoreFixture.Words(1, 300);
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.com/1", rewritten ? text[..(text.Length * 2 / 3)] : text, site: "a")));
        await using var other = await _fixture.Address.OpenAsync(StoreAccess.Write, default);
        await other.Articles.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://x.com/1", StoreFixture.Words(3, 300), site: "x")), default);
        if (rewritten)
        {
            await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.com/1", text, site: "a")));
        }

        await other.Articles.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://b.com/1", text, site: "b")), default);
        await _fixture.ReopenAsync();
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://c.com/1", text, site: "c")));

        Query("SELECT DISTINCT story_id FROM v1_stories").Should().ContainSingle();
        Query("SELECT * FROM v1_stories").Should().HaveCount(3);
    }

    [StoreTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_telling_is_found_thousands_of_articles_later_in_a_store_that_was_reopened_or_not(bool reopened)
    {
        var text = StoreFixture.Words(1, 300);
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.com/1", text, site: "a")));
        await Task.WhenAll(Enumerable.Range(0, 4_100).Select(i => _fixture.SaveAsync(StoreFixture.Page($"https://example.com/{i}", StoreFixture.Words(i + 10, 60), $"T {i}"))));
        Query("SELECT COUNT(*) FROM band WHERE key & 65535 = 1")[0][0].Should().NotBe(0L, "its bands stand in the table");
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.com/1", text + "\n\nAn edit.", site: "a")));
        if (reopened)
        {
            await _fixture.ReopenAsync();
        }

        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://b.com/1", text, site: "b")));

        Query("SELECT site FROM v1_stories ORDER BY 1").Select(r => r[0]).Should().Equal("a", "b");
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private async Task SaveSeedsAsync()
    {
        using var gold = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Shared, "seeds", "gold.json")));
        foreach (var seed in gold.RootElement.EnumerateObject().Reverse())
        {
            var site = Path.GetFileNameWithoutExtension(seed.Name);
            var text = string.Join("\n\n", seed.Value.GetProperty("body").EnumerateArray().Select(p => p.GetString()));
            PageDate? date = seed.Value.GetProperty("date").GetString() is { } given
                ? new PageDate(DateTimeOffset.Parse(given, null, System.Globalization.DateTimeStyles.AssumeUniversal), DatePrecision.Day, false)
                : null;
            await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article($"https://{site}.example/", text, seed.Value.GetProperty("title").GetString()!, site) with { PublishedAt = date }));
        }
    }

    private List<object?[]> Query(string sql) => _fixture.Query(sql);
}

public sealed class SqliteStoryTests(ITestOutputHelper output) : StoryTests(StorageEngine.Sqlite, output);

[NeedsPostgres]
public sealed class PostgresStoryTests(ITestOutputHelper output) : StoryTests(StorageEngine.Postgres, output);
