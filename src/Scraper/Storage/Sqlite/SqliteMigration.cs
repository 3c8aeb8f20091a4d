using Microsoft.Data.Sqlite;

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
        string copy;
        using (var old = new SqliteSession(file.OpenUnmigrated()))
        {
            before = SchemaMigration.VersionOf(old.Connection);
            if (before == SchemaMigration.Current)
            {
                return new StoreMigration(before, before, null);
            }

            copy = Free($"{path}.schema-{before}");
            try
            {
                SqliteCopy.Write(old, copy);
            }
            catch (SqliteException error)
            {
                throw SqliteFaults.Explain(error, path);
            }
        }

        file.OpenWriter().Dispose();
        return new StoreMigration(before, SchemaMigration.Current, copy);
    }

    /// <summary>The name, or with a number behind it where an earlier migration has left its copy.</summary>
    private static string Free(string name) =>
        Enumerable.Range(2, int.MaxValue - 2).Select(n => $"{name}-{n}").Prepend(name).First(n => !File.Exists(n));
}
