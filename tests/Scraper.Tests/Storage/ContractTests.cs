using System.Text.RegularExpressions;
using FluentAssertions;
using Scraper.Storage;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Storage;

/// <summary>The views as readers know them. A column may be added at the end; to change or remove one breaks programs that we do not know.</summary>
public abstract partial class ContractTests(StorageEngine engine)
{
    [StoreTheory]
    [InlineData("schema_version", "version")]
    [InlineData("articles", Articles)]
    [InlineData("v1_articles", Articles)]
    [InlineData("v1_changes", "change_seq kind article_id site url at revision")]
    [InlineData("v1_revisions", "article_id revision kind at change_seq extractor title body diff")]
    [InlineData("v1_captions", "article_id position text repeats")]
    [InlineData("v1_pictures", "article_id position address caption credit")]
    [InlineData("v1_sites", "site number articles last_article_at")]
    [InlineData("v1_blocks", "article_id position kind level label reason_kind reason confidence text")]
    [InlineData("v1_stories", "story_id article_id site url title published_at first_seen_at is_first first_article_id source credits share_of_first adds")]
    [InlineData("v1_story_pairs", "story_id article_id other_article_id shared_shingles share share_of_other")]
    [InlineData("v1_alarms", "site number signals detail url opened_at closed_at closing")]
    [InlineData("v1_rule_sites", "site pages fallbacks recent_share last_fallback_at last_fallback_url last_fallback")]
    [InlineData("v1_rule_hits", "site key selector place hits misses misses_in_row last_at last_hit_at last_url problem is_in_use")]
    [InlineData("v1_article_selectors", "article_id key selector place hits")]
    [InlineData("v1_rule_problems", "file line col key message has_last_good since")]
    [InlineData("v1_search", "title body")]
    public async Task The_views_keep_their_columns(string view, string columns)
    {
        await using var fixture = await StoreFixture.OpenAsync(engine);

        Columns(fixture, $"SELECT * FROM {view} LIMIT 0").Should().StartWith(columns.Split(' '));
    }

    [StoreFact]
    public async Task Values_have_the_documented_types_and_forms()
    {
        await using var fixture = await StoreFixture.OpenAsync(engine);
        await fixture.SaveAsync(StoreFixture.Page("https://example.com/a", StoreFixture.Words(1, 100)));

        Row(fixture, "SELECT published_at, published_offset, published_precision, authors, fetched_at, subtitle FROM v1_articles")
            .Should().Equal("2026-02-01T07:07:00.000Z", 120L, "minute", "[\"Ann Author\"]", "2026-03-01T12:00:00.000Z", null);
        Row(fixture, "SELECT position, text, repeats FROM v1_captions").Should().Equal(0L, "A caption", 2L);
        fixture.Query("SELECT position, address, caption, credit FROM v1_pictures ORDER BY position").Select(r => string.Join('|', r))
            .Should().Equal("0|https://example.com/a.jpg?size=1|A caption|Paul Photo", "1|https://example.com/b.jpg||Ann");
        Row(fixture, "SELECT section, tags FROM v1_articles").Should().Equal("Town", "[\"harbour\",\"rain\"]");
        Row(fixture, "SELECT site, number, articles, last_article_at FROM v1_sites").Should().Equal("example", 1L, 1L, "2026-03-01T12:00:00.000Z");
        Row(fixture, "SELECT label, reason_kind, reason, confidence, text FROM v1_blocks ORDER BY position DESC LIMIT 1").Should().Equal("advert", "model", "test", 0.9, "Buy now!");
        Row(fixture, "SELECT change_seq, kind, revision FROM v1_changes").Should().Equal(1L, "stored", 1L);
        Row(fixture, "SELECT version FROM schema_version").Should().Equal((long)(await fixture.Store.Care.FiguresAsync(default)).SchemaVersion);
        Row(fixture, "SELECT site, title, revision FROM articles ORDER BY 1").Should().Equal("example", "A title", 1L);
    }

    [StoreFact]
    public async Task The_recipes_of_the_readme_run()
    {
        await using var fixture = await StoreFixture.OpenAsync(engine);
        await fixture.SaveAsync(StoreFixture.Page("https://example.com/a", StoreFixture.Words(1, 100)));
        var readme = await File.ReadAllTextAsync(Path.Combine(Fixtures.RepositoryRoot.Path, "src", "Scraper", "Storage", "README.md"));
        var recipes = Recipe().Matches(readme).Where(m => m.Groups["engine"].Value is var only && (only.Length == 0 || only.Equals(engine.ToString(), StringComparison.OrdinalIgnoreCase)))
            .SelectMany(m => m.Groups["sql"].Value.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();

        recipes.Should().HaveCountGreaterThan(6);
        foreach (var recipe in recipes)
        {
            Columns(fixture, recipe).Should().NotBeEmpty();
        }
    }

    /// <summary>SQL in a block that is marked <c>sql</c>, or <c>sql sqlite</c>, <c>sql postgres</c> where an engine has its own.</summary>
    [GeneratedRegex(@"^```sql(?: (?<engine>\w+))?\n(?<sql>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Recipe();

    private const string Articles =
        "article_id site url title subtitle authors published_at published_offset published_precision modified_at modified_offset modified_precision "
        + "language summary body body_length confidence first_seen_at fetched_at checked_at change_seq revision publisher_revision extractor_revision extractor worse_at worse_reason story_id "
        + "rule rule_file rule_layout_until rule_fell_back noindex noarchive tdm_reservation section tags";

    private static List<string> Columns(StoreFixture fixture, string sql)
    {
        using var connection = fixture.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in new[] { ":last", ":id", ":story" }.Where(n => sql.Contains(n, StringComparison.Ordinal)))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, 0L);
            command.Parameters.Add(parameter);
        }

        using var reader = command.ExecuteReader();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    private static object?[] Row(StoreFixture fixture, string sql) => fixture.Query(sql)[0];
}

public sealed class SqliteContractTests() : ContractTests(StorageEngine.Sqlite);

[NeedsPostgres]
public sealed class PostgresContractTests() : ContractTests(StorageEngine.Postgres);
