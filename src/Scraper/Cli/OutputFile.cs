using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>The file that a command writes what it reads from the store into.</summary>
internal static class OutputFile
{
    private const int MostLinks = 40;

    /// <summary>Opens it; what it held before is gone.</summary>
    /// <param name="path">The file, or <c>-</c> for standard output.</param>
    /// <param name="store">The store, of which no file is written over.</param>
    /// <exception cref="CliException">It is a file of the store.</exception>
    public static Stream Open(string path, StoreAddress store)
    {
        if (path == "-")
        {
            return StandardOutput.Open();
        }

        return IsOf(path, store) ? throw new CliException($"{path}: is the store itself; name another file") : File.Create(path);
    }

    private static bool IsOf(string path, StoreAddress store)
    {
        if (store.Engine != StorageEngine.Sqlite)
        {
            return false;
        }

        var (file, own) = (Real(path, MostLinks), Real(store.Target, MostLinks));
        var comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return new[] { own, own + "-wal", own + "-shm" }.Any(f => f.Equals(file, comparison));
    }

    /// <summary>The path without symbolic links in any of its folders, whether or not there is such a file.</summary>
    private static string Real(string path, int links)
    {
        path = Path.GetFullPath(path);
        if (links == 0 || Path.GetDirectoryName(path) is not { } folder)
        {
            return path;
        }

        folder = Real(folder, links);
        var here = Path.Combine(folder, Path.GetFileName(path));
        return new FileInfo(here).LinkTarget is { } target ? Real(Path.Combine(folder, target), links - 1) : here;
    }
}
