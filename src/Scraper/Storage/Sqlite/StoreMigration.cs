namespace Scraper.Storage.Sqlite;

/// <summary>Migrates a store's file, with a copy of the old one kept beside it.</summary>
internal static class StoreMigration
{
    /// <returns>The version before, and the path of the copy where there was something to do.</returns>
    public static (int Before, string? Copy) Run(string path)
    {
        using var held = DaemonLock.Take(path);
        var file = new SqliteFile(path);
        int before;
        using (var old = file.OpenUnmigrated())
        {
            before = SchemaMigration.VersionOf(old);
            if (before == SchemaMigration.Current)
            {
                return (before, null);
            }

            SqliteFile.Execute(old, "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        var copy = $"{path}.schema-{before}";
        File.Copy(path, copy, overwrite: false);
        file.OpenWriter().Dispose();
        return (before, copy);
    }
}
