using System.Globalization;
using System.Text.Json;
using Scraper.Core.Articles;
using Scraper.Core.Labelling;
using Scraper.Reextraction;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>Prints what a re-extraction found.</summary>
/// <param name="report">What came of each page.</param>
/// <param name="refused">Costs of the sites that are left as they are.</param>
/// <param name="applied">The writes; <see langword="null"/> where nothing was to be written.</param>
internal sealed class ReextractPrinter(ReextractionReport report, IReadOnlyList<SiteCost> refused, ReextractionReport? applied)
{
    public void Text(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Pages:N0} pages: {Counts()}"));
        foreach (var cost in report.Costs.Where(c => c.MedianBefore != c.MedianAfter))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cost.Site}: {cost.Articles:N0} articles, median body {cost.MedianBefore:N0} -> {cost.MedianAfter:N0} characters"));
        }

        foreach (var move in report.Moves)
        {
            output.WriteLine(TerminalText.OneLine(string.Create(
                CultureInfo.InvariantCulture, $"{move.From} -> {move.To}: {move.Articles:N0} articles go to that site{(move.HasRule ? string.Empty : ", their host's name: no rule in force reads them")}")));
        }

        if (applied is not null)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"applied: {applied.Count(SaveOutcome.Relabelled):N0} extractor revisions, {applied.Count(SaveOutcome.Stored):N0} new articles, {applied.Count(SaveOutcome.Unchanged):N0} with the same text"));
        }
    }

    /// <summary>The articles that lost most, with what they lost.</summary>
    public void Differences(TextWriter output, bool colour)
    {
        foreach (var worst in report.Worst)
        {
            output.WriteLine();
            output.WriteLine(TerminalText.OneLine(string.Create(
                CultureInfo.InvariantCulture, $"{Names.Of(worst.Outcome)}  {worst.Before!.Url}  {worst.LengthBefore:N0} -> {worst.LengthAfter:N0} characters{(worst.Detail is null ? string.Empty : $"  ({worst.Detail})")}")));
            TextDiff.Print(Lines(worst.Before), Lines(worst.Journey!.Article!), output, colour);
        }
    }

    public void Json(TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            pages = report.Pages,
            outcomes = Enum.GetValues<ReplayOutcome>().ToDictionary(o => Names.Of(o), report.Count),
            sites = report.Costs.Select(c => new { site = c.Site, articles = c.Articles, median_before = c.MedianBefore, median_after = c.MedianAfter, refused = refused.Contains(c) }),
            moves = report.Moves.Select(m => new { from = m.From, to = m.To, rule = m.HasRule, articles = m.Articles }),
            applied = applied is null ? null : new { revisions = applied.Count(SaveOutcome.Relabelled), stored = applied.Count(SaveOutcome.Stored), same = applied.Count(SaveOutcome.Unchanged) },
            worst = report.Worst.Select(w => new { url = w.Before!.Url, outcome = Names.Of(w.Outcome), detail = w.Detail, length_before = w.LengthBefore, length_after = w.LengthAfter }),
        },
        SitesJson.Options));

    private string Counts() => string.Join(", ", Enum.GetValues<ReplayOutcome>().Where(o => report.Count(o) > 0 || o is ReplayOutcome.Same or ReplayOutcome.Better or ReplayOutcome.Worse or ReplayOutcome.Lost)
        .Select(o => string.Create(CultureInfo.InvariantCulture, $"{report.Count(o):N0} {Names.Of(o)}")));

    private static string[] Lines(Article article) => [.. ArticleLines.Of(article).Prepend($"site: {article.Site}").Select(TerminalText.OneLine)];
}
