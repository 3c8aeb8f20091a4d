using System.CommandLine;

namespace Scraper.Cli;

/// <summary>The flags that say how articles are printed, the same for <c>clean</c>, <c>fetch</c> and <c>articles show</c>.</summary>
internal sealed class PrintOptions
{
    private readonly Option<ArticleFormat> _format = EnumOption.Create<ArticleFormat>("--format", "How to print: text, markdown, html or json.");
    private readonly Option<bool> _json = new("--json") { Description = "The same as --format json: one indented object; of several articles one compact object a line." };
    private readonly Option<bool> _explain = new("--explain") { Description = "Print every block with its label and the reason for it." };

    /// <summary>Gives a command the flags, of which only one can be meant.</summary>
    /// <param name="command">The command.</param>
    /// <param name="others">The command's other ways to print, which it has already.</param>
    public void AddTo(Command command, params ReadOnlySpan<Option> others)
    {
        Option[] ways = [_format, _json, _explain];
        foreach (var way in ways)
        {
            command.Add(way);
        }

        OneOf.Require(command, [.. ways, .. others]);
    }

    /// <summary>What prints the articles.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="isOneOfMany">Whether several articles are asked for, or may be.</param>
    public ArticlePrinter Printer(ParseResult parsed, bool isOneOfMany) =>
        new(parsed.GetValue(_json) ? ArticleFormat.Json : parsed.GetValue(_format), parsed.GetValue(_explain), isOneOfMany);
}
