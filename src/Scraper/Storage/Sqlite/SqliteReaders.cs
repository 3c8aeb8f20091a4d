using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Scraper.Storage.Sql;
using SQLitePCL;

namespace Scraper.Storage.Sqlite;

/// <summary>Read-only connections to a SQLite file.</summary>
internal sealed class SqliteReaders(SqliteFile file) : ISqlReaders
{
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private readonly SemaphoreSlim _slots = new(Math.Max(4, Environment.ProcessorCount * 2));
    private volatile bool _disposed;

    public async Task<T> RunAsync<T>(Func<SqlSession, T> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        await _slots.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Run(read, cancellationToken), cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private T Run<T>(Func<SqlSession, T> read, CancellationToken cancellationToken)
    {
        var session = _idle.TryTake(out var idle) ? idle : new SqliteSession(file.OpenReader());
        try
        {
            using var interrupt = cancellationToken.Register(() => session.Cancel());
            return read(session);
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (SqliteException error)
        {
            throw SqliteFaults.Explain(error, file.Path);
        }
        catch (Exception error) when (Damage.Is(error))
        {
            throw Damage.Explain(error, file.Path);
        }
        finally
        {
            if (_disposed)
            {
                session.Dispose();
            }
            else
            {
                _idle.Add(session);
            }
        }
    }
}
