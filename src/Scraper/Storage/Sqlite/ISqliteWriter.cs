namespace Scraper.Storage.Sqlite;

/// <summary>Where writes go.</summary>
internal interface ISqliteWriter : IAsyncDisposable
{
    /// <summary>Runs a write in a transaction; the task completes after its commit.</summary>
    Task<T> RunAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellationToken);
}
