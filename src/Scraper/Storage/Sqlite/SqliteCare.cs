using Microsoft.Data.Sqlite;
using Scraper.Storage.Sql;
using SQLitePCL;

namespace Scraper.Storage.Sqlite;

/// <summary>Backup, check and vacuum of a SQLite file.</summary>
internal sealed class SqliteCare(ISqlReaders readers, ISqlWriter writer, SqliteFile file) : IStoreCare
{
    public async Task BackupAsync(string destination, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(destination);
        if (File.Exists(target))
        {
            throw new StoreException(StoreFault.Invalid, "The backup's file exists already", target, "Name another file, or remove that one");
        }

        await readers.RunAsync(session => SqliteCopy.Write(session, target), cancellationToken);
    }

    public Task<IReadOnlyList<StoreProblem>> CheckAsync(CancellationToken cancellationToken) => readers.RunAsync(
        session => StoreCheck.Run(session, Integrity, error => error is SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB }), cancellationToken);

    public async Task VacuumAsync(CancellationToken cancellationToken)
    {
        await writer.RunAsync(session => session.Execute("INSERT INTO v1_search (v1_search) VALUES ('optimize')"), cancellationToken);
        await Task.Run(
            () =>
            {
                // VACUUM may not run in a transaction, so it has a connection of its own.
                using var connection = file.OpenWriter();
                try
                {
                    SqliteFile.Execute(connection, "VACUUM");
                    SqliteFile.Execute(connection, "ANALYZE");
                    SqliteFile.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
                }
                catch (SqliteException error)
                {
                    throw SqliteFaults.Explain(error, file.Path);
                }
            },
            cancellationToken);
    }

    // The header's version, written as it is, is a real page in the log and a real commit.
    public Task ProbeAsync(CancellationToken cancellationToken) => writer.RunAsync(
        session => session.Execute($"PRAGMA user_version = {session.Scalar<long>("PRAGMA user_version")}"), cancellationToken);

    public Task<StoreFigures> FiguresAsync(CancellationToken cancellationToken) => readers.RunAsync(
        session => FigureRows.Read(session, SchemaMigration.Current, NativeSqlite.EnsureLoaded(), Size(file.Path) + Size(file.Path + "-wal")),
        cancellationToken);

    private static List<StoreProblem> Integrity(SqlSession session) =>
    [
        .. session.Rows("PRAGMA integrity_check(20)", r => r.GetString(0)).Where(line => line != "ok").Select(line => new StoreProblem("integrity", line)),
        .. StoreCheck.Rows(session, "foreign keys", "SELECT \"table\" || ' row ' || COALESCE(rowid, '?') || ' points at nothing in ' || parent FROM pragma_foreign_key_check"),
    ];

    private static long Size(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;
}
