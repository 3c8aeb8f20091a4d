using System.Globalization;
using System.Text;
using Scraper.Benchmarks.Training;

namespace Scraper.Benchmarks.Evaluation;

/// <summary>Scores of pages that the model had not seen, as a table in markdown and as figures for the card.</summary>
internal sealed class Report
{
    private readonly List<(TrainingPage Page, double P, double R, double F1)> _rows;

    public Report(IReadOnlyList<TrainingPage> pages) =>
        _rows = [.. pages.AsParallel().AsOrdered().Select(p =>
        {
            var (precision, recall, f1) = BagScore.Of(p.Page.Gold, p.Text);
            return (p, precision, recall, f1);
        })];

    /// <summary>Mean bag F1 by page type, "all" included.</summary>
    public IReadOnlyDictionary<string, double> BagF1 =>
        _rows.GroupBy(r => r.Page.Page.Kind).Select(g => (g.Key, F1: g.Average(r => r.F1))).Append(("all", _rows.Average(r => r.F1)))
            .OrderBy(x => x.Item1, StringComparer.Ordinal).ToDictionary(x => x.Item1, x => Math.Round(x.Item2, 4));

    /// <summary>Share of pages whose kind is told right, by kind.</summary>
    public IReadOnlyDictionary<string, double> Kinds =>
        _rows.GroupBy(r => r.Page.Page.Kind).Select(g => (g.Key, Right: g.Average(r => r.Page.IsKindRight ? 1.0 : 0))).Append(("all", _rows.Average(r => r.Page.IsKindRight ? 1.0 : 0)))
            .OrderBy(x => x.Item1, StringComparer.Ordinal).ToDictionary(x => x.Item1, x => Math.Round(x.Item2, 4));

    /// <summary>Rank correlation of the confidence with the real F1.</summary>
    public double Spearman(string? kind = null) =>
        Math.Round(RankCorrelation.Of([.. Of(kind).Select(r => (double)r.Page.Confidence)], [.. Of(kind).Select(r => r.F1)]), 4);

    public string Markdown()
    {
        var text = new StringBuilder("| type | pages | P | R | bag F1 | kind right |\n|---|---|---|---|---|---|\n");
        foreach (var g in _rows.GroupBy(r => r.Page.Page.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Append(_rows.GroupBy(_ => "all").Single()))
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {g.Key} | {g.Count()} | {g.Average(r => r.P):F3} | {g.Average(r => r.R):F3} | {g.Average(r => r.F1):F4} | {g.Average(r => r.Page.IsKindRight ? 1.0 : 0):F3} |");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"\nSpearman of confidence and F1: all {Spearman():F3}, articles {Spearman("article"):F3}\n");
        text.AppendLine("| confidence | pages | mean confidence | mean F1 | share with F1 ≥ .9 |\n|---|---|---|---|---|");
        foreach (var g in _rows.GroupBy(r => Math.Min(9, (int)(r.Page.Confidence * 10))).OrderBy(g => g.Key))
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {g.Key / 10.0:F1}–{(g.Key + 1) / 10.0:F1} | {g.Count()} | {g.Average(r => r.Page.Confidence):F3} | {g.Average(r => r.F1):F3} | {g.Average(r => r.F1 >= 0.9 ? 1.0 : 0):F2} |");
        }

        return text.ToString();
    }

    private IEnumerable<(TrainingPage Page, double P, double R, double F1)> Of(string? kind) => _rows.Where(r => kind is null || r.Page.Page.Kind == kind);
}
