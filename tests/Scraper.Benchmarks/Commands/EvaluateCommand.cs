using System.CommandLine;
using System.Text.Json;
using Scraper.Benchmarks.Evaluation;
using Scraper.Benchmarks.Training;
using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>evaluate</c>: what the labeller does on hosts it has not seen.</summary>
internal static class EvaluateCommand
{
    public const int DefaultTrees = 120;

    public static Command Create()
    {
        var benchmark = new Option<DirectoryInfo>("--benchmark") { Required = true, Description = "The folder that holds wcxb-dev." };
        var output = new Option<FileInfo?>("--out") { Description = "Where the predictions go: lines that score.py reads." };
        var trees = new Option<int>("--trees") { Description = "Trees a stage.", DefaultValueFactory = _ => DefaultTrees };
        var without = new Option<string[]>("--without") { Description = "Feature groups to leave out (Text, Word, Tag, Class, Near, Place, Box, Copy, Data, Page, Score).", AllowMultipleArgumentsPerToken = true };
        var scores = new Option<FileInfo?>("--scores") { Description = "Where the probability of every block goes, one page a line." };
        var command = new Command("evaluate", "Scores every page by a model that was not trained on its host.\n\nExample:\n  evaluate --benchmark ../shared/benchmark --out work/pred/wcxb_dev/ours.jsonl")
        {
            benchmark, output, trees, without, scores,
        };
        command.SetAction(parsed =>
        {
            var left = parsed.GetValue(without) ?? [];
            var experiment = new Experiment(parsed.GetRequiredValue(benchmark).FullName, parsed.GetValue(trees), f => !left.Contains(Features.Group(f)));
            experiment.Judge();
            Console.WriteLine(new Report(experiment.Pages).Markdown());
            if (parsed.GetValue(output) is { } file)
            {
                WritePredictions(experiment, file);
            }

            if (parsed.GetValue(scores) is { } lines)
            {
                WriteScores(experiment, lines);
            }

            return 0;
        });
        return command;
    }

    /// <summary>Writes what the whole extractor takes with models that had not seen each page's host.</summary>
    public static void WritePredictions(Experiment experiment, FileInfo file)
    {
        file.Directory?.Create();
        File.WriteAllLines(file.FullName, experiment.Pages.Select(p => JsonSerializer.Serialize(
            new { id = p.Page.Id, url = p.Page.Url, text = CleanText.Of(p), confidence = Math.Round(p.Confidence, 4), kind = p.Prediction.Kind.ToString() })));
    }

    /// <summary>Writes the probability of every block, for trying other ways to choose among them.</summary>
    public static void WriteScores(Experiment experiment, FileInfo file) =>
        File.WriteAllLines(file.FullName, experiment.Pages.Select(p => JsonSerializer.Serialize(new
        {
            id = p.Page.Id,
            fold = p.Fold,
            kinds = p.Kinds.Select(k => Math.Round(k, 3)),
            threshold = p.Prediction.Threshold,
            gold = p.GoldWords,
            blocks = p.Document.Blocks.Where(b => p.Words[b.Index] > 0).Select(b => new
            {
                i = b.Index,
                p = Math.Round(p.Prediction.Probabilities[b.Index], 3),
                w = p.Words[b.Index],
                r = p.View.Shapes[b.Index].ReadWords,
                share = Math.Round(p.Targets[b.Index].Share, 3),
                kind = b.Kind.ToString(),
                text = b.Text.Length > 200 ? b.Text[..200] : b.Text,
            }),
        })));
}
