namespace Scraper.Storage.Sql;

/// <summary>Where reads go: off the caller's thread. A read that is cancelled is interrupted, not waited for.</summary>
internal interface ISqlReaders : IDisposable
{
    /// <summary>Runs a read; it may run twice.</summary>
    Task<T> RunAsync<T>(Func<SqlSession, T> read, CancellationToken cancellationToken);
}
