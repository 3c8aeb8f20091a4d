using System.Data.Common;
using FluentAssertions;
using Microsoft.Data.Sqlite;
using Npgsql;
using Scraper.Storage;
using Scraper.Storage.Sqlite;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Storage;

/// <summary>What is not ours, or not for this version, is refused and left as it was.</summary>
public abstract class RefusalTests(StorageEngine engine)
{
    [StoreTheory]
    [InlineData(StoreAccess.Read)]
    [InlineData(StoreAccess.Write)]
    [InlineData(StoreAccess.Daemon)]
    public async Task A_store_of_a_newer_version_is_refused_untouched(StoreAccess access)
    {
        await using var fixture = await StoreFixture.OpenAsync(engine);
        await fixture.SaveAsync(StoreFixture.Page("https://example.com/a", StoreFixture.Words(1, 120)));
        await fixture.Store.DisposeAsync();
        Run(fixture, engine == StorageEngine.Sqlite ? "PRAGMA user_version = 999" : "UPDATE store_version SET version = 999");
        var before = await ContentAsync(fixture);

        var refusal = await OpeningAsync(fixture, access);

        refusal.Fault.Should().Be(StoreFault.Newer);
        refusal.Message.Should().Contain("schema 999");
        (await ContentAsync(fixture)).Should().Equal(before);
    }

    [StoreTheory]
    [InlineData(StoreAccess.Read)]
    [InlineData(StoreAccess.Write)]
    public async Task Another_programs_database_is_refused_untouched(StoreAccess access)
    {
        await using var fixture = new StoreFixture(engine);
        Run(fixture, "CREATE TABLE article (url TEXT)");
        var before = await ContentAsync(fixture);

        (await OpeningAsync(fixture, access)).Fault.Should().Be(StoreFault.Foreign);
        (await ContentAsync(fixture)).Should().Equal(before);
    }

    [StoreFact]
    public async Task Reading_a_store_that_is_not_there_says_so_and_makes_none()
    {
        await using var fixture = new StoreFixture(engine);
        var before = await ContentAsync(fixture);

        (await OpeningAsync(fixture, StoreAccess.Read)).Fault.Should().Be(StoreFault.Missing);
        (await ContentAsync(fixture)).Should().Equal(before);
    }

    private static async Task<StoreException> OpeningAsync(StoreFixture fixture, StoreAccess access)
    {
        var open = () => fixture.Address.OpenAsync(access, default);
        return (await open.Should().ThrowAsync<StoreException>()).Which;
    }

    private void Run(StoreFixture fixture, string sql)
    {
        using var connection = Connect(fixture);
        using var command = connection.CreateCommand();
        command.CommandText = engine == StorageEngine.Sqlite ? $"{sql}; PRAGMA wal_checkpoint(TRUNCATE)" : sql;
        command.ExecuteNonQuery();
    }

    private DbConnection Connect(StoreFixture fixture)
    {
        NativeSqlite.EnsureLoaded();
        DbConnection connection = engine == StorageEngine.Sqlite ? new SqliteConnection($"Data Source={fixture.Path};Pooling=False") : new NpgsqlConnection(fixture.Address.Target);
        connection.Open();
        return connection;
    }

    /// <summary>All bytes of the file, or every table and column of the database.</summary>
    private async Task<IEnumerable<object>> ContentAsync(StoreFixture fixture)
    {
        if (engine == StorageEngine.Sqlite)
        {
            return File.Exists(fixture.Path) ? (await File.ReadAllBytesAsync(fixture.Path)).Cast<object>() : [];
        }

        return fixture.Query("SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1").Select(r => r[0]!);
    }
}

public sealed class SqliteRefusalTests() : RefusalTests(StorageEngine.Sqlite);

[NeedsPostgres]
public sealed class PostgresRefusalTests() : RefusalTests(StorageEngine.Postgres);
