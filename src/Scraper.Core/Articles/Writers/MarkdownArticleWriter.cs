using System.Text;
using Scraper.Core.Blocks;

namespace Scraper.Core.Articles;

/// <summary>An article as Markdown (CommonMark, with tables as in GitHub's): links, emphasis, lists, quotes and tables kept.</summary>
public static class MarkdownArticleWriter
{
    private const string Special = "\\`*_[]<>#|~";

    /// <summary>Writes the article with <c>\n</c> line ends.</summary>
    /// <param name="article">The article.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(Article article, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(output);
        if (article.Title.Length > 0)
        {
            output.Write($"# {Escape(article.Title)}\n\n");
        }

        Block? previous = null;
        foreach (var block in article.Blocks.Where(b => b.Verdict.IsText).Select(b => b.Block))
        {
            if (previous is not null)
            {
                output.Write(previous.Kind == BlockKind.ListItem && block.Kind == BlockKind.ListItem ? "\n" : "\n\n");
            }

            output.Write(Render(block));
            previous = block;
        }

        output.Write('\n');
    }

    private static string Render(Block block) => block.Kind switch
    {
        BlockKind.Heading => $"{new string('#', Math.Clamp(block.Level, 2, 6))} {Inlines(block).Replace('\n', ' ')}",
        BlockKind.ListItem => $"{new string(' ', 2 * Math.Max(0, block.Level - 1))}- {Inlines(block).Replace("\n", "\n  ", StringComparison.Ordinal)}",
        BlockKind.Quote => $"> {Inlines(block).Replace("\n", "\n> ", StringComparison.Ordinal)}",
        BlockKind.Code => Fenced(block.Text),
        BlockKind.Table => Table(block.Text),
        BlockKind.Embed => $"<{Target(block.Text)}>",
        _ => Inlines(block).Replace("\n", "  \n", StringComparison.Ordinal),
    };

    private static string Inlines(Block block) => InlineMarkup.Render(block, Escape, Open, Close);

    private static string Open(Inline inline) => inline.Kind switch
    {
        InlineKind.Link => "[",
        InlineKind.Strong => "**",
        InlineKind.Emphasis => "*",
        _ => "`",
    };

    private static string Close(Inline inline) =>
        inline.Kind == InlineKind.Link ? $"](<{Target(inline.Target ?? string.Empty)}>)" : Open(inline);

    /// <summary>An address between angle brackets must hold none, and no line end.</summary>
    private static string Target(string address) =>
        new([.. address.Where(c => c is not ('<' or '>') && !char.IsControl(c))]);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Special.Contains(c))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static string Fenced(string code)
    {
        var fence = "```";
        while (code.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return $"{fence}\n{code}\n{fence}";
    }

    private static string Table(string text)
    {
        var rows = text.Split('\n').Select(r => r.Split('\t').Select(Escape).ToArray()).ToList();
        var columns = rows.Max(r => r.Length);
        var output = new StringBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            output.Append("| ").AppendJoin(" | ", rows[i].Concat(Enumerable.Repeat(string.Empty, columns - rows[i].Length))).Append(" |\n");
            if (i == 0)
            {
                output.Append("| ").AppendJoin(" | ", Enumerable.Repeat("---", columns)).Append(" |\n");
            }
        }

        return output.ToString().TrimEnd('\n');
    }
}
