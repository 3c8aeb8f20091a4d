using System.CommandLine;
using System.Text.Json;
using Scraper.Benchmarks.Evaluation;
using Scraper.Benchmarks.Training;
using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>evaluate</c>: what the labeller does on hosts it has not seen.</summary>
internal static class EvaluateCommand
{
    public const int DefaultTrees = 200;

    public static Command Create()
    {
        var benchmark = new Option<DirectoryInfo>("--benchmark") { Required = true, Description = "The folder that holds wcxb-dev." };
        var output = new Option<FileInfo?>("--out") { Description = "Where the predictions go: lines that score.py reads." };
        var marked = MarkedPages.Option();
        var trees = new Option<int>("--trees") { Description = "Trees a stage.", DefaultValueFactory = _ => DefaultTrees };
        var without = new Option<string[]>("--without") { Description = "Feature groups to leave out (Text, Word, Tag, Class, Near, Place, Box, Copy, Data, Page, Score).", AllowMultipleArgumentsPerToken = true };
        var scores = new Option<FileInfo?>("--scores") { Description = "Where the probability of every block goes, one page a line." };
        var cache = new Option<FileInfo?>("--cache") { Description = "Scores of models that had not seen each page's host: read where the file exists, else written. Only what comes after the model is then judged anew." };
        var worst = new Option<int>("--worst") { Description = "Pages to list, worst F1 first, with what was lost and what was too much." };
        var only = new Option<string?>("--type") { Description = "Page type of the pages that --worst lists." };
        var command = new Command("evaluate", "Scores every page by a model that was not trained on its host.\n\nExamples:\n  evaluate --benchmark ../shared/benchmark --out work/pred/wcxb_dev/ours.jsonl\n  evaluate --benchmark ../shared/benchmark --cache work/scores.jsonl --worst 20 --type article")
        {
            benchmark, marked, output, trees, without, scores, cache, worst, only,
        };
        command.SetAction(parsed =>
        {
            var left = parsed.GetValue(without) ?? [];
            var experiment = new Experiment(parsed.GetRequiredValue(benchmark).FullName, parsed.GetValue(marked)?.FullName, parsed.GetValue(trees), f => !left.Contains(Features.Group(f)));
            if (parsed.GetValue(cache) is { } kept)
            {
                experiment.Judge(kept);
            }
            else
            {
                experiment.Judge();
            }

            Console.WriteLine(new Report(experiment.Pages).Markdown());
            if (experiment.Marked.Count > 0)
            {
                Console.WriteLine("The pages that were written for training, by models that had not seen the host:\n");
                Console.WriteLine(new Report(experiment.Marked).Markdown());
            }

            Console.WriteLine("A third of them as if written in a language of which the model knows no word:\n");
            Console.WriteLine(new Report(experiment.Foreign).Markdown());
            if (parsed.GetValue(worst) is > 0 and var count)
            {
                Console.WriteLine(WorstPages.List(experiment.Pages.Where(p => parsed.GetValue(only) is not { } type || p.Page.Kind == type), count));
            }

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
        File.WriteAllLines(file.FullName, experiment.Pages.Concat(experiment.Marked).Select(p => JsonSerializer.Serialize(
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
