using System.Text;

namespace Scraper.Core.Blocks;

/// <summary>
/// Plain text to blocks: a block a line, except that hard-wrapped paragraphs (every line about as long as its
/// neighbours) are joined. A bullet or a Markdown heading mark says what the line is and is not part of its text.
/// </summary>
public static class PlainTextReader
{
    /// <summary>Longest line, in UTF-16 code units, that a hard-wrapped text has.</summary>
    private const int WrapWidth = 100;

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

        ReadSpeeches(lines);

        var join = IsHardWrapped(lines);
        var blocks = new List<Block>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank)
            {
                continue;
            }

            var first = lines[i];
            var content = new StringBuilder(first.Text);
            while (join && i + 1 < lines.Count && lines[i + 1].ContinuesParagraph && first.Kind != BlockKind.Heading)
            {
                content.Append(' ').Append(lines[++i].Text);
            }

            blocks.Add(new Block { Index = blocks.Count, Kind = first.Kind, Text = content.ToString(), Level = first.Level, Line = first.Number });
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
