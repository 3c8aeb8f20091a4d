using System.CommandLine;
using Scraper.Benchmarks.Data;
using Scraper.Benchmarks.Evaluation;
using Scraper.Core;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>lines</c>: what becomes of lines that outlets print amid their articles.</summary>
internal static class LinesCommand
{
    /// <summary>Pages of a language that lines are put into.</summary>
    private const int Pages = 8;

    public static Command Create()
    {
        var lines = new Option<DirectoryInfo>("--lines") { Description = "Folder of the lines.", DefaultValueFactory = _ => new DirectoryInfo("tests/Scraper.Benchmarks/Lines") };
        var pages = new Option<DirectoryInfo>("--pages") { Description = "Folder of the marked pages.", DefaultValueFactory = _ => new DirectoryInfo("tests/Scraper.Benchmarks/Pages") };
        var show = new Option<bool>("--show") { Description = "Print every line that is judged wrongly." };
        var command = new Command("lines", "Puts each line into a page of its language and counts furniture that stays and text that goes.\n\nExample:\n  lines --show") { lines, pages, show };
        command.SetAction(parsed =>
        {
            var extractor = new Extractor();
            var byLanguage = AmidPage.ReadAll(parsed.GetRequiredValue(pages).FullName);
            var judged = AmidLineReader.Read(parsed.GetRequiredValue(lines).FullName)
                .Select((line, turn) => (Line: line, Turn: turn, Pages: byLanguage[line.Language].Take(Pages).ToList()))
                .Where(l => l.Pages.Count > 0).AsParallel().AsOrdered()
                .Select(l => (l.Line, IsWrong: l.Pages[l.Turn % l.Pages.Count].Keeps(l.Line, extractor, l.Turn) != l.Line.IsText)).ToList();
            foreach (var group in judged.GroupBy(j => (j.Line.IsText, IsEnglish: j.Line.Language == "en")).OrderBy(g => g.Key))
            {
                Console.WriteLine($"{(group.Key.IsText ? "text that goes     " : "furniture that stays")} {(group.Key.IsEnglish ? "English" : "others ")} {group.Count(j => j.IsWrong),5} of {group.Count(),5} = {group.Average(j => j.IsWrong ? 1.0 : 0):F3}");
            }

            foreach (var (line, _) in judged.Where(j => j.IsWrong && parsed.GetValue(show)))
            {
                Console.WriteLine($"{(line.IsText ? "goes" : "stays")} {line.Language} {line.Markup}");
            }

            return 0;
        });
        return command;
    }
}
