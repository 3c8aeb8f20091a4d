using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Scraper.Benchmarks.Data;
using Scraper.Benchmarks.Evaluation;
using Scraper.Core;
using Scraper.Core.Labelling;
using Scraper.Core.Templates;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>templates</c>: what the memory of a site's other pages changes, and what it costs.</summary>
internal static class TemplatesCommand
{
    private const int CostPages = 150;

    private static readonly int[] Steps = [1, 3, 10, 30];
    private static readonly Extractor Extractor = new();

    public static Command Create()
    {
        var benchmark = new Option<DirectoryInfo?>("--benchmark") { Description = "The folder that holds wcxb-dev; hosts with several pages are used." };
        var fixtures = new Option<DirectoryInfo>("--fixtures") { Description = "Folder with a folder a host.", DefaultValueFactory = _ => new DirectoryInfo("fixtures") };
        var command = new Command("templates", "Reads each page without and with the memory of 1, 3, 10 and 30 other pages of its host, by no site rule.\n\nExample:\n  templates --benchmark ../shared/benchmark") { benchmark, fixtures };
        command.SetAction(parsed =>
        {
            var saved = Fixtures(parsed.GetRequiredValue(fixtures).FullName);
            Compare("fixtures", saved);
            if (parsed.GetValue(benchmark) is { } folder)
            {
                var pages = BenchmarkReader.Read(folder.FullName).GroupBy(p => p.Host).Where(g => g.Count() > 1).SelectMany(g => g.Select(p => (p.Host, p.Url, p.Html, p.Gold))).ToList();
                Compare("benchmark hosts with several pages", pages);
                saved = [.. saved, .. pages];
            }

            Cost(saved);
            return 0;
        });
        return command;
    }

    private static List<(string Host, string Url, string Html, string Gold)> Fixtures(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(f => File.Exists(Path.ChangeExtension(f, ".html"))).Select(file =>
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            return (Path.GetFileName(Path.GetDirectoryName(file))!, json.RootElement.GetProperty("url").GetString()!, File.ReadAllText(Path.ChangeExtension(file, ".html")),
                string.Join('\n', json.RootElement.GetProperty("body").EnumerateArray().Select(e => e.GetString())));
        }),
    ];

    private static void Compare(string name, List<(string Host, string Url, string Html, string Gold)> pages)
    {
        var rows = Steps.ToDictionary(s => s, _ => new List<((double P, double R, double F1) Without, (double P, double R, double F1) With)>());
        foreach (var host in pages.GroupBy(p => p.Host))
        {
            var read = host.Select(p => (Page: p, Without: Read(p.Html, p.Url, null))).ToList();
            foreach (var (page, without) in read)
            {
                foreach (var step in Steps.Where(s => s < read.Count))
                {
                    var memory = read.Where(r => r.Page.Url != page.Url).Take(step).Aggregate(TemplateMemory.Empty, (m, r) => TemplateLearner.Learn(m, r.Page.Url, r.Without.Article.Blocks));
                    var with = SiteTemplate.Of(memory) is { } template ? Read(page.Html, page.Url, template) : without;
                    rows[step].Add((BagScore.Of(page.Gold, without.Article.Text), BagScore.Of(page.Gold, with.Article.Text)));
                }
            }
        }

        Console.WriteLine($"## {name}: {pages.Count} pages, {pages.Select(p => p.Host).Distinct().Count()} hosts");
        Console.WriteLine("other pages | pages | P without | P with | R without | R with | F1 without | F1 with | changed");
        foreach (var (step, row) in rows.Where(r => r.Value.Count > 0))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{step} | {row.Count} | {row.Average(r => r.Without.P):0.0000} | {row.Average(r => r.With.P):0.0000} | {row.Average(r => r.Without.R):0.0000} | {row.Average(r => r.With.R):0.0000} | {row.Average(r => r.Without.F1):0.0000} | {row.Average(r => r.With.F1):0.0000} | {row.Count(r => r.With != r.Without)}"));
        }
    }

    private static Extraction Read(string html, string url, SiteTemplate? template) =>
        Extractor.ExtractHtml(html, new PageContext { Url = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null, Template = template }, CancellationToken.None);

    private static void Cost(List<(string Host, string Url, string Html, string Gold)> pages)
    {
        var sample = pages.Take(CostPages).ToList();
        var blocks = sample.Select(p => Read(p.Html, p.Url, null).Article.Blocks).ToList();
        var memory = TemplateMemory.Empty;
        var learning = Stopwatch.StartNew();
        for (var i = 0; i < 10_000; i++)
        {
            // Every page is new but for one block in five.
            var mark = new string((char)('a' + (i % 26)), 1 + (i / 26 % 20)) + (char)('a' + (i / 520 % 26));
            memory = TemplateLearner.Learn(memory, $"http://a.example/{i}", [.. blocks[i % blocks.Count].Select(b => b.Block.Index % 5 == 0 ? b : new LabelledBlock(b.Block with { Text = $"{b.Block.Text} {mark}" }, b.Verdict))]);
        }

        var learnt = learning.Elapsed;
        var template = SiteTemplate.Of(memory);
        var times = new Dictionary<bool, List<double>> { [false] = [], [true] = [] };
        for (var round = 0; round < 7; round++)
        {
            foreach (var with in (bool[])[round % 2 == 0, round % 2 != 0])
            {
                var watch = Stopwatch.StartNew();
                sample.ForEach(p => Read(p.Html, p.Url, with ? template : null));
                times[with].Add(watch.Elapsed.TotalMilliseconds / sample.Count);
            }
        }

        var (without, by) = (times[false].Min(), times[true].Min());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"## cost after {memory.Learnt} pages learnt: {template!.Texts.Count} texts and {template.Paths.Count} paths in force, {memory.Pages.Count} pages kept, {TemplateBlob.Write(memory, template).Length} bytes stored, {learnt.TotalMilliseconds / 10_000:0.00} ms to learn a page; extraction {without:0.00} ms a page without, {by:0.00} ms with ({(by / without) - 1:P1})"));
    }
}
