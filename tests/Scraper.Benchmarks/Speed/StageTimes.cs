using AngleSharp.Html.Parser;
using Scraper.Benchmarks.Data;
using Scraper.Core;
using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Metadata;
using Scraper.Core.Verdicts;

namespace Scraper.Benchmarks.Speed;

/// <summary>What each step costs: page by page, each step right after the one before it, as in a real run.</summary>
internal static class StageTimes
{
    private static readonly string[] Names =
        ["AngleSharp ParseDocument", "HtmlTree.Parse", "MetadataReader.Read", "HtmlBlockReader.Read", "GenericLabeller.Predict", "PatternLabeller.Label", "GenericLabeller.Settle", "RepeatLabeller.Label", "ArticleBuilder.Build", "PageVerdictReader.Read", "Extractor.ExtractHtml (whole)"];

    public static void Print(IReadOnlyList<BenchmarkPage> pages, int rounds, TextWriter output)
    {
        var best = new double[Names.Length][];
        var bytes = new long[Names.Length];
        for (var stage = 0; stage < Names.Length; stage++)
        {
            best[stage] = new double[pages.Count];
            Array.Fill(best[stage], double.MaxValue);
        }

        var extractor = new Extractor();
        var generic = new GenericLabeller();
        var patterns = new PatternLabeller(MarkerSet.Shipped);
        var repeats = new RepeatLabeller();
        var parser = new HtmlParser();
        for (var round = 0; round < rounds; round++)
        {
            Array.Clear(bytes);
            for (var i = 0; i < pages.Count; i++)
            {
                var html = pages[i].Html;
                var url = pages[i].Address;
                Measure(0, i, () => parser.ParseDocument(html));
                Measure(10, i, () => extractor.ExtractHtml(html, new PageContext { Url = url }, CancellationToken.None));
                var tree = Measure(1, i, () => HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None));
                var metadata = Measure(2, i, () => MetadataReader.Read(tree, url));
                var document = Measure(3, i, () => HtmlBlockReader.Read(tree));
                var sheet = new LabelSheet(document);
                var prediction = Measure(4, i, () => generic.Predict(document, CancellationToken.None));
                Measure(5, i, () => Label(patterns, sheet));
                var assessment = Measure(6, i, () => prediction is null ? null : GenericLabeller.Settle(prediction, sheet));
                Measure(7, i, () => Label(repeats, sheet));
                prediction?.Dispose();
                var article = Measure(8, i, () => ArticleBuilder.Build(sheet.Close(), metadata, url, null));
                Measure(9, i, () => PageVerdictReader.Read(new VerdictEvidence(article, tree, sheet, null, assessment, null, null)));
            }
        }

        output.WriteLine($"{pages.Count} pages, {pages.Average(p => p.Html.Length) / 1000:F0} k characters each, one thread, processor time (other programs do not count), best of {rounds}");
        for (var stage = 0; stage < Names.Length; stage++)
        {
            var time = best[stage].Sum();
            output.WriteLine($"{Names[stage],-32} {time / pages.Count,7:F3} ms a page  {time / best[0].Sum(),6:F3}x  {bytes[stage] / pages.Count / 1024.0,9:F0} KiB a page  {(double)bytes[stage] / bytes[0],6:F3}x");
        }

        T Measure<T>(int stage, int page, Func<T> work)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var start = Environment.CpuUsage.TotalTime;
            var result = work();
            best[stage][page] = Math.Min(best[stage][page], (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
            bytes[stage] += GC.GetAllocatedBytesForCurrentThread() - allocated;
            return result;
        }
    }

    private static LabelSheet Label(ILabeller labeller, LabelSheet sheet)
    {
        labeller.Label(sheet, CancellationToken.None);
        return sheet;
    }
}
