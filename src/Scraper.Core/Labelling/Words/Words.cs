namespace Scraper.Core.Labelling;

/// <summary>A text as the list of its words, folded so that copies compare equal (see <see cref="WordBook"/>).</summary>
internal static class Words
{
    public static IReadOnlyList<string> Of(string text) => new WordBook(text.Length / 4).Read(text).ToStrings();

    /// <summary>
    /// How long a text is, in words of a language with spaces: two characters of a script without spaces count as one.
    /// </summary>
    public static int Measure(IReadOnlyList<string> words)
    {
        var own = words.Count(w => w.Length == 1 && WordBook.IsOwnWord(w[0]));
        return WordRun.Measure(words.Count, own);
    }
}
