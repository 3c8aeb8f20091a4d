using System.CommandLine;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>blocks</c>: shows what the shipped model thinks of each block of a page.</summary>
internal static class BlocksCommand
{
    public static Command Create()
    {
        var path = new Argument<FileInfo>("page") { Description = "An HTML file, UTF-8." };
        var command = new Command("blocks", "Lists the blocks of a page with label and reason.\n\nExample:\n  blocks page.html") { path };
        command.SetAction(parsed =>
        {
            var document = HtmlBlockReader.Read(HtmlTree.Parse(File.ReadAllText(parsed.GetRequiredValue(path).FullName), HtmlLimits.Default, CancellationToken.None));
            var sheet = new LabelSheet(document);
            var assessment = new GenericLabeller().Assess(sheet, CancellationToken.None);
            foreach (var (block, verdict) in sheet.Close())
            {
                Console.WriteLine($"{block.Index}\t{verdict.Label}\t{verdict.Reason.Detail}\t{block.Kind}\t<{block.Element?.Name} {block.Element?.Class}>\t{block.Text.ReplaceLineEndings(" / ")}");
            }

            Console.WriteLine(assessment);
            return 0;
        });
        return command;
    }
}
