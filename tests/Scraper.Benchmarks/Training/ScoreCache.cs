using System.Text.Json;
using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Training;

/// <summary>
/// What models said that had not seen a page's host, kept in a file: whatever comes after the model (thresholds, rules,
/// repeats) can then be judged anew without training. A line of JSON a page.
/// </summary>
internal static class ScoreCache
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    public static void Write(IReadOnlyList<TrainingPage> pages, FileInfo file)
    {
        file.Directory?.Create();
        File.WriteAllLines(file.FullName, pages.Select(p => JsonSerializer.Serialize(new Line(p.Page.Id, p.Row, p.Kinds, p.FirstScores, p.Scores, p.Confidence), Lines)));
    }

    /// <summary>Gives every page the scores that the file has for it.</summary>
    /// <exception cref="InvalidDataException">A page is missing or has another number of blocks: the file is of older code.</exception>
    public static void Read(IReadOnlyList<TrainingPage> pages, FileInfo file)
    {
        var lines = File.ReadLines(file.FullName).Select(l => JsonSerializer.Deserialize<Line>(l, Lines)!).ToDictionary(l => l.Id);
        foreach (var page in pages.Where(p => p.Original is null && lines.ContainsKey(p.Page.Id)))
        {
            (page.Row, page.Kinds) = (lines[page.Page.Id].Row, lines[page.Page.Id].Kinds);
        }

        Parallel.ForEach(pages, page =>
        {
            if (!lines.TryGetValue(page.Page.Id, out var line) || line.Scores.Length != ((page.Document.Blocks.Count + 7) & ~7))
            {
                throw new InvalidDataException($"{file.FullName} does not fit page {page.Page.Id}: delete it and evaluate anew");
            }

            (page.FirstScores, page.Scores) = (line.First, line.Scores);
            page.View = page.Original is null ? page.Bare : page.See(NoOdds.Instance);
            page.Features = FeatureReader.Read(page.View, page.Row, page.Kinds);
            ScoreFeatures.Write(page.View, page.Features, page.FirstScores);
            page.Prediction = PagePrediction.Of(page.View, page.Features, page.Kinds, page.Scores, confidence: null) with { Confidence = line.Confidence };
        });
    }

    private sealed record Line(string Id, float[] Row, float[] Kinds, float[] First, float[] Scores, float Confidence);
}
