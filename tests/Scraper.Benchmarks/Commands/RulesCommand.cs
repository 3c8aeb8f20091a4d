using System.CommandLine;
using System.Text.Json;
using Scraper.Benchmarks.Data;
using Scraper.Benchmarks.Rules;
using Scraper.Core.Sites;
using Scraper.SiteFiles;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>rules</c>: what a folder of site rules adds to the generic labeller, and what it costs.</summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        var benchmark = new Option<DirectoryInfo>("--benchmark") { Required = true, Description = "The folder that holds wcxb-dev." };
        var rules = new Option<DirectoryInfo>("--rules") { Required = true, Description = "The folder of rule files: ftr-site-config, or our YAML." };
        var predictions = new Option<FileInfo?>("--predictions") { Description = "Lines of id, text and confidence, as 'evaluate --out' writes them: they stand in for the generic labeller, whose shipped model has seen these pages." };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of the cost measurement; 0 for none.", DefaultValueFactory = _ => 7 };
        var command = new Command("rules", "Word F1 without, by and with the site rules, and their cost, on the pages whose host has a rule.\n\nExample:\n  rules --benchmark ../shared/benchmark --rules ../shared/testdata/ftr-site-config --predictions work/oof.jsonl")
        {
            benchmark, rules, predictions, rounds,
        };
        command.SetAction(parsed =>
        {
            var set = SiteRuleSet.Load(SiteRuleFiles.Read(parsed.GetRequiredValue(rules).FullName));
            var pages = BenchmarkReader.Read(parsed.GetRequiredValue(benchmark).FullName)
                .Where(p => Uri.TryCreate(p.Url, UriKind.Absolute, out var url) && set.ForHost(url.Host) is not null).ToList();
            var reading = new RuleReading(set, Predictions(parsed.GetValue(predictions)));
            Console.WriteLine(RuleTable.Of([.. pages.AsParallel().AsOrdered().Select(reading.Read)]));
            if (parsed.GetValue(rounds) is > 0 and var most)
            {
                Console.WriteLine(RuleCost.Of(pages, reading, most));
                Console.WriteLine(RunawayCost.Of(most));
            }

            return 0;
        });
        return command;
    }

    private static Dictionary<string, UnseenText> Predictions(FileInfo? file) => file is null ? [] : File.ReadLines(file.FullName)
        .Select(line => JsonDocument.Parse(line).RootElement)
        .ToDictionary(p => p.GetProperty("id").GetString()!, p => new UnseenText(p.GetProperty("text").GetString() ?? string.Empty, p.TryGetProperty("confidence", out var sure) ? sure.GetDouble() : 1));
}
