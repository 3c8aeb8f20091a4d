namespace Scraper.Storage;

/// <summary>What keeps a store.</summary>
public enum StorageEngine
{
    /// <summary>A SQLite file; one machine.</summary>
    Sqlite,

    /// <summary>A PostgreSQL database; any number of nodes.</summary>
    Postgres,
}
