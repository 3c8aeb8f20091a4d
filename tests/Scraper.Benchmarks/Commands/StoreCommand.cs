using System.CommandLine;
using Scraper.Benchmarks.Storage;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>store</c>: insert rate, look-up times and size of the SQLite store.</summary>
internal static class StoreCommand
{
    public static Command Create()
    {
        var rows = new Option<int>("--rows") { Description = "Synthetic articles to store.", DefaultValueFactory = _ => 10_000 };
        var words = new Option<int>("--words") { Description = "Words of a body, at least 100.", DefaultValueFactory = _ => 400 };
        var pages = new Option<string?>("--pages") { Description = "A folder of saved HTML pages: measures the archive's bytes a page instead.", HelpName = "DIR" };
        var command = new Command("store", "Measure the store.") { rows, words, pages };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = Directory.CreateTempSubdirectory("scraper-bench-").FullName;
            try
            {
                if (parsed.GetValue(pages) is { } saved)
                {
                    ArchiveBench.Run(saved);
                }
                else
                {
                    await new StoreBench(folder, parsed.GetValue(words)).RunAsync(parsed.GetValue(rows), cancellationToken);
                }
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }
}
