namespace Scraper.Benchmarks.Storage;

internal static class ArchiveBench
{
    public static void Run(string folder) => Console.WriteLine(folder);
}
