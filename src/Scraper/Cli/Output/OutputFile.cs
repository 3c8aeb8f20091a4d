using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>The file that a command writes what it has read into, never over what it reads.</summary>
internal static class OutputFile
{
    /// <summary>Endings of a SQLite store's files, which stand beside the one that a link leads to.</summary>
    private static readonly string[] StoreEndings = [string.Empty, "-wal", "-shm"];

    /// <summary>Opens it; what it held before is gone.</summary>
    /// <param name="path">The file, or <c>-</c> for standard output.</param>
    /// <param name="store">The store, of which no file is written over.</param>
    /// <exception cref="CliException">It is a file of the store.</exception>
    public static Stream Open(string path, StoreAddress store) =>
        Open(path, store.Engine == StorageEngine.Sqlite ? StoreEndings.Select(ending => RealPath.Of(store.Target) + ending) : [], "is the store itself; name another file");

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

        var file = RealPath.Of(path);
        var comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return read.Any(r => RealPath.Of(r).Equals(file, comparison)) ? throw new CliException($"{path}: {refusal}") : File.Create(path);
    }
}
