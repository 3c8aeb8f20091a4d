using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using Scraper.Benchmarks.Evaluation;
using Scraper.Benchmarks.Training;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>train</c>: writes the model that the library ships, and its card.</summary>
internal static class TrainCommand
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static Command Create()
    {
        var benchmark = new Option<DirectoryInfo>("--benchmark") { Required = true, Description = "The folder that holds wcxb-dev." };
        var output = new Option<DirectoryInfo>("--out") { Description = "Where model.bin and model-card.json go.", DefaultValueFactory = _ => new DirectoryInfo("src/Scraper.Core/Labelling/Generic/Model") };
        var marked = MarkedPages.Option();
        var trees = new Option<int>("--trees") { Description = "Trees a stage.", DefaultValueFactory = _ => EvaluateCommand.DefaultTrees };
        var date = new Option<string>("--date") { Description = "Date for the card, ISO 8601.", DefaultValueFactory = _ => string.Empty };
        var predictions = new Option<FileInfo?>("--predictions") { Description = "Where the out-of-fold predictions go: lines that score.py reads." };
        var scores = new Option<FileInfo?>("--scores") { Description = "Where the out-of-fold probability of every block goes, one page a line." };
        var command = new Command("train", "Trains the generic labeller on all pages and scores it by folds that share no host.\n\nExample:\n  train --benchmark ../shared/benchmark --date 2026-11-21")
        {
            benchmark, marked, output, trees, date, predictions, scores,
        };
        command.SetAction(parsed =>
        {
            var experiment = new Experiment(parsed.GetRequiredValue(benchmark).FullName, parsed.GetValue(marked)?.FullName, parsed.GetValue(trees), _ => true);
            experiment.Judge();
            var report = new Report(experiment.Pages);
            Console.WriteLine(report.Markdown());
            if (parsed.GetValue(predictions) is { } lines)
            {
                EvaluateCommand.WritePredictions(experiment, lines);
            }

            if (parsed.GetValue(scores) is { } file)
            {
                EvaluateCommand.WriteScores(experiment, file);
            }

            var folder = parsed.GetValue(output)!.FullName;
            using (var stream = File.Create(Path.Combine(folder, "model.bin")))
            {
                experiment.TrainOnAll().Write(stream);
            }

            var card = new
            {
                date = parsed.GetValue(date),
                command = $"dotnet run -c Release --project tests/Scraper.Benchmarks -- train --benchmark ../shared/benchmark --trees {parsed.GetValue(trees)} --date {parsed.GetValue(date)}",
                data = Data("WCXB development split (CC-BY-4.0, Murrough Foley, 2026)", experiment.Pages),
                marked = Data("tests/Scraper.Benchmarks/Pages", experiment.Marked),
                folds = new { count = CrossValidation.Folds, by = "hash of the registrable domain", pages = experiment.Pages.CountBy(p => p.Fold).OrderBy(f => f.Key).Select(f => f.Value) },
                outOfFold = new { bagF1 = report.BagF1, kindAccuracy = report.Kinds, spearmanAll = report.Spearman(), spearmanArticles = report.Spearman("article"), marked = experiment.Marked.Count == 0 ? null : new Report(experiment.Marked).BagF1 },
                model = new { bytes = new FileInfo(Path.Combine(folder, "model.bin")).Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "model.bin")))) },
            };
            File.WriteAllText(Path.Combine(folder, "model-card.json"), JsonSerializer.Serialize(card, Json) + "\n");
            return 0;
        });
        return command;
    }

    private static object Data(string name, IReadOnlyList<TrainingPage> pages) =>
        new { name, pages = pages.Count, hosts = pages.Select(p => p.Page.Host).Distinct().Count(), sha256 = Digest(pages) };

    /// <summary>SHA-256 over ids, pages and gold texts, in order.</summary>
    private static string Digest(IReadOnlyList<TrainingPage> pages)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var page in pages)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{page.Page.Id}\n{page.Page.Html}\n{page.Page.Gold}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
