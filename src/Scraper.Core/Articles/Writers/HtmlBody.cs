using System.Globalization;
using System.Net;
using Scraper.Core.Blocks;

namespace Scraper.Core.Articles;

/// <summary>Writes an article's blocks as HTML.</summary>
internal sealed class HtmlBody(Article article, TextWriter output)
{
    private readonly ListPlaces _places = new();
    private readonly Stack<(int Level, string Name)> _lists = new();

    public void Write()
    {
        foreach (var block in article.Blocks.Where(b => b.Verdict.IsText).Select(b => b.Block))
        {
            if (block.Kind == BlockKind.ListItem)
            {
                Item(block);
                continue;
            }

            Close(0);
            output.Write($"{Render(block)}\n");
        }

        Close(0);
    }

    // An item stays open until the next of its level: a deeper list stands in it.
    private void Item(Block block)
    {
        var place = _places.Of(block);
        var level = Math.Max(1, block.Level);
        Close(level);
        var isOpen = _lists.TryPeek(out var open) && open.Level == level;
        if (place.IsContinued && isOpen)
        {
            output.Write($"\n<p>{Inlines(block)}</p>");
            return;
        }

        var name = place.Number is null ? "ul" : "ol";
        if (isOpen && open.Name == name)
        {
            output.Write("</li>\n");
        }
        else
        {
            Close(level - 1);
            output.Write($"{(_lists.Count > 0 ? "\n" : string.Empty)}<{name}{Start(place)}>\n");
            _lists.Push((level, name));
        }

        output.Write($"<li>{Inlines(block)}");
    }

    private static string Start(ListPlace place) =>
        place.Number is { } number and not 1 ? string.Create(CultureInfo.InvariantCulture, $" start=\"{number}\"") : string.Empty;

    private void Close(int level)
    {
        while (_lists.TryPeek(out var open) && open.Level > level)
        {
            output.Write($"</li>\n</{open.Name}>\n");
            _lists.Pop();
        }
    }

    private string Render(Block block) => block.Kind switch
    {
        BlockKind.Heading => Element($"h{Math.Clamp(block.Level, 2, 6)}", Inlines(block)),
        BlockKind.Quote => Element("blockquote", Element("p", Inlines(block))),
        BlockKind.Code => Element("pre", Element("code", Escape(block.Text))),
        BlockKind.Table => Element("table", string.Concat(TableCells.Of(block).Select(row =>
            Element("tr", string.Concat(row.Select(cell => Element(cell.IsHeader ? "th" : "td", Inlines(cell.Text)))))))),
        BlockKind.Embed when LinkTarget.Of(article, block.Text) is { } link => Element("p", $"{EmbedType.Of(link)}: <a href=\"{Escape(link)}\">{Escape(link)}</a>"),
        _ => Element("p", Inlines(block)),
    };

    private string Inlines(Block block) =>
        InlineMarkup.Render(block, Escape, Literal, Open, Close).Replace("\n", "<br>\n", StringComparison.Ordinal);

    private string Open(Inline inline) => inline.Kind == InlineKind.Link
        ? LinkTarget.Of(article, inline.Target) is { } target ? $"<a href=\"{Escape(target)}\">" : string.Empty
        : $"<{Name(inline.Kind)}>";

    private string Close(Inline inline) => inline.Kind == InlineKind.Link
        ? LinkTarget.Of(article, inline.Target) is not null ? "</a>" : string.Empty
        : $"</{Name(inline.Kind)}>";

    private static string Name(InlineKind kind) => kind switch
    {
        InlineKind.Strong => "strong",
        InlineKind.Superscript => "sup",
        InlineKind.Subscript => "sub",
        _ => "em",
    };

    // MathJax and KaTeX look for these brackets, and pandoc writes these classes.
    private static string Literal(InlineKind kind, string text) => kind switch
    {
        InlineKind.Formula => $"<span class=\"math inline\">\\({Escape(text)}\\)</span>",
        InlineKind.DisplayFormula => $"<span class=\"math display\">\\[{Escape(text)}\\]</span>",
        _ => Element("code", Escape(text)),
    };

    private static string Element(string name, string content) => $"<{name}>{content}</{name}>";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
