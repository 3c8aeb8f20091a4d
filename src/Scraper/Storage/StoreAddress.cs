using Scraper.Storage.Postgres;
using Scraper.Storage.Sqlite;

namespace Scraper.Storage;

/// <summary>Which store.</summary>
/// <param name="Engine">What keeps it.</param>
/// <param name="Target">Path of the SQLite file, or Npgsql's connection string, which may hold a password: never show it.</param>
public sealed record StoreAddress(StorageEngine Engine, string Target)
{
    /// <summary>Opens the store.</summary>
    /// <param name="access">What for.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="StoreException">It is missing, foreign, newer, damaged, read-only, held by another daemon, or cannot be reached.</exception>
    public Task<IStore> OpenAsync(StoreAccess access, CancellationToken cancellationToken) => Engine == StorageEngine.Postgres
        ? PostgresStore.OpenAsync(Target, access, cancellationToken)
        : SqliteStore.OpenAsync(Target, access, cancellationToken);

    /// <summary>Where it is, without secrets.</summary>
    public override string ToString() => Engine == StorageEngine.Postgres ? PostgresServer.Describe(Target) : Path.GetFullPath(Target);
}
