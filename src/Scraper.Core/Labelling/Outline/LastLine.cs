using System.Buffers;
using Scraper.Core.Metadata;

namespace Scraper.Core.Labelling;

/// <summary>Tells the lines without a full stop with which articles end: a speech, a result, a sum in brackets, a letter's close.</summary>
internal static class LastLine
{
    /// <summary>Longest value, in words, and the longest label before one.</summary>
    private const int LongestValue = 10;
    private const int LongestLabel = 3;

    /// <summary>Longest close of a letter and name under it, in words.</summary>
    private const int LongestClose = 4;

    /// <summary>Most lines right under the last paragraph.</summary>
    private const int MostUnder = 2;

    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789★☆");

    private const string Quotes = "\"“„«»”「";
    private const string Stops = ".,!?…";

    /// <summary>Fewest names of a line-up, and words of the shortest sentence that a sign follows.</summary>
    private const int FewestNames = 5;
    private const int FewestSigned = 6;

    private static readonly SearchValues<char> Parting = SearchValues.Create(",;");

    /// <summary>Whether an open line under the body is its last.</summary>
    public static bool IsMatch(IReadOnlyList<OutlineLine> lines, int i) =>
        IsSpeech(lines[i].Block.Text) || IsBracketed(lines[i].Block.Text) || IsFigure(lines[i]) || IsLineUp(lines[i].Block.Text) || IsSigned(lines[i]) || IsClose(lines, i) || (i > 0 && IsClose(lines, i - 1));

    /// <summary>Whether a line is the first or second right under the last paragraph, as a name and a place under a letter are, where a blank line is above that.</summary>
    public static bool IsUnder(IReadOnlyList<OutlineLine> lines, int last, int i)
    {
        var end = last + 1;
        while (end < lines.Count && end <= last + MostUnder + 1 && lines[end].Block.Line == lines[end - 1].Block.Line + 1)
        {
            end++;
        }

        return i < end && end <= last + MostUnder + 1 && lines[last + 1].Words > 1 && lines[i].Words <= LongestClose && last > 0 && lines[last].Block.Line > lines[last - 1].Block.Line + 1;
    }

    /// <summary>“No.” and “The sea always wins,” she said: a stop stands at the closing mark, inside or out.</summary>
    public static bool IsSpeech(string text)
    {
        if (!Quotes.Contains(text[0], StringComparison.Ordinal))
        {
            return false;
        }

        for (var i = 2; i < text.Length; i++)
        {
            if (Quotes.Contains(text[i], StringComparison.Ordinal) && (Stops.Contains(text[i - 1], StringComparison.Ordinal) || (i + 1 < text.Length && Stops.Contains(text[i + 1], StringComparison.Ordinal))))
            {
                return true;
            }
        }

        return false;
    }

    // "($1 = 10.5 crowns)"
    private static bool IsBracketed(string text) => text is ['(', .., ')'] && text.Any(char.IsDigit);

    /// <summary>"Result: 11 for, 9 against", "Rating: ★★★★☆"</summary>
    private static bool IsFigure(OutlineLine line) =>
        line.Words <= LongestValue + LongestLabel && line.Block.Text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon
        && line.Block.Text.AsSpan(0, colon).Count(' ') < LongestLabel && line.Block.Text.AsSpan(colon + 1).ContainsAny(Figures) && !line.Block.Text.Contains('/') && !line.Block.Text.Contains('@') && !line.Block.Text.Contains('+');

    /// <summary>"Rovers: Holm; Lee, Brandt, Silver, Marsh; Oduya"</summary>
    private static bool IsLineUp(string text) =>
        text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && text.AsSpan(0, colon).Count(' ') < LongestLabel && Parts(text.AsSpan(colon)) >= FewestNames;

    private static int Parts(ReadOnlySpan<char> text)
    {
        var parts = 1;
        foreach (var c in text)
        {
            parts += Parting.Contains(c) ? 1 : 0;
        }

        return parts;
    }

    /// <summary>"… four of those friends. Enditem": a sentence and one word that is no agency's name, which a picture would have.</summary>
    private static bool IsSigned(OutlineLine line) =>
        line.Words > FewestSigned && CaptionTail.Of(line.Block.Text) is { Length: > 0 } tail && !tail.ContainsAny(' ', '/') && !NewsAgencies.Contains(tail.ToString());

    /// <summary>"Sincerely," and the name under it.</summary>
    private static bool IsClose(IReadOnlyList<OutlineLine> lines, int i) =>
        lines[i] is { IsFragment: true, Words: <= LongestClose } && lines[i].Block.Text[^1] == ',' && i + 1 < lines.Count && lines[i + 1] is { IsFragment: true, Words: <= LongestClose };
}
