using System.Diagnostics;
using System.Globalization;
using Scraper.Core;
using Scraper.Core.Labelling;
using Scraper.Core.Templates;

namespace Scraper.Benchmarks.Templates;

/// <summary>What learning and looking up cost, at 10,000 pages learnt.</summary>
internal static class MemoryCost
{
    private const int Pages = 10_000, Sample = 150, Rounds = 9;

    private static readonly Extractor Extractor = new();

    /// <param name="pages">Address and markup of pages; the first so many are used.</param>
    public static void Print(IEnumerable<(string Url, string Html)> pages)
    {
        var sample = pages.Take(Sample).ToList();
        var blocks = sample.Select(p => Read(p.Html, p.Url, null).Article.Blocks).ToList();
        var memory = TemplateMemory.Empty;
        var learning = Stopwatch.StartNew();
        for (var i = 0; i < Pages; i++)
        {
            // Every page is new but for one block in five.
            var mark = new string((char)('a' + (i % 26)), 1 + (i / 26 % 20)) + (char)('a' + (i / 520 % 26));
            memory = TemplateLearner.Learn(memory, $"http://a.example/{i}", [.. blocks[i % blocks.Count].Select(b => b.Block.Index % 5 == 0 ? b : new LabelledBlock(b.Block with { Text = $"{b.Block.Text} {mark}" }, b.Verdict))]);
        }

        var learnt = learning.Elapsed;
        var template = SiteTemplate.Of(memory)!;
        var (times, process) = (new Dictionary<bool, List<double>> { [false] = [], [true] = [] }, Process.GetCurrentProcess());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var with in (bool[])[round % 2 == 0, round % 2 != 0])
            {
                process.Refresh();
                var start = process.TotalProcessorTime;
                sample.ForEach(p => Read(p.Html, p.Url, with ? template : null));
                process.Refresh();
                times[with].Add((process.TotalProcessorTime - start).TotalMilliseconds / sample.Count);
            }
        }

        var (without, by) = (times[false].Order().ElementAt(Rounds / 2), times[true].Order().ElementAt(Rounds / 2));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"## cost after {memory.Learnt} pages learnt: {template.Texts.Count} texts and {template.Paths.Count} paths in force, {memory.Pages.Count} pages kept, {TemplateBlob.Write(memory, template).Length} bytes stored, {learnt.TotalMilliseconds / Pages:0.00} ms to learn a page; extraction {without:0.00} ms of processor time a page without, {by:0.00} ms with ({(by / without) - 1:P1})"));
    }

    private static Extraction Read(string html, string url, SiteTemplate? template) =>
        Extractor.ExtractHtml(html, new PageContext { Url = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null, Template = template }, CancellationToken.None);
}
