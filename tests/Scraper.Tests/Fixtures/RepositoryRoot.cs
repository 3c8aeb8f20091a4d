namespace Scraper.Tests.Fixtures;

/// <summary>Folders of the repository, found from where the tests run.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string Fixtures => System.IO.Path.Combine(Path, "fixtures");

    /// <summary>The folder of shared test data beside the repository; it need not exist.</summary>
    public static string Shared => System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, "..", "shared"));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Scraper.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("no folder with Scraper.sln above the tests");
    }
}
