using Scraper.Storage.Sql;

namespace Scraper.Storage.Sqlite;

/// <summary>Opens stores in a SQLite file: WAL, one writing connection, readers that are never blocked.</summary>
public static class SqliteStore
{
    /// <summary>Opens a store.</summary>
    /// <param name="path">Path of its file; made, with its tables, when it is opened for writing and is not there.</param>
    /// <param name="access">What for.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="StoreException">The file is missing, foreign, newer, damaged, read-only, or held by another daemon.</exception>
    public static Task<IStore> OpenAsync(string path, StoreAccess access, CancellationToken cancellationToken) =>
        Task.Run<IStore>(() => Open(new SqliteFile(Path.GetFullPath(path)), access), cancellationToken);

    private static SqlStore Open(SqliteFile file, StoreAccess access)
    {
        if (access == StoreAccess.Read)
        {
            file.OpenReader().Dispose();
            return Over(file, new NoWriter(file.Path), null, null);
        }

        var held = access == StoreAccess.Daemon ? DaemonLock.Take(file.Path) : null;
        try
        {
            var connection = file.OpenWriter(out var migration);
            if (held is not null)
            {
                // Whoever holds the lock is the only daemon: no other can still be visiting.
                SqliteFile.Execute(connection, "DELETE FROM node");
            }

            return Over(file, new SqlWriter(new SqliteTransactions(file, connection)), held, migration);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    private static SqlStore Over(SqliteFile file, ISqlWriter writer, FileStream? held, StoreMigration? migration)
    {
        var readers = new SqliteReaders(file);
        return new SqlStore(file.Path, readers, writer, new SqliteCare(readers, writer, file), TimeProvider.System, held) { Migration = migration };
    }
}
