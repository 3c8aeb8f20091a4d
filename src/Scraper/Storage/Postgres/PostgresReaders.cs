using Npgsql;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Postgres;

/// <summary>Connections that read. They leave some of the pool to the writer.</summary>
internal sealed class PostgresReaders(PostgresServer server) : ISqlReaders
{
    private const int LeftToOthers = 2;

    private readonly SemaphoreSlim _slots = new(Math.Max(1, server.PoolSize - LeftToOthers));
    private volatile bool _disposed;

    public async Task<T> RunAsync<T>(Func<SqlSession, T> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        await _slots.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => server.Insist(() => Run(read, cancellationToken), cancellationToken), cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _disposed = true;

    private T Run<T>(Func<SqlSession, T> read, CancellationToken cancellationToken)
    {
        using var session = new PostgresSession(server, server.Open());
        try
        {
            using var interrupt = cancellationToken.Register(session.Cancel);
            return read(session);
        }
        catch (Exception error) when (cancellationToken.IsCancellationRequested && error is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } or OperationCanceledException)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception error) when (Damage.Is(error))
        {
            throw Damage.Explain(error, server.Location);
        }
    }
}
