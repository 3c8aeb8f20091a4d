using System.CommandLine;
using System.Text.Json;
using Scraper.Benchmarks.Evaluation;
using Scraper.Benchmarks.Training;
using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Metadata;
using Scraper.Tests.GeneratedSites;

namespace Scraper.Benchmarks.Commands;

internal static class DumpCommand
{
    public static Command Create()
    {
        var cache = new Option<FileInfo?>("--cache");
        var generated = new Option<int>("--generated");
        var output = new Option<FileInfo>("--out") { Required = true };
        var command = new Command("dump", "x") { cache, output, generated };
        command.SetAction(parsed =>
        {
            var lines = new List<string>();
            if (parsed.GetValue(cache) is { } file)
            {
                var experiment = new Experiment("../shared/benchmark", 120, _ => true);
                experiment.Judge(file);
                var pages = experiment.Pages.Where(p => p.Page.Url.Length > 0).GroupBy(p => p.Page.Host).Where(g => g.Count() > 1).SelectMany(g => g);
                lines.AddRange(pages.Select(p => Line(p.Page.Host, p.Page.Url, p.Page.Id, p.Page.Kind, p.Page.Gold, p.Document, p.Prediction)));
            }

            for (var i = 0; i < parsed.GetValue(generated); i++)
            {
                foreach (var site in GeneratedSite.All)
                {
                    var page = site.Page(100 + i);
                    if (i == 0)
                    {
                        File.WriteAllText($"/tmp/memory/{site.Host}.html", page.Html);
                    }

                    var document = HtmlBlockReader.Read(HtmlTree.Parse(page.Html, HtmlLimits.Default, CancellationToken.None));
                    using var prediction = new GenericLabeller().Predict(document, CancellationToken.None)!;
                    lines.Add(Line(site.Host, page.Url, $"{100 + i}", "article", page.Text, document, prediction));
                }
            }

            File.WriteAllLines(parsed.GetRequiredValue(output).FullName, lines);
            return 0;
        });
        return command;
    }

    private static string Line(string host, string url, string id, string type, string gold, BlockDocument document, PagePrediction p)
    {
        var sheet = new LabelSheet(document);
        new PatternLabeller(MarkerSet.Shipped).Label(sheet, CancellationToken.None);
        GenericLabeller.Apply(p, sheet);
        new RepeatLabeller().Label(sheet, CancellationToken.None);
        var labelled = sheet.Close();
        var targets = GoldAlignment.Align(document, gold);
        var (a, b, c) = BagScore.Of(gold, ArticleBuilder.Build(labelled, PageMetadata.None, url: null, site: null).Text);
        return JsonSerializer.Serialize(new
        {
            host,
            url,
            id,
            type,
            kind = p.Kind.ToString(),
            t = p.Threshold,
            goldwords = Training.Words.Of(gold).Count,
            bag = new[] { a, b, c },
            blocks = labelled.Select(l => new
            {
                k = l.Block.Kind.ToString(),
                path = Chain(l.Block),
                p = Math.Round(p.Probabilities[l.Block.Index], 3),
                m = p.IsText(l.Block.Index),
                body = l.Verdict.IsText,
                label = l.Verdict.Label.ToString(),
                why = l.Verdict.Reason.Kind.ToString(),
                w = targets[l.Block.Index].Words,
                s = Math.Round(targets[l.Block.Index].Share, 2),
                links = l.Block.Inlines.Where(x => x.Kind == InlineKind.Link).Sum(x => x.Length),
                emph = l.Block.Inlines.Where(x => x.Kind != InlineKind.Link).Sum(x => x.Length),
                text = l.Block.Text,
            }),
        });
    }

    private static List<string> Chain(Block block)
    {
        var parts = new List<string>();
        for (var e = block.Element; e is not null && e.Name is not ("html" or "body" or "#document") && parts.Count < 40; e = e.Parent)
        {
            parts.Add($"{e.Name}|{e.Id}|{string.Join(' ', (e.Attributes.Find(AttributeKind.Class) is { } c ? c.Span.ToString() : "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(4))}");
        }

        parts.Reverse();
        return parts;
    }
}
