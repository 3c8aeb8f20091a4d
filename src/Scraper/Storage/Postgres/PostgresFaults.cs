using System.Net.Sockets;
using Npgsql;

namespace Scraper.Storage.Postgres;

/// <summary>Says in words what an error of the server means for a store.</summary>
internal static class PostgresFaults
{
    /// <summary>idle_in_transaction_session_timeout: the process was paused in the middle of a transaction.</summary>
    private const string IdleInTransaction = "25P03";

    /// <summary>Whether the connection, not the statement, failed: another one may do.</summary>
    public static bool IsLostConnection(Exception error) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or IdleInTransaction or PostgresErrorCodes.TooManyConnections } => true,
        PostgresException known => known.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException { InnerException: IOException or SocketException or TimeoutException } => true,
        _ => false,
    };

    /// <summary>Whether another transaction stood in the way, so that the same may succeed once that has ended.</summary>
    public static bool IsCollision(Exception error) => error is PostgresException
    {
        SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation,
    };

    /// <summary>Whether the server says that its files are damaged.</summary>
    public static bool IsDamage(Exception error) => error is PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted };

    public static StoreException Explain(NpgsqlException error, string location) => error switch
    {
        PostgresException known => known.SqlState switch
        {
            PostgresErrorCodes.DiskFull => new(StoreFault.Full, "The server has no space left", location,
                "Free some space on the server, or give it a larger disk; what was stored before is safe, this page was not stored", error),
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new(StoreFault.Forbidden, "The server does not let us in", location,
                "Check user, password and the server's pg_hba.conf", error),
            PostgresErrorCodes.InsufficientPrivilege => new(StoreFault.Forbidden, $"The server refuses: {known.MessageText}", location,
                "Give the role its rights: src/Scraper/Storage/README.md names them", error),
            PostgresErrorCodes.ReadOnlySqlTransaction => new(StoreFault.Forbidden, "The server is read-only", location, "Name the primary, not a standby", error),
            PostgresErrorCodes.InvalidCatalogName => new(StoreFault.Missing, "There is no such database", location, "Make it: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0", error),
            PostgresErrorCodes.InvalidSchemaName => new(StoreFault.Missing, $"There is no such schema: {known.MessageText}", location,
                "Make the one that the connection string's Search Path names: CREATE SCHEMA …", error),
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => new(StoreFault.Corrupt, $"The server's files are damaged: {known.MessageText}", location,
                "Stop writing to it and restore the last backup", error),
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn => new(StoreFault.Foreign, $"The tables are not those of scraper: {known.MessageText}", location,
                "Check the database and the Search Path of the connection string", error),
            _ when IsLostConnection(known) => Unreachable(error, location),
            _ => new(StoreFault.Engine, $"The store failed: {known.MessageText} ({known.SqlState})", location, "Run 'scraper db check', and look into the server's log", error),
        },
        _ when IsLostConnection(error) => Unreachable(error, location),
        _ => new(StoreFault.Engine, $"The store failed: {error.Message}", location, "Look into the server's log", error),
    };

    private static StoreException Unreachable(NpgsqlException error, string location) => new(StoreFault.Unreachable, $"The server cannot be reached: {(error.InnerException ?? error).Message}", location,
        "Check that it runs, and host and port; what was acknowledged is safe", error);
}
