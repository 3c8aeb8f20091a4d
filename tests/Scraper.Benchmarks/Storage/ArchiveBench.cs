using System.Globalization;
using Scraper.Storage.Sqlite;

namespace Scraper.Benchmarks.Storage;

/// <summary>Bytes a page in the archive.</summary>
internal static class ArchiveBench
{
    public static void Run(string folder)
    {
        var pages = Directory.EnumerateFiles(folder, "*.html*", SearchOption.AllDirectories).Select(File.ReadAllBytes).ToList();
        var (raw, packed) = (pages.Average(p => p.Length), pages.Average(p => PageCodec.Pack(p).Length));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Count} pages, {raw:0} bytes a page, {packed:0} in the archive ({packed / raw:P1})"));
    }
}
