using System.Net;
using Scraper.Core.Blocks;

namespace Scraper.Core.Articles;

/// <summary>
/// An article as an HTML fragment, built from an allow list: nothing of the page's own markup passes through, every
/// text is escaped, links go to http and https only.
/// </summary>
public static class HtmlArticleWriter
{
    /// <summary>Writes an <c>article</c> element.</summary>
    /// <param name="article">The article.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(Article article, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(output);
        output.Write("<article>\n");
        if (article.Title.Length > 0)
        {
            output.Write($"<h1>{Escape(article.Title)}</h1>\n");
        }

        WriteBody(article, output);
        output.Write("</article>\n");
    }

    /// <summary>Writes the body alone, for a page or a feed that has a place of its own for the headline.</summary>
    /// <param name="article">The article.</param>
    /// <param name="output">Where to; left open.</param>
    public static void WriteBody(Article article, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(output);
        var lists = new Stack<int>();
        foreach (var block in article.Blocks.Where(b => b.Verdict.IsText).Select(b => b.Block))
        {
            if (block.Kind == BlockKind.ListItem)
            {
                Item(block, lists, output);
                continue;
            }

            Close(lists, 0, output);
            output.Write($"{Render(block)}\n");
        }

        Close(lists, 0, output);
    }

    // An item stays open until the next of its level: a deeper list stands in it.
    private static void Item(Block block, Stack<int> lists, TextWriter output)
    {
        var level = Math.Max(1, block.Level);
        Close(lists, level, output);
        if (lists.TryPeek(out var open) && open == level)
        {
            output.Write("</li>\n");
        }
        else
        {
            output.Write(lists.Count > 0 ? "\n<ul>\n" : "<ul>\n");
            lists.Push(level);
        }

        output.Write($"<li>{Inlines(block)}");
    }

    private static void Close(Stack<int> lists, int level, TextWriter output)
    {
        while (lists.TryPeek(out var open) && open > level)
        {
            output.Write("</li>\n</ul>\n");
            lists.Pop();
        }
    }

    private static string Render(Block block) => block.Kind switch
    {
        BlockKind.Heading => Element($"h{Math.Clamp(block.Level, 2, 6)}", Inlines(block)),
        BlockKind.Quote => Element("blockquote", Element("p", Inlines(block))),
        BlockKind.Code => Element("pre", Element("code", Escape(block.Text))),
        BlockKind.Table => Element("table", string.Concat(block.Text.Split('\n').Select(row =>
            Element("tr", string.Concat(row.Split('\t').Select(cell => Element("td", Escape(cell)))))))),
        BlockKind.Embed when IsWebAddress(block.Text) => Element("p", $"<a href=\"{Escape(block.Text)}\">{Escape(block.Text)}</a>"),
        _ => Element("p", Inlines(block)),
    };

    private static string Inlines(Block block) =>
        InlineMarkup.Render(block, Escape, Open, Close).Replace("\n", "<br>\n", StringComparison.Ordinal);

    private static string Open(Inline inline) => inline.Kind switch
    {
        InlineKind.Link when IsWebAddress(inline.Target) => $"<a href=\"{Escape(inline.Target!)}\">",
        InlineKind.Link => string.Empty,
        _ => $"<{Name(inline.Kind)}>",
    };

    private static string Close(Inline inline) => inline.Kind switch
    {
        InlineKind.Link => IsWebAddress(inline.Target) ? "</a>" : string.Empty,
        _ => $"</{Name(inline.Kind)}>",
    };

    private static string Name(InlineKind kind) => kind switch
    {
        InlineKind.Strong => "strong",
        InlineKind.Emphasis => "em",
        _ => "code",
    };

    private static bool IsWebAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private static string Element(string name, string content) => $"<{name}>{content}</{name}>";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
