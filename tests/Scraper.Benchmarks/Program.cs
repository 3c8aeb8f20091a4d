using System.Diagnostics;
using System.Text.Json;
using Scraper.Benchmarks.Data;
using Scraper.Benchmarks.Evaluation;
using Scraper.Benchmarks.Training;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

if (args[0] == "blocks")
{
    var d = HtmlBlockReader.Read(HtmlTree.Parse(File.ReadAllText(args[1]), HtmlLimits.Default, CancellationToken.None));
    foreach (var b in d.Blocks) Console.WriteLine($"{b.Index} {b.Kind}{b.Level} <{b.Element?.Name} {b.Element?.Class}> {b.Text.ReplaceLineEndings("⏎")}");
    return 0;
}

var trees = args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 150;
var sw = Stopwatch.StartNew();
var pages = BenchmarkReader.Read(args[1]).AsParallel().AsOrdered().Select(p => new TrainingPage(p, CrossValidation.FoldOf(p.Host))).ToList();
Console.Error.WriteLine($"{pages.Count} pages {sw.Elapsed.TotalSeconds:F0} s");
new KindTraining(pages).CrossValidate();
Console.WriteLine($"kinds {pages.Average(p => Array.IndexOf(p.Kinds, p.Kinds.Max()) == KindTally.KindOf(p.Page) ? 1.0 : 0):F4} " + string.Join(" ", pages.GroupBy(p => p.Page.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Average(p => Array.IndexOf(p.Kinds, p.Kinds.Max()) == KindTally.KindOf(p.Page) ? 1.0 : 0):F3}")));
Console.Error.WriteLine($"kinds {sw.Elapsed.TotalSeconds:F0} s");
if (trees == 0) return 0;
var cv = new CrossValidation(pages, new BoostingOptions(Trees: trees), new BoostingOptions(Trees: trees), _ => true);
cv.Run();
void Report(string name, Func<TrainingPage, float[]> scores, bool write)
{
    var rows = pages.AsParallel().AsOrdered().Select(p =>
    {
        var probs = scores(p).Take(p.Words.Length).Select(TreeEnsemble.Probability).ToArray();
        var (t, e) = TextSelection.Threshold(probs, p.Words);
        var text = string.Join("\n\n", p.Document.Blocks.Where(b => probs[b.Index] >= t && b.Kind != BlockKind.Embed).Select(b => b.Text));
        var fixedText = string.Join("\n\n", p.Document.Blocks.Where(b => probs[b.Index] >= 0.5 && b.Kind != BlockKind.Embed).Select(b => b.Text));
        return (p, t, e, text, s: BagScore.Of(p.Page.Gold, text), f: BagScore.Of(p.Page.Gold, fixedText));
    }).ToList();
    Console.WriteLine($"{name} all {rows.Average(r => r.s.F1):F4} fixed {rows.Average(r => r.f.F1):F4}  " + string.Join(" ", rows.GroupBy(r => r.p.Page.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Average(r => r.s.F1):F4}/{g.Average(r => r.f.F1):F4}")));
    if (write)
    {
        Directory.CreateDirectory(args[3]);
        File.WriteAllLines(Path.Combine(args[3], "ours.jsonl"), rows.Select(r => JsonSerializer.Serialize(new { id = r.p.Page.Id, url = r.p.Page.Url, text = r.text })));
    }
}
Report("stage 1", p => p.FirstScores, false);
Report("stage 2", p => p.Scores, args.Length > 3);
return 0;
