using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

namespace Scraper.Cli;

/// <summary>Prints labelled blocks under the elements that hold them.</summary>
internal static class BlockTreePrinter
{
    /// <summary>Levels beyond this are not indented further.</summary>
    private const int DeepestIndent = 20;

    public static void Print(IReadOnlyList<LabelledBlock> blocks, TextWriter output)
    {
        List<HtmlElement> open = [];
        foreach (var (block, verdict) in blocks)
        {
            var path = Path(block);
            var common = open.Zip(path).TakeWhile(p => ReferenceEquals(p.First, p.Second)).Count();
            for (var level = common; level < path.Count; level++)
            {
                output.WriteLine($"{Indent(level)}{Name(path[level])}");
            }

            open = path;
            output.WriteLine($"{Indent(path.Count)}[{Names.Of(verdict.Label)}] {TerminalText.Shorten(TerminalText.OneLine(block.Text), 70)}");
            output.WriteLine($"{Indent(path.Count)}    {Names.Of(verdict.Reason.Kind)}: {TerminalText.OneLine(verdict.Reason.Detail)}");
        }
    }

    /// <summary>The elements around a block that have an id or a class, outermost first.</summary>
    public static List<HtmlElement> Path(Block block)
    {
        var path = new List<HtmlElement>();
        for (var element = block.Element; element is not null; element = element.Parent)
        {
            if (element.Name is not ("html" or "body" or "#document") && (element.Id ?? element.Class) is not null)
            {
                path.Add(element);
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>An element as CSS would name it.</summary>
    public static string Name(HtmlElement element) =>
        TerminalText.Shorten(TerminalText.OneLine(element.Name + (element.Id is { } id ? "#" + id : string.Empty) + string.Concat((element.Class ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(3).Select(c => "." + c))), 80);

    private static string Indent(int level) => new(' ', Math.Min(level, DeepestIndent) * 2);

}
