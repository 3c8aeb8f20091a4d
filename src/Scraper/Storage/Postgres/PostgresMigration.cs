using Npgsql;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Postgres;

/// <summary>Brings a database's tables to the version that this program writes. Nodes that start together take turns.</summary>
internal static class PostgresMigration
{
    /// <summary>'SCRP': the advisory lock of migrations.</summary>
    private const long Lock = 0x53435250;

    private static readonly SchemaScripts Scripts = new("Postgres");

    /// <summary>The version that this program reads and writes.</summary>
    public static int Current { get; } = Scripts.Current;

    /// <summary>Makes the tables, or brings them up to date, all in one transaction.</summary>
    /// <param name="server">Where.</param>
    /// <param name="mayBeHalf">Whether a copy that is not done may be there.</param>
    /// <returns>The version before; 0 for none.</returns>
    /// <exception cref="StoreException">They are not ours, or newer.</exception>
    public static int Apply(PostgresServer server, bool mayBeHalf = false) => server.Insist(() =>
    {
        using var connection = server.Open();
        if (!mayBeHalf)
        {
            EnsureWhole(connection, server);
        }

        if (VersionOf(connection, server) is var known && known == Current)
        {
            return known;
        }

        using var transaction = connection.BeginTransaction();
        Execute(connection, $"SELECT pg_advisory_xact_lock({Lock})");
        var version = VersionOf(connection, server); // another node may have been first
        if (version < Current)
        {
            foreach (var script in Scripts.After(version))
            {
                Execute(connection, script);
            }

            Execute(connection, $"INSERT INTO store_version (version) VALUES ({Current}) ON CONFLICT (only_row) DO UPDATE SET version = {Current}");
        }

        transaction.Commit();
        return version;
    });

    /// <summary>Migrates a database that has a store.</summary>
    public static StoreMigration Run(string connectionString)
    {
        using var server = new PostgresServer(connectionString);
        var before = server.Insist(() =>
        {
            using var connection = server.Open();
            return VersionOf(connection, server);
        });
        return before == 0
            ? throw new StoreException(StoreFault.Missing, "There is no store in the database", server.Location, "Check database and Search Path of the connection string")
            : new StoreMigration(Apply(server), Current, null);
    }

    /// <summary>Refuses a database that this program cannot read as it is.</summary>
    public static void EnsureReadable(PostgresServer server) => server.Insist(() =>
    {
        using var connection = server.Open();
        EnsureWhole(connection, server);
        return VersionOf(connection, server) switch
        {
            0 => throw new StoreException(StoreFault.Missing, "There is no store in the database", server.Location, "Run 'scraper fetch URL' or 'scraper run' first, or check database and Search Path of the connection string"),
            var old when old < Current => throw new StoreException(StoreFault.Invalid, $"The store has the older schema {old}; this program reads {Current}", server.Location, "Run 'scraper db migrate' (make a backup by pg_dump first)"),
            var current => current,
        };
    });

    private static int VersionOf(NpgsqlConnection connection, PostgresServer server)
    {
        if (Scalar(connection, "SELECT to_regclass('store_version') IS NULL") is true)
        {
            return Scalar(connection, "SELECT to_regclass('article') IS NULL AND to_regclass('page') IS NULL AND to_regclass('site') IS NULL") is true
                ? EnsureUtf8(connection, server)
                : throw new StoreException(StoreFault.Foreign, "The database has tables of another program", server.Location, "Give scraper a database or a schema (Search Path) of its own; this one was not touched");
        }

        var version = (int)(long)Scalar(connection, "SELECT COALESCE(MAX(version), 0) FROM store_version")!;
        return version <= Current
            ? version
            : throw new StoreException(StoreFault.Newer, $"The store has schema {version}, made by a newer version of scraper; this one knows up to {Current}", server.Location, "Update scraper, or name another database; this one was not touched");
    }

    private static void EnsureWhole(NpgsqlConnection connection, PostgresServer server)
    {
        if (Scalar(connection, "SELECT to_regclass('store_copy') IS NULL") is false && Scalar(connection, "SELECT source FROM store_copy WHERE NOT is_done") is string source)
        {
            throw new StoreException(StoreFault.Invalid, $"The store is half a copy of {source}", server.Location, "Finish it: run the same 'scraper db copy' again");
        }
    }

    private static int EnsureUtf8(NpgsqlConnection connection, PostgresServer server) =>
        Scalar(connection, "SHOW server_encoding") is "UTF8"
            ? 0
            : throw new StoreException(StoreFault.Invalid, "The database's encoding is not UTF8", server.Location, "Make it with ENCODING 'UTF8' TEMPLATE template0");

    private static object? Scalar(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
