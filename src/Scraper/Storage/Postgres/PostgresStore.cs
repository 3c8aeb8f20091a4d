using Scraper.Storage.Sql;

namespace Scraper.Storage.Postgres;

/// <summary>Opens stores in a PostgreSQL database (version 13 or later, encoding UTF8), which any number of nodes may share.</summary>
public static class PostgresStore
{
    /// <summary>How long a daemon waits for a server that is away, and a single command before which a person sits.</summary>
    private static readonly TimeSpan DaemonPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CommandPatience = TimeSpan.FromSeconds(10);

    /// <summary>Opens a store.</summary>
    /// <param name="connectionString">Npgsql's; may hold a password, which is never shown.</param>
    /// <param name="access">What for. Any number of daemons may have it open.</param>
    /// <param name="cancellationToken">Ends the opening, and a daemon's patience with a server that is away.</param>
    /// <exception cref="StoreException">The server cannot be reached or does not let us in; the database is foreign or newer.</exception>
    public static Task<IStore> OpenAsync(string connectionString, StoreAccess access, CancellationToken cancellationToken) =>
        Task.Run<IStore>(() => OpenAsync(Server(connectionString, access, cancellationToken), access, cancellationToken), cancellationToken);

    private static PostgresServer Server(string connectionString, StoreAccess access, CancellationToken ending) => access == StoreAccess.Daemon
        ? new PostgresServer(connectionString) { Patience = DaemonPatience, Ending = ending }
        : new PostgresServer(connectionString) { Patience = CommandPatience };

    private static async Task<IStore> OpenAsync(PostgresServer server, StoreAccess access, CancellationToken cancellationToken)
    {
        try
        {
            if (access == StoreAccess.Read)
            {
                PostgresMigration.EnsureReadable(server);
                return await OverAsync(server, new NoWriter(server.Location), null, cancellationToken);
            }

            var before = PostgresMigration.Apply(server);
            var migration = before == 0 || before == PostgresMigration.Current ? null : new StoreMigration(before, PostgresMigration.Current, null);
            return await OverAsync(server, new SqlWriter(new PostgresTransactions(server)), migration, cancellationToken);
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    private static async Task<IStore> OverAsync(PostgresServer server, ISqlWriter writer, StoreMigration? migration, CancellationToken cancellationToken)
    {
        var readers = new PostgresReaders(server);
        var clock = new ServerClock(readers);
        await clock.AskAsync(times: 5, cancellationToken);
        return new SqlStore(server.Location, readers, writer, new PostgresCare(readers, writer, server), clock, server) { Migration = migration };
    }
}
