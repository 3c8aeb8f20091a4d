using System.CommandLine;
using Scraper.Benchmarks.Data;
using Scraper.Benchmarks.Evaluation;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>metadata</c>: title, authors and date against the gold, and every page where they differ.</summary>
internal static class MetadataCommand
{
    public static Command Create()
    {
        var benchmark = new Option<DirectoryInfo>("--benchmark") { Required = true, Description = "The folder that holds wcxb-dev." };
        var only = new Option<string?>("--type") { Description = "Page type, such as article; all without." };
        var misses = new Option<bool>("--misses") { Description = "List the pages that differ, tab-separated: field, page, type, gold, ours." };
        var half = new Option<int?>("--half") { Description = "Only the pages of one half of the hosts, 0 or 1: look at the misses of one, check by the other." };
        var command = new Command("metadata", "Scores title, authors and date; no model is needed.\n\nExample:\n  metadata --benchmark ../shared/benchmark --type article --misses") { benchmark, only, half, misses };
        command.SetAction(parsed =>
        {
            var rows = BenchmarkReader.Read(parsed.GetRequiredValue(benchmark).FullName).Where(p => parsed.GetValue(only) is not { } type || p.Kind == type)
                .Where(p => parsed.GetValue(half) is not { } one || HostHalf.Of(p.Host) == one)
                .AsParallel().AsOrdered().SelectMany(MetadataScore.Compare).ToList();
            foreach (var miss in rows.Select(r => r.Miss).OfType<MetadataMiss>().Where(_ => parsed.GetValue(misses)).OrderBy(m => m.Field, StringComparer.Ordinal))
            {
                Console.WriteLine($"{miss.Field}\t{miss.Id}\t{miss.Type}\t{miss.Gold}\t{miss.Read}".ReplaceLineEndings(" "));
            }

            foreach (var field in rows.GroupBy(r => r.Field))
            {
                Console.WriteLine($"{field.Key,-7} {field.Average(r => r.Miss is null ? 1.0 : 0):F4} of {field.Count()}");
            }

            return 0;
        });
        return command;
    }
}
