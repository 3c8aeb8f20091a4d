using System.Text;

namespace Scraper.Core.Blocks;

/// <summary>
/// Plain text to blocks: a block a line, except that the lines of a hard-wrapped paragraph are joined. A bullet or the
/// heading mark of Markdown or AsciiDoc says what the line is and is not part of its text.
/// </summary>
public static class PlainTextReader
{
    /// <summary>Lines and UTF-16 code units of a text that are read; the rest is left.</summary>
    private const int MostLines = 200_000;
    private const int MostLength = 10_000_000;

    /// <summary>Reads a text, at most its first 200,000 lines and 10 million UTF-16 code units. Any text gives a document; an empty one gives no blocks.</summary>
    /// <param name="text">The text, with any line ends.</param>
    public static BlockDocument Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new List<TextLine>();
        var number = 0;
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, MostLength)).EnumerateLines())
        {
            if (++number > MostLines)
            {
                break;
            }

            lines.Add(TextLine.Read(line, number));
        }

        DoubleSpacing.Close(lines);
        FrontMatter.Read(lines);
        ReadSpeeches(lines);

        var wrap = WrapWidth.Of(lines);
        var blocks = new List<Block>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank)
            {
                continue;
            }

            var first = i;
            var content = new StringBuilder(lines[i].Text);
            while (i + 1 < lines.Count && wrap.Continues(lines, first, i))
            {
                WrappedText.Append(content, lines[++i].Text);
            }

            blocks.Add(new Block { Index = blocks.Count, Kind = lines[first].Kind, Text = content.ToString(), Level = lines[first].Level, Line = lines[first].Number });
        }

        return new BlockDocument(blocks, Tree: null) { IsTruncated = text.Length > MostLength || number > MostLines };
    }

    /// <summary>
    /// A line that a dash opens is the item of a list if another one stands right above or below it, else a speech,
    /// as Norwegian, Spanish, Polish or Russian set it. A long dash before a whole sentence is always a speech.
    /// </summary>
    private static void ReadSpeeches(List<TextLine> lines)
    {
        var dashes = lines.ConvertAll(l => l.Dash);
        for (var i = 0; i < lines.Count; i++)
        {
            var hasNeighbour = (i > 0 && dashes[i - 1] == dashes[i]) || (i + 1 < lines.Count && dashes[i + 1] == dashes[i]);
            if (dashes[i] is { } dash && lines[i].EndsLikeSentence && (dash != '-' || !hasNeighbour))
            {
                lines[i] = lines[i].AsSpeech();
            }
        }
    }
}
