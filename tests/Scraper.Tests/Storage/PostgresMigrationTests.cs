using FluentAssertions;
using Npgsql;
using Scraper.Storage;
using Scraper.Storage.Postgres;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Storage;

[NeedsPostgres]
public sealed class PostgresMigrationTests
{
    // What a store of the first schema had of an article, in an order in which nothing points at what is not there yet.
    private static readonly string[] Tables = ["site", "blob", "article", "article_words", "article_blocks", "revision", "change", "url", "page", "band", "fingerprint"];

    [StoreFact]
    public async Task A_store_of_the_first_schema_keeps_its_articles_and_takes_more()
    {
        await using var today = await StoreFixture.OpenAsync(StorageEngine.Postgres);
        var text = StoreFixture.Words(1, 300);
        await today.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.com/1", text, site: "a")));
        await WriteFirstSchemaAsync(today.Address.Target);
        var old = today.Address with { Target = today.Address.Target + ";Search Path=first" };
        var reading = () => old.OpenAsync(StoreAccess.Read, CancellationToken.None);
        (await reading.Should().ThrowAsync<StoreException>()).Which.Message.Should().Contain("scraper db migrate");

        PostgresMigration.Run(old.Target).Before.Should().Be(1);

        await using var store = await old.OpenAsync(StoreAccess.Write, CancellationToken.None);
        (await store.Articles.FindAsync("https://a.com/1", default))!.Article.Text.Should().Be(text);
        await store.Articles.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://b.com/1", text, site: "b")), default);
        (await store.Articles.FindAsync("https://a.com/1", default))!.StoryId.Should().NotBeNull("the next telling is known for one");
        (await store.Care.CheckAsync(default)).Should().BeEmpty();
    }

    [StoreTheory]
    [InlineData(StoreAccess.Read)]
    [InlineData(StoreAccess.Write)]
    [InlineData(StoreAccess.Daemon)]
    public async Task A_store_of_a_newer_version_is_refused_untouched(StoreAccess access)
    {
        await using var fixture = await StoreFixture.OpenAsync(StorageEngine.Postgres);
        await fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.com/1", StoreFixture.Words(1, 300))));
        await ExecuteAsync(fixture.Address.Target, $"UPDATE store_version SET version = {PostgresMigration.Current + 1}; ALTER TABLE article ADD COLUMN of_tomorrow text");

        var opening = () => fixture.Address.OpenAsync(access, CancellationToken.None);

        var refusal = (await opening.Should().ThrowAsync<StoreException>()).Which;
        refusal.Fault.Should().Be(StoreFault.Newer);
        refusal.Message.Should().Contain($"schema {PostgresMigration.Current + 1}").And.Contain("newer version of scraper");
        fixture.Query("SELECT version FROM store_version")[0].Should().Equal((long)PostgresMigration.Current + 1);
        fixture.Query("SELECT of_tomorrow FROM article").Should().ContainSingle();
    }

    /// <summary>Makes a store by the first schema's own script, in a schema of the same database, with the articles of the present one.</summary>
    private static async Task WriteFirstSchemaAsync(string database)
    {
        using var script = new StreamReader(typeof(PostgresStore).Assembly.GetManifestResourceStream("Scraper.Storage.Postgres.Schema.001.sql")!);
        await ExecuteAsync(database, $"CREATE SCHEMA first; SET search_path TO first; {await script.ReadToEndAsync()}");
        foreach (var table in Tables)
        {
            await ExecuteAsync(database, $"""
                DO $$ DECLARE columns text;
                BEGIN
                    SELECT string_agg(quote_ident(column_name), ',') INTO columns FROM information_schema.columns WHERE table_schema = 'first' AND table_name = '{table}';
                    EXECUTE format('INSERT INTO first.{table} (%s) SELECT %s FROM public.{table}', columns, columns);
                    IF 'id' = ANY (string_to_array(columns, ',')) THEN
                        PERFORM setval(pg_get_serial_sequence('first.{table}', 'id'), (SELECT COALESCE(MAX(id), 0) + 1 FROM first.{table}));
                    END IF;
                END $$
                """);
        }

        await ExecuteAsync(database, "UPDATE first.change_counter SET last = (SELECT last FROM public.change_counter); INSERT INTO first.store_version (version) VALUES (1)");
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
