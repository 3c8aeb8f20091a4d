using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>The file that a command writes what it has read into, never over what it reads.</summary>
internal static class OutputFile
{
    private const int MostLinks = 40;

    /// <summary>Opens it; what it held before is gone.</summary>
    /// <param name="path">The file, or <c>-</c> for standard output.</param>
    /// <param name="store">The store, of which no file is written over.</param>
    /// <exception cref="CliException">It is a file of the store.</exception>
    public static Stream Open(string path, StoreAddress store) =>
        Open(path, store.Engine == StorageEngine.Sqlite ? [store.Target, store.Target + "-wal", store.Target + "-shm"] : [], "is the store itself; name another file");

    /// <summary>The same where files are read.</summary>
    /// <param name="path">The file, or <c>-</c> for standard output.</param>
    /// <param name="read">Files that are not written over.</param>
    /// <param name="refusal">What is said of one of them.</param>
    /// <exception cref="CliException">It is one of them.</exception>
    public static Stream Open(string path, IEnumerable<string> read, string refusal)
    {
        if (path == "-")
        {
            return StandardOutput.Open();
        }

        var file = Real(path, MostLinks);
        var comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return read.Any(r => Real(r, MostLinks).Equals(file, comparison)) ? throw new CliException($"{path}: {refusal}") : File.Create(path);
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
