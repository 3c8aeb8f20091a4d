using System.CommandLine;
using System.Text.Json;
using Scraper.Benchmarks.Data;
using Scraper.Benchmarks.Templates;
using Scraper.Benchmarks.Training;
using Scraper.Tests.GeneratedSites;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>templates</c>: what the memory of a site's other pages changes, and what it costs.</summary>
internal static class TemplatesCommand
{
    private const int GeneratedPages = 125;

    public static Command Create()
    {
        var benchmark = new Option<DirectoryInfo?>("--benchmark") { Description = "The folder that holds wcxb-dev; hosts with several pages are used." };
        var cache = new Option<FileInfo?>("--cache") { Description = "What models said that had not seen each page's host, as 'evaluate --cache' writes it; made where it does not exist." };
        var fixtures = new Option<DirectoryInfo>("--fixtures") { Description = "Folder with a folder a host.", DefaultValueFactory = _ => new DirectoryInfo("fixtures") };
        var only = new Option<string?>("--only") { Description = "One part: fixtures, generated, benchmark or cost." };
        var command = new Command("templates", "Reads each page without and with the memory of 1, 3, 10, 30 and 100 other pages of its host, by no site rule.\n\nExample:\n  templates --benchmark ../shared/benchmark --cache work/scores.jsonl") { benchmark, cache, fixtures, only };
        command.SetAction(parsed =>
        {
            bool Wants(string part) => parsed.GetValue(only) is not { } one || one == part;
            var saved = Fixtures(parsed.GetRequiredValue(fixtures).FullName);
            if (Wants("fixtures"))
            {
                MemoryGain.LeaveOneOut("fixtures", [.. saved.Select(p => MemoryPage.Of(p.Host, p.Url, p.Html, p.Gold))]);
            }

            if (Wants("generated"))
            {
                Generated("generated sites", GeneratedSite.All);
                Generated("generated sites that no rule was chosen by", GeneratedSite.HeldOut);
            }

            if (Wants("benchmark") && parsed.GetValue(benchmark) is { } folder)
            {
                Benchmark(folder, parsed.GetValue(cache));
            }

            if (Wants("cost"))
            {
                MemoryCost.Print(parsed.GetValue(benchmark) is { } real ? Several(BenchmarkReader.Read(real.FullName), p => p).Select(p => (p.Url, p.Html)) : saved.Select(p => (p.Url, p.Html)));
            }

            return 0;
        });
        return command;
    }

    private static void Generated(string name, IReadOnlyList<GeneratedSite> sites)
    {
        var pages = sites.SelectMany(s => Enumerable.Range(0, GeneratedPages).Select(i => (Site: s, Page: s.Page(100 + i))))
            .AsParallel().AsOrdered().Select(p => MemoryPage.Of(p.Site.Host, p.Page.Url, p.Page.Html, p.Page.Text)).ToList();
        MemoryGain.PagesToCome(name, pages);
        foreach (var site in pages.GroupBy(p => p.Host))
        {
            MemoryGain.PagesToCome(site.Key, [.. site]);
        }
    }

    private static void Benchmark(DirectoryInfo folder, FileInfo? cache)
    {
        var experiment = new Experiment(folder.FullName, marked: null, EvaluateCommand.DefaultTrees, _ => true);
        if (cache is null)
        {
            experiment.Judge();
        }
        else
        {
            experiment.Judge(cache);
        }

        var pages = Several(experiment.Pages, p => p.Page).ToList();
        var articles = Several(pages.Where(p => p.Page.Kind == "article"), p => p.Page).ToList();
        MemoryGain.LeaveOneOut("benchmark hosts with several pages, out of fold", [.. pages.Select(MemoryPage.Of)]);
        MemoryGain.LeaveOneOut("articles alone, out of fold", [.. articles.Select(MemoryPage.Of)]);
        MemoryBound.Print("bound, all", pages);
        MemoryBound.Print("bound, articles", articles);
    }

    /// <summary>The pages of hosts that have more than one.</summary>
    private static IEnumerable<T> Several<T>(IEnumerable<T> pages, Func<T, BenchmarkPage> page) =>
        pages.Where(p => page(p).Url.Length > 0).GroupBy(p => page(p).Host).Where(g => g.Skip(1).Any()).SelectMany(g => g);

    private static List<(string Host, string Url, string Html, string Gold)> Fixtures(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(f => File.Exists(Path.ChangeExtension(f, ".html"))).Select(file =>
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            return (Path.GetFileName(Path.GetDirectoryName(file))!, json.RootElement.GetProperty("url").GetString()!, File.ReadAllText(Path.ChangeExtension(file, ".html")),
                string.Join('\n', json.RootElement.GetProperty("body").EnumerateArray().Select(e => e.GetString())));
        }),
    ];
}
