using System.Globalization;
using System.Text;
using Scraper.Core.Blocks;

namespace Scraper.Core.Articles;

/// <summary>Writes an article's blocks as Markdown.</summary>
internal sealed class MarkdownBody(Article article, TextWriter output)
{
    private readonly ListPlaces _places = new();

    // Width of the marker at each list level: what stands below an item is indented by all of them.
    private readonly List<int> _markers = [];

    public void Write()
    {
        Block? previous = null;
        foreach (var block in article.Blocks.Where(b => b.Verdict.IsText).Select(b => b.Block))
        {
            var (gap, text) = block.Kind == BlockKind.ListItem ? Item(block, previous) : (Gap(previous, block), Render(block));
            output.Write(previous is null ? string.Empty : gap);
            output.Write(text);
            previous = block;
        }
    }

    // Paragraphs of one quotation stay together.
    private static string Gap(Block? previous, Block block) =>
        previous?.Kind == BlockKind.Quote && block.Kind == BlockKind.Quote && Quotation(previous) is { } quotation && ReferenceEquals(quotation, Quotation(block)) ? "\n>\n" : "\n\n";

    private static HtmlElement? Quotation(Block block)
    {
        var element = block.Element;
        while (element is not null and not { Name: "blockquote" })
        {
            element = element.Parent;
        }

        return element;
    }

    private (string Gap, string Text) Item(Block block, Block? previous)
    {
        var place = _places.Of(block);
        var level = Math.Max(1, block.Level);
        if (place.IsContinued)
        {
            var within = new string(' ', _markers.Take(level).Sum());
            return ("\n\n", within + Inlines(block).Replace("\n", $"  \n{within}", StringComparison.Ordinal));
        }

        var marker = place.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number}. ") : "- ";
        while (_markers.Count < level)
        {
            _markers.Add(2);
        }

        var indent = new string(' ', _markers.Take(level - 1).Sum());
        _markers[level - 1] = marker.Length;
        var text = MarkdownText.EscapeStarts(Inlines(block)).Replace("\n", $"  \n{indent}{new string(' ', marker.Length)}", StringComparison.Ordinal);

        // A deeper list that begins with another number than 1 would go on with the text above it (CommonMark, 5.2).
        var isApart = previous?.Kind != BlockKind.ListItem || (place.Number is not (null or 1) && level > previous.Level);
        return (isApart ? "\n\n" : "\n", $"{indent}{marker}{text}");
    }

    private string Render(Block block) => block.Kind switch
    {
        BlockKind.Heading => $"{new string('#', Math.Clamp(block.Level, 2, 6))} {Inlines(block).Replace('\n', ' ')}",
        BlockKind.Quote => $"> {MarkdownText.EscapeStarts(Inlines(block)).Replace("\n", "  \n> ", StringComparison.Ordinal)}",
        BlockKind.Code => Fenced(block.Text),
        BlockKind.Table => Table(block),
        BlockKind.Embed => $"[{EmbedType.Of(block.Text)}]({MarkdownText.Target(LinkTarget.Written(article, block.Text) ?? string.Empty)})",
        _ => MarkdownText.EscapeStarts(Inlines(block)).Replace("\n", "  \n", StringComparison.Ordinal),
    };

    private string Inlines(Block block) => InlineMarkup.Render(block, Escape(block), Literal, Open, Close);

    // A dollar beside a formula would begin another.
    private static Func<string, string> Escape(Block block) =>
        block.Inlines.Any(i => i.Kind is InlineKind.Formula or InlineKind.DisplayFormula) ? text => MarkdownText.Escape(text).Replace("$", "\\$", StringComparison.Ordinal) : MarkdownText.Escape;

    private static string Literal(InlineKind kind, string text) => kind switch
    {
        InlineKind.Formula => $"${text}$",
        InlineKind.DisplayFormula => $"$${text}$$",
        _ => MarkdownText.Code(text),
    };

    private string Open(Inline inline) => inline.Kind switch
    {
        InlineKind.Link => LinkTarget.Written(article, inline.Target) is null ? string.Empty : "[",
        InlineKind.Strong => "**",
        InlineKind.Superscript => "<sup>",
        InlineKind.Subscript => "<sub>",
        _ => "*",
    };

    private string Close(Inline inline) => inline.Kind switch
    {
        InlineKind.Link => LinkTarget.Written(article, inline.Target) is { } target ? $"]({MarkdownText.Target(target)})" : string.Empty,
        InlineKind.Superscript => "</sup>",
        InlineKind.Subscript => "</sub>",
        _ => Open(inline),
    };

    private static string Fenced(string code)
    {
        var fence = MarkdownText.Fence(code, "```");
        return $"{fence}\n{code}\n{fence}";
    }

    private string Table(Block block)
    {
        var rows = TableCells.Of(block).ConvertAll(row => row.Select(cell => InCell(Inlines(cell.Text))).ToArray());
        var columns = rows.Max(r => r.Length);
        var table = new StringBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            // Only the first row has to be as wide as the widest (GFM, 4.10); were all, a page could make them a thousand times its size.
            table.Append("| ").AppendJoin(" | ", i > 0 ? rows[i] : [.. rows[i], .. Enumerable.Repeat(string.Empty, columns - rows[i].Length)]).Append(" |\n");
            if (i == 0)
            {
                table.Append("| ").AppendJoin(" | ", Enumerable.Repeat("---", columns)).Append(" |\n");
            }
        }

        return table.ToString().TrimEnd('\n');
    }

    /// <summary>A stroke would part cells even in code and addresses (GFM, 4.10).</summary>
    private static string InCell(string markdown)
    {
        var cell = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '|' && (i == 0 || markdown[i - 1] != '\\'))
            {
                cell.Append('\\');
            }

            cell.Append(markdown[i]);
        }

        return cell.ToString();
    }
}
