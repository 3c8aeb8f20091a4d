namespace Scraper.Core.Blocks;

/// <summary>
/// Plain text to blocks: a block a line, except that hard-wrapped paragraphs (every line about as long as its
/// neighbours) are joined. A bullet or a Markdown heading mark says what the line is and is not part of its text.
/// </summary>
public static class PlainTextReader
{
    /// <summary>Longest line, in UTF-16 code units, that a hard-wrapped text has.</summary>
    private const int WrapWidth = 100;

    /// <summary>Reads a text. Any text gives a document; an empty one gives no blocks.</summary>
    /// <param name="text">The text, with any line ends.</param>
    public static BlockDocument Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new List<TextLine>();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            lines.Add(TextLine.Read(line, number));
        }

        var join = IsHardWrapped(lines);
        var blocks = new List<Block>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank)
            {
                continue;
            }

            var first = lines[i];
            var content = first.Text;
            while (join && i + 1 < lines.Count && lines[i + 1].ContinuesParagraph)
            {
                content = $"{content} {lines[++i].Text}";
            }

            blocks.Add(new Block { Index = blocks.Count, Kind = first.Kind, Text = content, Level = first.Level, Line = first.Number });
        }

        return new BlockDocument(blocks, Tree: null);
    }

    /// <summary>
    /// Whether the text was wrapped to a width: no line is longer than <see cref="WrapWidth"/>, and most lines that
    /// another one follows are nearly as long as the longest.
    /// </summary>
    private static bool IsHardWrapped(List<TextLine> lines)
    {
        var longest = lines.Count == 0 ? 0 : lines.Max(l => l.Width);
        if (longest is > WrapWidth or < 40)
        {
            return false;
        }

        int followed = 0, full = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (!lines[i].IsBlank && lines[i + 1].ContinuesParagraph)
            {
                followed++;
                full += lines[i].Width >= longest * 0.7 ? 1 : 0;
            }
        }

        return followed >= 3 && full >= followed * 0.8;
    }
}
