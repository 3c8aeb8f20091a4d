namespace Scraper.Core.Fingerprints;

/// <summary>A word of a text with what credit phrases need to know of it.</summary>
/// <param name="Folded">Lower case, typographic apostrophes made plain, a possessive 's gone.</param>
/// <param name="IsCapital">Whether it begins with a capital.</param>
/// <param name="IsPossessive">Whether it ended in 's.</param>
/// <param name="EndsSentence">Whether a sentence or line ends behind it.</param>
internal readonly record struct CreditWord(string Folded, bool IsCapital, bool IsPossessive, bool EndsSentence)
{
    public static List<CreditWord> Split(string text, int max)
    {
        var words = new List<CreditWord>();
        for (var word = Next(text, 0); !word.IsEmpty && words.Count < max; word = Next(text, word.End))
        {
            words.Add(Of(text[word.Start..word.End], word.End < text.Length && text[word.End] is '.' or '!' or '?' or '\n'));
        }

        return words;
    }

    /// <summary>Where the next word at or behind a position stands.</summary>
    public static TextRange Next(string text, int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsInner(text, at)))
        {
            at++;
        }

        return new TextRange(start, at);
    }

    public static CreditWord Of(string word, bool endsSentence = false)
    {
        var folded = Fold(word, new char[word.Length]);
        return new CreditWord(folded.ToString(), char.IsUpper(word[0]), folded.Length < word.Length, endsSentence);
    }

    /// <summary>Lower case, typographic apostrophes made plain, a possessive 's gone.</summary>
    /// <param name="word">The word.</param>
    /// <param name="room">At least as long.</param>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> room)
    {
        var folded = room[..word.ToLowerInvariant(room)];
        folded.Replace('’', '\'');
        return folded.EndsWith("'s") ? folded[..^2] : folded;
    }

    /// <summary>An apostrophe, hyphen or full stop between letters.</summary>
    private static bool IsInner(string text, int at) =>
        text[at] is '\'' or '’' or '-' or '.' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]) && char.IsLetterOrDigit(text[at - 1]);
}
