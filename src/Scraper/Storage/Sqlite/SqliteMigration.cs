namespace Scraper.Storage.Sqlite;

/// <summary>Migrates a store's file, with a copy of the old one kept beside it.</summary>
internal static class SqliteMigration
{
    public static StoreMigration Run(string path)
    {
        path = Path.GetFullPath(path);
        using var held = DaemonLock.Take(path);
        var file = new SqliteFile(path);
        int before;
        using (var old = file.OpenUnmigrated())
        {
            before = SchemaMigration.VersionOf(old);
            if (before == SchemaMigration.Current)
            {
                return new StoreMigration(before, before, null);
            }

            SqliteFile.Execute(old, "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        var copy = $"{path}.schema-{before}";
        File.Copy(path, copy, overwrite: false);
        file.OpenWriter().Dispose();
        return new StoreMigration(before, SchemaMigration.Current, copy);
    }
}
