using Microsoft.Data.Sqlite;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Sqlite;

/// <summary>Brings a file's tables to the version that this program writes, one numbered script after the other.</summary>
internal static class SchemaMigration
{
    private static readonly SchemaScripts Scripts = new("Sqlite");

    /// <summary>The version that this program reads and writes.</summary>
    public static int Current { get; } = Scripts.Current;

    /// <summary>The version of a file.</summary>
    public static int VersionOf(SqliteConnection connection) => (int)SqliteFile.Number(connection, "PRAGMA user_version");

    /// <summary>Runs the scripts that the file has not had, all in one transaction.</summary>
    public static void Apply(SqliteConnection connection, string path)
    {
        if (VersionOf(connection) == Current)
        {
            return;
        }

        SqliteFile.Execute(connection, "BEGIN IMMEDIATE");
        try
        {
            // Another process may have been first.
            var version = VersionOf(connection);
            RefuseNewer(version, path);
            foreach (var script in Scripts.After(version))
            {
                SqliteFile.Execute(connection, script);
            }

            SqliteFile.Execute(connection, $"PRAGMA application_id = {SqliteFile.ApplicationId}; PRAGMA user_version = {Current}");
            SqliteFile.Execute(connection, "COMMIT");
        }
        catch
        {
            SqliteFile.Execute(connection, "ROLLBACK");
            throw;
        }
    }

    /// <summary>Refuses a file that something else made, or a newer version of this program.</summary>
    public static void EnsureOurs(SqliteConnection connection, string path)
    {
        var id = SqliteFile.Number(connection, "PRAGMA application_id");
        var isEmpty = id == 0 && SqliteFile.Number(connection, "SELECT COUNT(*) FROM sqlite_master") == 0;
        if (id != SqliteFile.ApplicationId && !isEmpty)
        {
            throw new StoreException(StoreFault.Foreign, "The file is a SQLite database of another program", path, "Name another file with --store; this one was not touched");
        }

        RefuseNewer(VersionOf(connection), path);
    }

    /// <summary>Refuses a file that this program cannot read as it is.</summary>
    public static void EnsureReadable(SqliteConnection connection, string path)
    {
        EnsureOurs(connection, path);
        if (VersionOf(connection) < Current)
        {
            throw new StoreException(StoreFault.Invalid, $"The store has the older schema {VersionOf(connection)}; this program reads {Current}", path, "Run 'scraper db migrate' (it makes a backup first)");
        }
    }

    private static void RefuseNewer(int version, string path)
    {
        if (version > Current)
        {
            throw new StoreException(StoreFault.Newer, $"The store has schema {version}, made by a newer version of scraper; this one knows up to {Current}", path, "Update scraper, or name another file with --store; this one was not touched");
        }
    }
}
