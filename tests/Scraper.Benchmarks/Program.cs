using Scraper.Benchmarks.Data;
using Scraper.Benchmarks.Evaluation;
using Scraper.Benchmarks.Training;
using Scraper.Core.Blocks;

var pages = BenchmarkReader.Read(args[1]);
var rows = pages.AsParallel().AsOrdered().Select(p =>
{
    var d = HtmlBlockReader.Read(HtmlTree.Parse(p.Html, HtmlLimits.Default, CancellationToken.None));
    var t = GoldAlignment.Align(d, p.Gold);
    var text = string.Join("\n\n", d.Blocks.Where(b => t[b.Index].Share >= 0.5).Select(b => b.Text));
    return (p, d, t, text, score: BagScore.Of(p.Gold, text));
}).ToList();
Console.WriteLine($"{rows.Count} pages, blocks {rows.Sum(r => r.d.Blocks.Count)}, containers {rows.Sum(r => r.d.Outline!.Containers.Count)} positive {rows.Sum(r => r.t.Count(t => t.Share >= 0.5))}");
foreach (var g in rows.GroupBy(r => r.p.Kind).OrderBy(g => g.Key))
    Console.WriteLine($"{g.Key} {g.Count()} oracle P {g.Average(r => r.score.P):F4} R {g.Average(r => r.score.R):F4} F1 {g.Average(r => r.score.F1):F4}");
foreach (var r in rows.OrderBy(r => r.score.F1).Take(30)) Console.WriteLine($"{r.p.Id} {r.p.Kind} {r.score} gold {r.p.Gold.Length} blocks {r.d.Blocks.Count} {r.p.Url}");
return 0;
