using System.CommandLine;
using Scraper.Benchmarks.Data;
using Scraper.Core;
using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>verdicts</c>: what is refused of the benchmark's pages, by their type. The shipped model has seen them: for tables, and to look for articles that are lost.</summary>
internal static class VerdictsCommand
{
    private static readonly double[] Bounds = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

    public static Command Create()
    {
        var benchmark = new Option<DirectoryInfo>("--benchmark") { Required = true, Description = "The folder that holds wcxb-dev." };
        var command = new Command("verdicts", "Counts verdicts by page type, and lists at which confidence.\n\nExample:\n  verdicts --benchmark ../shared/benchmark") { benchmark };
        command.SetAction(parsed =>
        {
            var extractor = new Extractor();
            var rows = BenchmarkReader.Read(parsed.GetRequiredValue(benchmark).FullName).AsParallel().Select(p => (
                Page: p,
                Result: extractor.ExtractHtml(p.Html, new PageContext { Url = p.Address, Status = 200 }, CancellationToken.None))).ToList();
            foreach (var type in rows.GroupBy(r => r.Page.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var lists = type.Where(r => r.Result.Assessment is { Kind: PageKind.Listing or PageKind.Collection }).ToList();
                Console.WriteLine($"{type.Key,-14} {type.Count(),4}  {string.Join("  ", type.CountBy(r => r.Result.Verdict.Kind).OrderByDescending(k => k.Value).Select(k => $"{k.Value} {k.Key}"))}");
                Console.WriteLine($"{string.Empty,-14}       lists by least confidence: {string.Join("  ", Bounds.Select(b => $"{b:0.##}: {lists.Count(r => r.Result.Assessment!.KindConfidence >= b)}"))}");
            }

            foreach (var (page, result) in rows.Where(r => r.Page.Kind == "article" && !r.Result.Verdict.IsArticle))
            {
                Console.WriteLine($"refused article {page.Id} {page.Url}: {result.Verdict}");
            }

            return 0;
        });
        return command;
    }
}
