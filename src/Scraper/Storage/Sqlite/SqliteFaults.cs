using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Scraper.Storage.Sqlite;

/// <summary>Says in words what an error code of SQLite means for a store.</summary>
internal static class SqliteFaults
{
    public static StoreException Explain(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => new(StoreFault.Full, "No space left to write the store", path,
            "Free some space, or move the store to a larger disk and name it with --store; what was stored before is safe, this page was not stored", error),
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => new(StoreFault.Forbidden, "The store is read-only", path,
            "Give this user write permission on the file and its folder, or name another store with --store", error),
        raw.SQLITE_CANTOPEN => new(StoreFault.Forbidden, "The store cannot be opened", path,
            "Check that the path exists and that this user may read and write the file and its folder", error),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(StoreFault.Locked, "Another process keeps the store locked", path,
            "Close the program that writes to it and try again", error),
        raw.SQLITE_CORRUPT => new(StoreFault.Corrupt, "The store is damaged", path,
            "Stop writing to it, keep a copy, run 'scraper db check' to see what is damaged, and restore the last backup", error),
        raw.SQLITE_NOTADB => new(StoreFault.Foreign, "The file is not a SQLite database, or its first page is damaged", path,
            "Name the right file with --store, or restore the last backup", error),
        raw.SQLITE_IOERR => new(StoreFault.Engine, "The disk failed while the store was in use", path,
            "Check the disk and its free space; what was stored before is safe, this page was not stored", error),
        _ => new(StoreFault.Engine, $"The store failed: {error.Message}", path, "Run 'scraper db check'", error),
    };
}
