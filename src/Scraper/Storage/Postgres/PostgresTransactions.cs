using Npgsql;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Postgres;

/// <summary>
/// The connection that writes. Each transaction leaves its number in this writer's row of <c>writer_mark</c>: after a
/// connection that was lost in the middle of a commit, that row says whether it was committed. What was not is run again.
/// </summary>
internal sealed class PostgresTransactions : ITransactions
{
    private const int MaxCollisions = 8;

    private readonly Guid _writer = Guid.NewGuid();
    private readonly PostgresServer _server;
    private PostgresSession? _session;
    private long _number;

    /// <exception cref="StoreException">The server cannot be reached or written.</exception>
    public PostgresTransactions(PostgresServer server)
    {
        _server = server;
        _server.Insist(() => Session().Execute("INSERT INTO writer_mark (writer, number) VALUES ($writer, 0) ON CONFLICT DO NOTHING", ("$writer", _writer)));
    }

    /// <summary>Few, since whoever has a change number keeps the other nodes from taking one until its commit.</summary>
    public int MaxBatch => 64;

    public void Run(Action<SqlSession> work)
    {
        for (var collisions = 0; ; collisions++)
        {
            try
            {
                _number++;
                var isUnknown = false;
                _server.Insist(() => Attempt(work, ref isUnknown));
                return;
            }
            catch (StoreException error) when (collisions < MaxCollisions && error.InnerException is { } inner && PostgresFaults.IsCollision(inner))
            {
                Thread.Sleep(Random.Shared.Next(1, 10 << Math.Min(collisions, 5)));
            }
        }
    }

    public Exception Explain(Exception error) => Damage.Is(error) ? Damage.Explain(error, _server.Location) : error;

    public void Dispose()
    {
        try
        {
            _session?.Execute("DELETE FROM writer_mark WHERE writer = $writer OR at < now() - interval '7 days'", ("$writer", _writer));
        }
        catch (NpgsqlException)
        {
            // A row too many costs nothing; the next writer that closes takes it away.
        }

        _session?.Dispose();
    }

    /// <summary>Runs and commits, unless an attempt before it turns out to have been committed.</summary>
    private bool Attempt(Action<SqlSession> work, ref bool isUnknown)
    {
        try
        {
            var session = Session();
            using var transaction = session.Connection.BeginTransaction();
            if (isUnknown && IsDone(session))
            {
                return true;
            }

            isUnknown = false;
            session.BeginHolding();
            work(session);
            session.Send("UPDATE writer_mark SET number = $number, at = now() WHERE writer = $writer", ("$number", _number), ("$writer", _writer));
            session.Flush();
            isUnknown = true;
            transaction.Commit();
            return true;
        }
        catch (Exception error)
        {
            if (PostgresFaults.IsLostConnection(error))
            {
                Forget();
            }
            else
            {
                isUnknown = false;
            }

            throw;
        }
        finally
        {
            _session?.EndHolding();
        }
    }

    /// <summary>Waits for the end of the lost transaction, which holds the row if it still runs, and tells whether it was committed.</summary>
    private bool IsDone(PostgresSession session) =>
        session.Scalar<long>("SELECT number FROM writer_mark WHERE writer = $writer FOR UPDATE", ("$writer", _writer)) == _number;

    private PostgresSession Session()
    {
        if (_session is { Connection.FullState: not System.Data.ConnectionState.Open })
        {
            Forget();
        }

        return _session ??= new PostgresSession(_server, _server.Open());
    }

    private void Forget()
    {
        _session?.Dispose();
        _session = null;
    }
}
