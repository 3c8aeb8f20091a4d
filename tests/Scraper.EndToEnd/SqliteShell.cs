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
    public async Task LockAsync()
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 20000; BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose() => _connection.Dispose();
}
