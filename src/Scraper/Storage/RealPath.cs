namespace Scraper.Storage;

/// <summary>Where a path leads once its symbolic links are followed: what is reached by two ways is one file.</summary>
internal static class RealPath
{
    /// <summary>Links that are followed; of a circle of them, the path where this ends.</summary>
    private const int MostLinks = 40;

    /// <summary>The full path without symbolic links in any of its folders, whether or not there is such a file.</summary>
    public static string Of(string path) => Of(path, MostLinks);

    private static string Of(string path, int links)
    {
        path = Path.GetFullPath(path);
        if (links == 0 || Path.GetDirectoryName(path) is not { } folder)
        {
            return path;
        }

        folder = Of(folder, links);
        var here = Path.Combine(folder, Path.GetFileName(path));
        return new FileInfo(here).LinkTarget is { } target ? Of(Path.Combine(folder, target), links - 1) : here;
    }
}
