namespace Scraper.Core.Labelling;

/// <summary>How a block's text ends and how long it is: what tells prose from fragments in any language.</summary>
internal static class Sentences
{
    private const string Enders = ".!?。！？؟۔।…｡።։။៕។";
    private const string Stops = ".。۔।｡።៕។";
    private const string QuestionMarks = "?？؟;՞፧";
    private const string Closers = "\"'”’»)]›」』）】*†";

    /// <summary>Longest sign in brackets after a sentence, in UTF-16 code units.</summary>
    private const int LongestSign = 24;

    /// <summary>Whether the text ends with sentence punctuation, closing quotes and brackets not counted.</summary>
    public static bool IsEnded(string text)
    {
        var trimmed = text.AsSpan().TrimEnd(Closers).TrimEnd();
        return trimmed.Length > 0 && (Enders.Contains(trimmed[^1]) || IsEndedByQuote(text, trimmed));
    }

    /// <summary>Whether the text ends with a full stop, as a sentence does and a button or a heading does not.</summary>
    public static bool IsStated(string text) =>
        text.AsSpan().TrimEnd(Closers).TrimEnd() is [.., var last] && Stops.Contains(last, StringComparison.Ordinal) && !IsCut(text);

    /// <summary>Whether the text asks, closing quotes and brackets not counted.</summary>
    public static bool IsQuestion(string text) =>
        text.AsSpan().TrimEnd(Closers).TrimEnd() is [.., var last] && QuestionMarks.Contains(last, StringComparison.Ordinal);

    /// <summary>Whether most of a text is Thai or Lao, which have no full stop.</summary>
    public static bool IsUnstopped(string text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            letters += c is >= '\u0E00' and <= '\u0EFF' ? 1 : 0;
        }

        return letters * 2 > text.Length;
    }

    // 「…残念です」と話した。「造り直したい」: a Japanese quotation has no full stop before its mark; a headline has none at all.
    private static bool IsEndedByQuote(string text, ReadOnlySpan<char> trimmed) => text.AsSpan().TrimEnd() is [.., '」'] && trimmed.Contains('。');

    /// <summary>Whether the text was cut: it ends in "…" or "..." (with or without a "read more" bracket).</summary>
    public static bool IsCut(string text)
    {
        var trimmed = text.AsSpan().TrimEnd(Closers).TrimEnd("[");
        return trimmed.EndsWith("…") || trimmed.EndsWith("...");
    }

    /// <summary>Whether a sentence ends before the last one.</summary>
    public static bool HasSeveral(string text) =>
        text.Contains(". ", StringComparison.Ordinal) || text.Contains("? ", StringComparison.Ordinal) || text.Contains("! ", StringComparison.Ordinal) || text.AsSpan(0, text.Length - 1).Contains('。');

    /// <summary>Whether the text reads as prose: an ended sentence of six words or more, or a very long run of words.</summary>
    public static bool IsProse(string text, int words) =>
        !IsCut(text) && ((words >= 6 && (IsEnded(text) || IsSigned(text))) || words >= 45);

    /// <summary>Whether a sentence ends before a last short bracket, as with an agency's or author's sign: "… rose. (dpa)".</summary>
    private static bool IsSigned(string text)
    {
        var open = text.LastIndexOfAny(['(', '（', '[']);
        return open > 0 && text.Length - open <= LongestSign && (text[^1] is ')' or '）' or ']') && IsEnded(text[..open]);
    }
}
