using Microsoft.Data.Sqlite;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Sqlite;

/// <summary>The one connection that writes to a SQLite file.</summary>
internal sealed class SqliteTransactions(SqliteFile file, SqliteConnection connection) : ITransactions
{
    private readonly SqliteSession _session = new(connection);

    public int MaxBatch => 1024;

    public void Run(Action<SqlSession> work)
    {
        try
        {
            _session.Begin();
            work(_session);
            EnsureThere();
            _session.Commit();
        }
        catch
        {
            _session.RollBack();
            throw;
        }
    }

    public Exception Explain(Exception error) => error switch
    {
        SqliteException known => SqliteFaults.Explain(known, file.Path),
        _ when Damage.Is(error) => Damage.Explain(error, file.Path),
        _ => error,
    };

    public void Dispose() => _session.Dispose();

    /// <summary>Refuses to write to a file that nobody would find: the system keeps a removed one for whoever has it open.</summary>
    private void EnsureThere()
    {
        if (NativeSqlite.HasMoved(_session.Connection.Handle!))
        {
            throw new StoreException(StoreFault.Missing, "The store's file is no longer there: it was moved, removed or replaced while it was open", file.Path,
                "Put it back, or restart scraper to go on with what is there now; what was stored before is in the old file, this page was not stored");
        }
    }
}
