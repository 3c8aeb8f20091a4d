using Scraper.Storage.Sql;

namespace Scraper.Storage.Postgres;

/// <summary>Opens stores in a PostgreSQL database (version 13 or later, encoding UTF8), which any number of nodes may share.</summary>
public static class PostgresStore
{
    /// <summary>Opens a store.</summary>
    /// <param name="connectionString">Npgsql's; may hold a password, which is never shown.</param>
    /// <param name="access">What for. Any number of daemons may have it open.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="StoreException">The server cannot be reached or does not let us in; the database is foreign or newer.</exception>
    public static Task<IStore> OpenAsync(string connectionString, StoreAccess access, CancellationToken cancellationToken) =>
        Task.Run<IStore>(() => Open(new PostgresServer(connectionString), access), cancellationToken);

    private static SqlStore Open(PostgresServer server, StoreAccess access)
    {
        try
        {
            if (access == StoreAccess.Read)
            {
                PostgresMigration.EnsureReadable(server);
                return Over(server, new NoWriter(server.Location));
            }

            PostgresMigration.Apply(server);
            return Over(server, new SqlWriter(new PostgresTransactions(server)));
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    private static SqlStore Over(PostgresServer server, ISqlWriter writer)
    {
        var readers = new PostgresReaders(server);
        return new SqlStore(server.Location, readers, writer, new PostgresCare(readers, writer, server), server);
    }
}
