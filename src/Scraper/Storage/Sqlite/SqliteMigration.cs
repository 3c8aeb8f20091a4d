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
        using (var old = file.OpenUnmigrated())
        {
            before = SchemaMigration.VersionOf(old);
        }

        file.OpenWriter(out var migration).Dispose();
        return migration ?? new StoreMigration(before, SchemaMigration.Current, null);
    }

    /// <summary>Copies a store of an older schema beside it.</summary>
    /// <returns>The migration that it is for; <see langword="null"/> where the store is up to date or has no tables yet.</returns>
    public static StoreMigration? KeepOld(SqliteFile file)
    {
        using var old = new SqliteSession(file.OpenUnmigrated());
        var version = SchemaMigration.VersionOf(old.Connection);
        if (version == 0 || version == SchemaMigration.Current)
        {
            return null;
        }

        var copy = Free($"{file.Path}.schema-{version}");
        try
        {
            SqliteCopy.Write(old, copy);
            return new StoreMigration(version, SchemaMigration.Current, copy);
        }
        catch (SqliteException error)
        {
            throw SqliteFaults.Explain(error, file.Path);
        }
    }

    /// <summary>The name, or with a number behind it where an earlier migration has left its copy.</summary>
    private static string Free(string name) =>
        Enumerable.Range(2, int.MaxValue - 2).Select(n => $"{name}-{n}").Prepend(name).First(n => !File.Exists(n));
}
