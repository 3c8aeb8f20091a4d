namespace Scraper.Core.Labelling;

/// <summary>How a block's text ends and how long it is: what tells prose from fragments in any language.</summary>
internal static class Sentences
{
    private const string Enders = ".!?。！？؟۔।…｡";
    private const string Closers = "\"'”’»)]›」』）】*†";

    /// <summary>Longest sign in brackets after a sentence, in UTF-16 code units.</summary>
    private const int LongestSign = 24;

    /// <summary>Whether the text ends with sentence punctuation, closing quotes and brackets not counted.</summary>
    public static bool IsEnded(string text)
    {
        var trimmed = text.AsSpan().TrimEnd(Closers).TrimEnd();
        return trimmed.Length > 0 && Enders.Contains(trimmed[^1]);
    }

    /// <summary>Whether the text was cut: it ends in "…" or "..." (with or without a "read more" bracket).</summary>
    public static bool IsCut(string text)
    {
        var trimmed = text.AsSpan().TrimEnd(Closers).TrimEnd("[");
        return trimmed.EndsWith("…") || trimmed.EndsWith("...");
    }

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
