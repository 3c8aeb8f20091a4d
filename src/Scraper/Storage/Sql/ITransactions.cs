namespace Scraper.Storage.Sql;

/// <summary>A connection that writes: how an engine runs a transaction. For one thread at a time.</summary>
internal interface ITransactions : IDisposable
{
    /// <summary>Writes that are committed together, at most.</summary>
    int MaxBatch { get; }

    /// <summary>
    /// Runs work in one transaction and commits it; when it returns, the work is durable and was done once. What it throws,
    /// it has rolled back.
    /// </summary>
    void Run(Action<SqlSession> work);

    /// <summary>Puts in words what <see cref="Run"/> has thrown.</summary>
    Exception Explain(Exception error);
}
