using System.CommandLine;
using Scraper.Benchmarks.Storage;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>web</c>: server time of the list of articles, as a ratio to the bare SQL of the same rows.</summary>
internal static class WebCommand
{
    public static Command Create()
    {
        var rows = new Option<int>("--rows") { Description = "Synthetic articles to store.", DefaultValueFactory = _ => 100_000 };
        var command = new Command("web", "Measure the workbench's list of articles.") { rows };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = Directory.CreateTempSubdirectory("scraper-bench-").FullName;
            try
            {
                await new ListBench(folder).RunAsync(parsed.GetValue(rows), cancellationToken);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }
}
