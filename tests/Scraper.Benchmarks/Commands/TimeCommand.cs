using System.CommandLine;
using Scraper.Benchmarks.Data;
using Scraper.Benchmarks.Speed;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>time</c>: what extraction costs, against AngleSharp's bare parse of the same pages in the same run.</summary>
internal static class TimeCommand
{
    public static Command Create()
    {
        var benchmark = new Option<DirectoryInfo>("--benchmark") { Required = true, Description = "The folder that holds wcxb-dev." };
        var count = new Option<int>("--pages") { Description = "How many pages, evenly spread; 0 is all.", DefaultValueFactory = _ => 0 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds over all pages: of passes the median counts, of stages each page's fastest.", DefaultValueFactory = _ => 3 };
        var only = new Option<string?>("--only") { Description = "One part: passes, stages, size, cores." };
        var command = new Command("time", "Measures each step of extraction warm and on one thread, time against size, and two cores against one.\n\nExample:\n  time --benchmark ../shared/benchmark --pages 300") { benchmark, count, rounds, only };
        command.SetAction(parsed =>
        {
            var all = BenchmarkReader.Read(parsed.GetRequiredValue(benchmark).FullName);
            var wanted = parsed.GetValue(count);
            var step = wanted == 0 ? 1 : Math.Max(1, all.Count / wanted);
            BenchmarkPage[] pages = [.. all.Where((_, i) => i % step == 0)];
            var part = parsed.GetValue(only);
            if (part is null or "passes")
            {
                PassTimes.Print(pages, parsed.GetValue(rounds), Console.Out);
            }

            if (part is null or "stages")
            {
                StageTimes.Print(pages, parsed.GetValue(rounds), Console.Out);
            }

            if (part is null or "size")
            {
                SizeScaling.Print(pages, parsed.GetValue(rounds), Console.Out);
            }

            if (part is null or "cores")
            {
                CoreScaling.Print(pages, parsed.GetValue(rounds), Console.Out);
            }

            return 0;
        });
        return command;
    }
}
