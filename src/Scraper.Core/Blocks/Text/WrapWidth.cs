namespace Scraper.Core.Blocks;

/// <summary>
/// The width that the paragraphs of a text were wrapped to, found by the lines that break in mid-sentence, and which lines go
/// on in the next one by it: those that the next line's first word would have made too long. Titles, fields, lists and verses do not.
/// </summary>
internal sealed class WrapWidth
{
    /// <summary>The narrowest and the widest that a text is wrapped to, in columns.</summary>
    private const int Narrowest = 40;
    private const int Widest = 100;

    /// <summary>Fewest lines that break in mid-sentence by which a width is believed, and what part of them it must explain.</summary>
    private const int FewestBreaks = 2;
    private const double Explained = 0.6;

    /// <summary>Part of the width from which on a line may be wrapped early, for the next one goes on in mid-sentence.</summary>
    private const double Ragged = 0.75;

    /// <summary>Fewest lines that break in mid-sentence by which a text is surely wrapped.</summary>
    private const int SureBreaks = 5;

    private readonly int _width;

    private WrapWidth(int width, bool isSure) => (_width, IsSure) = (width, isSure);

    /// <summary>Whether so many lines show the width that the text is surely wrapped.</summary>
    public bool IsSure { get; }

    /// <summary>The width of a text; of one that is not wrapped it is none, so that no line goes on.</summary>
    public static WrapWidth Of(IReadOnlyList<TextLine> lines)
    {
        var starts = new int[Widest + 2];
        var breaks = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Width is >= Narrowest and <= Widest && BreaksSentence(lines[i], lines[i + 1]))
            {
                // Every width from the line's own up to where the next word would have fitted explains the break.
                breaks++;
                starts[lines[i].Width]++;
                starts[Math.Min(Widest + 1, Room(lines[i], lines[i + 1]))]--;
            }
        }

        int best = 0, most = 0, explained = 0;
        for (var width = 0; width <= Widest; width++)
        {
            explained += starts[width];
            (best, most) = explained > most ? (width, explained) : (best, most);
        }

        return new WrapWidth(most >= FewestBreaks && most >= breaks * Explained ? best : 0, most >= SureBreaks && most >= breaks * Explained);
    }

    /// <summary>Whether a line goes on in the next one.</summary>
    /// <param name="lines">The lines of the text.</param>
    /// <param name="first">Index of the first line of the paragraph.</param>
    /// <param name="i">Index of the line, not the last.</param>
    public bool Continues(IReadOnlyList<TextLine> lines, int first, int i)
    {
        var (line, next) = (lines[i], lines[i + 1]);
        if (_width == 0 || lines[first].Kind == BlockKind.Heading || !next.ContinuesParagraph || next.IsSpeech || line.Width > Widest)
        {
            return false;
        }

        // A first line stands further in or, with a number or bullet, further out; any other change begins anew.
        if (i > first || !lines[first].OpensItem ? next.Indent > line.Indent || (i > first && next.Indent < line.Indent) : next.Indent < line.Indent)
        {
            return false;
        }

        if (next.OpensItem && (lines[first].OpensItem || line.EndsLikeSentence))
        {
            return false;
        }

        return Room(line, next) > _width || (line.Width >= _width * Ragged && next.StartsSmall && BreaksSentence(line, next));
    }

    private static bool BreaksSentence(TextLine line, TextLine next) =>
        !line.IsBlank && line.Kind != BlockKind.Heading && next is { ContinuesParagraph: true, IsSpeech: false, OpensItem: false } && !line.EndsLikeSentence && (next.StartsSmall || WrappedText.IsUnspaced(next.Text[0]));

    /// <summary>Columns that a line would have taken with the next one's first word; in a script without spaces some characters may not begin a line, so it is two of them.</summary>
    private static int Room(TextLine line, TextLine next)
    {
        var word = next.Text.AsSpan();
        if (WrappedText.IsUnspaced(word[0]))
        {
            return line.Width + 4;
        }

        var columns = 1;
        for (var i = 0; i < word.Length && word[i] is not (' ' or '\u00a0'); i++)
        {
            columns += WrappedText.Columns(word[i]);
        }

        return line.Width + columns;
    }
}
