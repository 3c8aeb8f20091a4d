using System.Globalization;
using System.Text;
using Scraper.Benchmarks.Training;
using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Evaluation;

/// <summary>The pages that go wrong most, with what was lost and what was too much, by label and reason.</summary>
internal static class WorstPages
{
    private const int MostCauses = 3;

    /// <param name="pages">Judged pages.</param>
    /// <param name="count">How many to list.</param>
    /// <returns>Lines of text, worst page first.</returns>
    public static string List(IEnumerable<TrainingPage> pages, int count)
    {
        var text = new StringBuilder();
        foreach (var (page, labelled, (p, r, f1)) in pages.AsParallel().AsOrdered().Select(p => (p, CleanText.Labelled(p.Document, p.Prediction, template: null), BagScore.Of(p.Page.Gold, CleanText.Of(p)))).OrderBy(x => x.Item3.F1).Take(count))
        {
            double Gold(LabelledBlock b) => page.Targets[b.Block.Index].Share * page.Words[b.Block.Index];
            double Extra(LabelledBlock b) => page.Words[b.Block.Index] - Gold(b);
            text.AppendLine(CultureInfo.InvariantCulture, $"{page.Page.Id} {page.Page.Kind} F1 {f1:F3} P {p:F3} R {r:F3} confidence {page.Confidence:F2} gold {page.GoldWords} words, {page.GoldWords - page.Targets.Sum(t => t.Share * t.Words):F0} of them in no block  {page.Page.Url}");
            text.AppendLine(CultureInfo.InvariantCulture, $"  lost: {Causes(labelled.Where(b => !b.Verdict.IsText), Gold)}");
            text.AppendLine(CultureInfo.InvariantCulture, $"  too much: {Causes(labelled.Where(b => b.Verdict.IsText), Extra)}");
        }

        return text.ToString();
    }

    private static string Causes(IEnumerable<LabelledBlock> blocks, Func<LabelledBlock, double> words) =>
        string.Join("; ", blocks.GroupBy(b => $"{b.Verdict.Label} ({Why(b.Verdict.Reason)})", words).Select(g => (g.Key, Words: g.Sum())).Where(g => g.Words >= 1)
            .OrderByDescending(g => g.Words).Take(MostCauses).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Words:F0} words {g.Key}")));

    // Scores differ from block to block; what they come from is what counts.
    private static string Why(Reason reason)
    {
        var detail = reason.Detail;
        var score = detail.IndexOf("score ", StringComparison.Ordinal);
        return score < 0 ? $"{reason.Kind}: {detail}" : $"{reason.Kind}: {detail[..score]}{(detail.IndexOf(':', score) is > 0 and var at ? detail[(at + 2)..] : "score alone")}";
    }
}
