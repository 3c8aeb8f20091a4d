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
        var at = 0;
        while (at < text.Length && words.Count < max)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsInner(text, at)))
            {
                at++;
            }

            words.Add(Of(text[start..at], at < text.Length && text[at] is '.' or '!' or '?' or '\n'));
        }

        return words;
    }

    public static CreditWord Of(string word, bool endsSentence = false)
    {
        var folded = word.Replace('’', '\'').ToLowerInvariant();
        var possessive = folded.EndsWith("'s", StringComparison.Ordinal);
        return new CreditWord(possessive ? folded[..^2] : folded, char.IsUpper(word[0]), possessive, endsSentence);
    }

    /// <summary>An apostrophe, hyphen or full stop between letters.</summary>
    private static bool IsInner(string text, int at) =>
        text[at] is '\'' or '’' or '-' or '.' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]) && char.IsLetterOrDigit(text[at - 1]);
}
