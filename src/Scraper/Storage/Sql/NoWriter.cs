namespace Scraper.Storage.Sql;

/// <summary>The writer of a store that was opened for reading.</summary>
internal sealed class NoWriter(string location) : ISqlWriter
{
    public Task<T> RunAsync<T>(Func<SqlSession, T> write, CancellationToken cancellationToken) =>
        throw new StoreException(StoreFault.Forbidden, "The store was opened for reading only", location, "Open it for writing");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
