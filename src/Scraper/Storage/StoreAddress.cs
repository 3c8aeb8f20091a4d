using Scraper.Storage.Postgres;
using Scraper.Storage.Sqlite;

namespace Scraper.Storage;

/// <summary>Which store.</summary>
/// <param name="Engine">What keeps it.</param>
/// <param name="Target">Path of the SQLite file, or Npgsql's connection string, which may hold a password: never show it.</param>
public sealed record StoreAddress(StorageEngine Engine, string Target)
{
    /// <summary>Reads <c>sqlite:PATH</c> or <c>postgres:CONNECTION</c>; after a bare <c>sqlite</c> or <c>postgres</c> what the settings say.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="path">The file in the settings.</param>
    /// <param name="connection">The connection string in the settings.</param>
    /// <returns><see langword="null"/> where it names no engine.</returns>
    public static StoreAddress? Parse(string text, string path, string connection)
    {
        var parts = text.Split(':', 2);
        return parts[0].ToLowerInvariant() switch
        {
            "sqlite" => new StoreAddress(StorageEngine.Sqlite, parts is [_, { Length: > 0 } file] ? file : path),
            "postgres" => new StoreAddress(StorageEngine.Postgres, parts is [_, { Length: > 0 } where] ? where : connection),
            _ => null,
        };
    }

    /// <summary>Opens the store.</summary>
    /// <param name="access">What for.</param>
    /// <param name="cancellationToken">Ends the opening, and a daemon's patience with a server that is away.</param>
    /// <exception cref="StoreException">It is missing, foreign, newer, damaged, read-only, held by another daemon, or cannot be reached.</exception>
    public Task<IStore> OpenAsync(StoreAccess access, CancellationToken cancellationToken) => Engine == StorageEngine.Postgres
        ? PostgresStore.OpenAsync(Target, access, cancellationToken)
        : SqliteStore.OpenAsync(Target, access, cancellationToken);

    /// <summary>Brings the store's tables to this program's version; a SQLite file is copied first.</summary>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="StoreException">There is no store, or it is not ours.</exception>
    public Task<StoreMigration> MigrateAsync(CancellationToken cancellationToken)
    {
        EnsureExists();
        return Task.Run(() => Engine == StorageEngine.Postgres ? PostgresMigration.Run(Target) : SqliteMigration.Run(Target), cancellationToken);
    }

    /// <summary>Whether there may be a store: a database tells when it is opened.</summary>
    public bool MayExist => Engine != StorageEngine.Sqlite || File.Exists(Target);

    /// <summary>For commands that never make a new store: refuses a file that is not there. (A database is found missing when it is opened.)</summary>
    /// <exception cref="StoreException">There is no store.</exception>
    public void EnsureExists()
    {
        if (!MayExist)
        {
            throw new StoreException(StoreFault.Missing, "There is no store", Path.GetFullPath(Target), "Name it with --store");
        }
    }

    /// <summary>Where it is, without secrets.</summary>
    public override string ToString() => Engine == StorageEngine.Postgres ? PostgresServer.Describe(Target) : Path.GetFullPath(Target);
}
