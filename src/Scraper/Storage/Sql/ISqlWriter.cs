namespace Scraper.Storage.Sql;

/// <summary>Where writes go.</summary>
internal interface ISqlWriter : IAsyncDisposable
{
    /// <summary>Runs a write in a transaction; the task completes after its commit. It may run twice, so it must only write.</summary>
    Task<T> RunAsync<T>(Func<SqlSession, T> write, CancellationToken cancellationToken);
}
