using System.CommandLine;
using System.Globalization;
using Scraper.Benchmarks.Training;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>ablate</c>: which group of features is worth what on hosts that the model has not seen.</summary>
internal static class AblateCommand
{
    private const int DefaultTrees = 60;

    public static Command Create()
    {
        var benchmark = new Option<DirectoryInfo>("--benchmark") { Required = true, Description = "The folder that holds wcxb-dev." };
        var marked = MarkedPages.Option();
        var trees = new Option<int>("--trees") { Description = "Trees of the first stage; the second is left out.", DefaultValueFactory = _ => DefaultTrees };
        var folds = new Option<int>("--folds") { Description = "Folds that are scored, 1 to 5.", DefaultValueFactory = _ => 2 };
        var command = new Command("ablate", "Trains the first stage without one group of features after the other and prints what that costs, as a table in markdown.\n\nExample:\n  ablate --benchmark ../shared/benchmark --folds 2")
        {
            benchmark, marked, trees, folds,
        };
        command.SetAction(parsed =>
        {
            var experiment = new Experiment(parsed.GetRequiredValue(benchmark).FullName, parsed.GetValue(marked)?.FullName, parsed.GetValue(trees), _ => true);
            var rows = experiment.Ablate(Math.Clamp(parsed.GetValue(folds), 1, CrossValidation.Folds));
            string[] kinds = [.. rows[0].F1.Keys.Order(StringComparer.Ordinal)];
            Console.WriteLine($"| without | {string.Join(" | ", kinds)} |\n|---|{string.Concat(kinds.Select(_ => "---|"))}");
            foreach (var (group, f1) in rows)
            {
                Console.WriteLine($"| {group} | {string.Join(" | ", kinds.Select(k => Cell(f1[k], group == "nothing" ? 0 : rows[0].F1[k])))} |");
            }

            return 0;
        });
        return command;
    }

    private static string Cell(double f1, double full) => (f1 - full).ToString(full == 0 ? "F4" : "+0.0000;-0.0000", CultureInfo.InvariantCulture);
}
