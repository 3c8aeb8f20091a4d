using System.CommandLine;
using System.Text;
using Scraper.Benchmarks.Data;
using Scraper.Benchmarks.Storage;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>store</c>: insert rate, look-up times and size of the store.</summary>
internal static class StoreCommand
{
    public static Command Create()
    {
        var rows = new Option<int>("--rows") { Description = "Synthetic articles to store.", DefaultValueFactory = _ => 10_000 };
        var words = new Option<int>("--words") { Description = "Words of a body, at least 100.", DefaultValueFactory = _ => 400 };
        var pages = new Option<string?>("--pages") { Description = "A folder with a folder of saved HTML pages for each site: measures the archive's bytes a page instead.", HelpName = "DIR" };
        var benchmark = new Option<string?>("--benchmark") { Description = "The folder that holds wcxb-dev: measures the archive on its hosts of several pages instead.", HelpName = "DIR" };
        var postgres = new Option<string?>("--postgres") { Description = "Connection string of an empty PostgreSQL database: measures that store instead.", HelpName = "CONNECTION" };
        var keep = new Option<string?>("--keep") { Description = "Makes the store in this new file and leaves it there, for 'web --store'.", HelpName = "FILE" };
        var look = new Option<string?>("--look") { Description = "Measures the look-ups alone, in this file that --keep has left.", HelpName = "FILE" };
        var command = new Command("store", "Measure the store.") { rows, words, pages, benchmark, postgres, keep, look };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = Directory.CreateTempSubdirectory("scraper-bench-").FullName;
            try
            {
                if (parsed.GetValue(pages) is { } saved)
                {
                    ArchiveBench.Run(Directory.EnumerateFiles(saved, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).GroupBy(f => Path.GetDirectoryName(f)!, File.ReadAllBytes));
                }
                else if (parsed.GetValue(benchmark) is { } shared)
                {
                    ArchiveBench.Run(BenchmarkReader.Read(shared).GroupBy(p => p.Host, p => Encoding.UTF8.GetBytes(p.Html)));
                }
                else if (parsed.GetValue(look) is { } kept)
                {
                    await StoreBench.LookAsync(kept, cancellationToken);
                }
                else if (parsed.GetValue(postgres) is { } connection)
                {
                    await StoreBench.RunAsync(connection, parsed.GetValue(words), parsed.GetValue(rows), cancellationToken);
                }
                else
                {
                    await new StoreBench(folder, parsed.GetValue(words), parsed.GetValue(keep)).RunAsync(parsed.GetValue(rows), cancellationToken);
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
