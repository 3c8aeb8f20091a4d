using System.CommandLine;
using System.Diagnostics;
using AngleSharp.Html.Parser;
using Scraper.Benchmarks.Data;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>time</c>: what reading and labelling cost, against AngleSharp's bare parse of the same pages in the same run.</summary>
internal static class TimeCommand
{
    public static Command Create()
    {
        var benchmark = new Option<DirectoryInfo>("--benchmark") { Required = true, Description = "The folder that holds wcxb-dev." };
        var count = new Option<int>("--pages") { Description = "How many pages, evenly spread.", DefaultValueFactory = _ => 300 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds; the fastest of each step counts.", DefaultValueFactory = _ => 5 };
        var command = new Command("time", "Measures parse, blocks, features and inference, one thread, warm.\n\nExample:\n  time --benchmark ../shared/benchmark --pages 300") { benchmark, count, rounds };
        command.SetAction(parsed =>
        {
            var all = BenchmarkReader.Read(parsed.GetRequiredValue(benchmark).FullName);
            var step = Math.Max(1, all.Count / parsed.GetValue(count));
            string[] pages = [.. all.Where((_, i) => i % step == 0).Select(p => p.Html)];
            var model = GenericModel.Shipped;
            var labeller = new GenericLabeller();
            var parser = new HtmlParser();
            var names = new[] { "AngleSharp ParseDocument", "HtmlTree.Parse", "HtmlBlockReader.Read", "PageView", "FeatureReader", "two stages of trees", "GenericLabeller.Label (whole)" };
            var best = Enumerable.Repeat(double.MaxValue, names.Length).ToArray();
            var bytes = new long[names.Length];
            for (var round = 0; round < parsed.GetValue(rounds); round++)
            {
                Measure(0, () => pages.Select(h => parser.ParseDocument(h)).Count(d => d.Title is not null));
                HtmlTree[] trees = [];
                Measure(1, () => (trees = [.. pages.Select(h => HtmlTree.Parse(h, HtmlLimits.Default, CancellationToken.None))]).Length);
                BlockDocument[] documents = [];
                Measure(2, () => (documents = [.. trees.Select(HtmlBlockReader.Read)]).Length);
                PageView[] views = [];
                Measure(3, () => (views = [.. documents.Select(model.View)]).Length);
                FeatureTable[] tables = [];
                Measure(4, () => (tables = [.. views.Select(v => FeatureReader.Read(v, new float[PageRow.Length], new float[PageRow.Kinds]))]).Length);
                Measure(5, () => tables.Sum(t => model.First.Score(t).Length + model.Second.Score(t).Length));
                Measure(6, () =>
                {
                    foreach (var document in documents)
                    {
                        labeller.Label(new LabelSheet(document), CancellationToken.None);
                    }

                    return documents.Length;
                });
            }

            for (var i = 0; i < names.Length; i++)
            {
                Console.WriteLine($"{names[i],-32} {best[i] / pages.Length,7:F3} ms a page  {best[i] / best[0],6:F2}x  {bytes[i] / pages.Length / 1024.0,9:F0} KiB a page");
            }

            return 0;

            void Measure(int at, Func<int> work)
            {
                GC.Collect();
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                var time = Stopwatch.StartNew();
                if (work() < 0)
                {
                    throw new InvalidOperationException("no work done");
                }

                best[at] = Math.Min(best[at], time.Elapsed.TotalMilliseconds);
                bytes[at] = GC.GetAllocatedBytesForCurrentThread() - allocated;
            }
        });
        return command;
    }
}
