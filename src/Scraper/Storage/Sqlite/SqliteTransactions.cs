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
}
