using Microsoft.Data.Sqlite;

namespace Scraper.EndToEnd;

/// <summary>Another program with the store open.</summary>
internal sealed class SqliteShell : IDisposable
{
    private readonly SqliteConnection _connection;

    public SqliteShell(string path)
    {
        Scraper.Storage.Sqlite.NativeSqlite.EnsureLoaded();
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
    }

    /// <summary>Takes the write lock and keeps it until it is disposed.</summary>
    public Task LockAsync() => ExecuteAsync("PRAGMA busy_timeout = 20000; BEGIN IMMEDIATE");

    /// <summary>Whoever writes the change of a number hangs in the middle of it until it is killed.</summary>
    public Task HangAtChangeAsync(long number) => ExecuteAsync($"""
        CREATE TRIGGER hang BEFORE INSERT ON change WHEN (SELECT max(seq) FROM change) >= {number - 1} BEGIN
            SELECT count(*) FROM (WITH RECURSIVE step (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM step) SELECT i FROM step);
        END
        """);

    /// <summary>Nobody hangs any more.</summary>
    public Task HangNoMoreAsync() => ExecuteAsync("DROP TRIGGER hang");

    public void Dispose() => _connection.Dispose();

    /// <summary>Any statement.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
