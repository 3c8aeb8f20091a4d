namespace Scraper.Storage.Sqlite;

/// <summary>The writer of a store that was opened for reading.</summary>
internal sealed class NoWriter(SqliteFile file) : ISqliteWriter
{
    public Task<T> RunAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellationToken) =>
        throw new StoreException(StoreFault.Forbidden, "The store was opened for reading only", file.Path, "Open it for writing");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
