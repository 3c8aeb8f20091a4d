using System.CommandLine;
using Scraper.Benchmarks.Storage;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>web</c>: server time of the list of articles, as a ratio to the bare SQL of the same rows.</summary>
internal static class WebCommand
{
    public static Command Create()
    {
        var rows = new Option<int>("--rows") { Description = "Synthetic articles to store.", DefaultValueFactory = _ => 100_000 };
        var store = new Option<string?>("--store") { Description = "A store that 'store --keep' has made, instead of a new one.", HelpName = "FILE" };
        var command = new Command("web", "Measure the workbench's list of articles.") { rows, store };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = Directory.CreateTempSubdirectory("scraper-bench-").FullName;
            try
            {
                var path = parsed.GetValue(store) ?? Path.Combine(folder, "scraper.db");
                if (parsed.GetValue(store) is null)
                {
                    await ListBench.FillAsync(path, parsed.GetValue(rows), cancellationToken);
                }

                await ListBench.RunAsync(path, cancellationToken);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }
}
