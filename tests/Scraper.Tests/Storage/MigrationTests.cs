using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Microsoft.Data.Sqlite;
using Scraper.Core.Articles;
using Scraper.Storage;
using Scraper.Storage.Sql;
using Scraper.Storage.Sqlite;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Storage;

public sealed class MigrationTests
{
    [Fact]
    public async Task A_store_of_the_first_schema_keeps_its_articles_and_finds_their_next_telling()
    {
        await using var fixture = new StoreFixture();
        var text = StoreFixture.Words(1, 300);
        await WriteFirstSchemaAsync(fixture, text);
        var reading = () => SqliteStore.OpenAsync(fixture.Path, StoreAccess.Read, default);
        (await reading.Should().ThrowAsync<StoreException>()).Which.Message.Should().Contain("scraper db migrate");

        var (before, _, copy) = SqliteMigration.Run(fixture.Path);

        before.Should().Be(1);
        File.Exists(copy).Should().BeTrue();
        await fixture.ReopenAsync();
        var old = (await fixture.Store.Articles.FindAsync("https://a.com/1", default))!.Article;
        (old.Text, old.IsComplete).Should().Be((text, false), "section, tags and pictures were not kept");
        await fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://b.com/1", text, site: "b")));
        (await fixture.Store.Articles.FindAsync("https://a.com/1", default))!.StoryId.Should().NotBeNull();
        (await fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
        SqliteMigration.Run(fixture.Path + ".schema-1").Before.Should().Be(1, "the copy is the old store");
    }

    [Fact]
    public async Task The_copy_is_whole_though_somebody_reads_and_an_earlier_one_is_left_alone()
    {
        await using var fixture = new StoreFixture();
        await WriteFirstSchemaAsync(fixture, StoreFixture.Words(1, 300));
        await File.WriteAllTextAsync(fixture.Path + ".schema-1", "left by a migration that was cut off");
        using var reader = new SqliteFile(fixture.Path).OpenUnmigrated();
        SqliteFile.Execute(reader, "PRAGMA journal_mode = WAL");
        SqliteFile.Execute(reader, "BEGIN");
        SqliteFile.Number(reader, "SELECT COUNT(*) FROM site").Should().Be(1);
        using (var writer = new SqliteFile(fixture.Path).OpenUnmigrated())
        {
            SqliteFile.Execute(writer, "INSERT INTO site (name) VALUES ('late')");
        }

        var done = SqliteMigration.Run(fixture.Path);

        done.Copy.Should().Be(fixture.Path + ".schema-1-2");
        using var copy = new SqliteFile(done.Copy!).OpenUnmigrated();
        SqliteFile.Number(copy, "SELECT COUNT(*) FROM site").Should().Be(2);
        (await File.ReadAllTextAsync(fixture.Path + ".schema-1")).Should().StartWith("left");
    }

    [Fact]
    public async Task A_store_that_is_opened_to_be_written_keeps_the_old_file_too()
    {
        await using var fixture = new StoreFixture();
        await WriteFirstSchemaAsync(fixture, StoreFixture.Words(1, 300));

        await fixture.ReopenAsync();
        fixture.Store.Migration.Should().Be(new StoreMigration(1, SchemaMigration.Current, fixture.Path + ".schema-1"));
        await fixture.ReopenAsync();
        fixture.Store.Migration.Should().BeNull();

        using var copy = new SqliteFile(fixture.Path + ".schema-1").OpenUnmigrated();
        SchemaMigration.VersionOf(copy).Should().Be(1);
        SqliteFile.Number(copy, "SELECT COUNT(*) FROM site").Should().Be(1);
        File.Exists(fixture.Path + ".schema-1-2").Should().BeFalse();
    }

    [Fact]
    public async Task A_store_of_the_first_schema_counts_its_rules_from_now_on()
    {
        await using var fixture = new StoreFixture();
        NativeSqlite.EnsureLoaded();
        using (var connection = new SqliteConnection($"Data Source={fixture.Path};Pooling=False"))
        {
            await connection.OpenAsync();
            using var first = connection.CreateCommand();
            using var script = new StreamReader(typeof(SqliteStore).Assembly.GetManifestResourceStream("Scraper.Storage.Sqlite.Schema.001.sql")!);
            first.CommandText = await script.ReadToEndAsync()
                + $"""
                INSERT INTO site (name) VALUES ('example');
                INSERT INTO article (site_id, url, change_seq, extractor, confidence, first_seen_at, fetched_at, checked_at, text_hash, sort_at, title, authors, summary, captions, metadata, length, body)
                VALUES (1, 'https://example.com/old', 1, '', 1, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', x'00', '2026-01-01T00:00:00.000Z', 'Old', '[]', '[]', '[]', '[]', 4, 'Text');
                INSERT INTO change (kind, article_id, site_id, url, at, revision) VALUES ('stored', 1, 1, 'https://example.com/old', '2026-01-01T00:00:00.000Z', 1);
                PRAGMA application_id = {SqliteFile.ApplicationId}; PRAGMA user_version = 1;
                """;
            await first.ExecuteNonQueryAsync();
        }

        await fixture.ReopenAsync();
        await fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://example.com/new", "New text.") with { Rule = new ArticleRule { Name = "example", File = "example.com.yaml", Selectors = [new("body", "example.com.yaml:7", ".story", 1, null)] } }));

        fixture.Query("SELECT url, rule FROM v1_articles ORDER BY url").Select(r => $"{r[0]}|{r[1]}").Should().Equal("https://example.com/new|example", "https://example.com/old|");
        fixture.Query("SELECT version FROM schema_version")[0].Should().Equal((long)SchemaMigration.Current);
    }

    [Fact]
    public void The_first_schema_never_changes() =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(FirstTables().ReplaceLineEndings("\n")))).Should().Be("6AA6E5D6723084DDBE294DC64279625F2FF1A97B8EBE17E6C1CEC1DDF5C0D843", "stores made by it are in users' hands");

    /// <summary>Writes an article with the first schema's own tables and today's values, as its program did.</summary>
    private static async Task WriteFirstSchemaAsync(StoreFixture fixture, string text)
    {
        await using var today = await StoreFixture.OpenAsync();
        await today.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.com/1", text, site: "a")));
        await today.Store.DisposeAsync();
        using var old = new SqliteConnection($"Data Source={fixture.Path};Pooling=False;Foreign Keys=False");
        await old.OpenAsync();
        SqliteFile.Execute(old, FirstTables());
        SqliteFile.Execute(old, await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "tests", "Scraper.Tests", "Storage", "Schema", "001-views.sql")));
        SqliteFile.Execute(old, $"ATTACH '{today.Path}' AS today");
        foreach (var table in new[] { "site", "blob", "article", "article_blocks", "revision", "change", "url", "page", "fingerprint" })
        {
            var columns = Columns(old, table);
            SqliteFile.Execute(old, $"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM today.{table}");
        }

        var bands = PackedBands.Read(Bytes(old, "SELECT bands FROM main.fingerprint"));
        SqliteFile.Execute(old, $"INSERT INTO main.band (epoch, value, article_id) VALUES {string.Join(',', bands.Select(b => $"(0, {b}, 1)"))}");
        SqliteFile.Execute(old, $"DETACH today; PRAGMA application_id = {SqliteFile.ApplicationId}; PRAGMA user_version = 1");
    }

    private static string Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT group_concat(name) FROM pragma_table_info('{table}', 'main')";
        return (string)command.ExecuteScalar()!;
    }

    private static byte[] Bytes(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (byte[])command.ExecuteScalar()!;
    }

    private static string FirstTables()
    {
        using var reader = new StreamReader(typeof(SchemaMigration).Assembly.GetManifestResourceStream("Scraper.Storage.Sqlite.Schema.001.sql")!);
        return reader.ReadToEnd();
    }
}
