using System.CommandLine;

namespace Scraper.Benchmarks.Commands;

/// <summary>The option of the commands that train.</summary>
internal static class MarkedPages
{
    private const string Folder = "tests/Scraper.Benchmarks/Pages";

    public static Option<DirectoryInfo?> Option() => new("--pages")
    {
        Description = $"Marked pages to learn from beside the benchmark's ({Folder} where there is such a folder).",
        DefaultValueFactory = _ => Directory.Exists(Folder) ? new DirectoryInfo(Folder) : null,
    };
}
