using System.Buffers;

namespace Scraper.Core.Labelling;

/// <summary>Tells the lines without a full stop with which articles end: a speech, a result, a sum in brackets, a letter's close.</summary>
internal static class LastLine
{
    /// <summary>Longest value, in words, and the longest label before one.</summary>
    private const int LongestValue = 10;
    private const int LongestLabel = 3;

    /// <summary>Longest close of a letter and name under it, in words.</summary>
    private const int LongestClose = 4;

    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789★☆");

    private const string Quotes = "\"“„«»”「";
    private const string Stops = ".,!?…";

    /// <summary>Whether an open line under the body is its last.</summary>
    public static bool IsMatch(IReadOnlyList<OutlineLine> lines, int i) =>
        IsSpeech(lines[i].Block.Text) || IsBracketed(lines[i].Block.Text) || IsFigure(lines[i]) || IsClose(lines, i) || (i > 0 && IsClose(lines, i - 1));

    /// <summary>“No.” and “The sea always wins,” she said: a stop stands at the closing mark, inside or out.</summary>
    private static bool IsSpeech(string text)
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

    /// <summary>"Sincerely," and the name under it.</summary>
    private static bool IsClose(IReadOnlyList<OutlineLine> lines, int i) =>
        lines[i] is { IsFragment: true, Words: <= LongestClose } && lines[i].Block.Text[^1] == ',' && i + 1 < lines.Count && lines[i + 1] is { IsFragment: true, Words: <= LongestClose };
}
