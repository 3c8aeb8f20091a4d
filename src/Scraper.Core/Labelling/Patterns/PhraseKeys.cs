namespace Scraper.Core.Labelling;

/// <summary>Finds the words that a phrase is kept under, and no more of it: the one every match starts with, else the one it ends with, else those of which it holds one.</summary>
internal static class PhraseKeys
{
    /// <summary>The words of a line as numbers of a book; none where the phrase names none.</summary>
    /// <param name="line">The phrase.</param>
    /// <param name="book">Numbers words.</param>
    /// <param name="place">Where in a match they stand.</param>
    public static ReadOnlySpan<int> Of(ReadOnlySpan<char> line, WordBook book, out PhrasePlace place)
    {
        book.Clear();
        var firstEnd = line.IndexOf(' ');
        var first = firstEnd < 0 ? line : line[..firstEnd];
        place = PhrasePlace.Start;
        if (IsWords(first))
        {
            return Words(first, book)[..1];
        }

        var last = line[(line.LastIndexOf(' ') + 1)..];
        place = PhrasePlace.End;
        if (IsWords(last))
        {
            return Words(last, book)[^1..];
        }

        place = PhrasePlace.Anywhere;
        foreach (var range in line.Split(' '))
        {
            var token = line[range];
            if (token is not ("" or "*" or "#"))
            {
                return IsWords(token) ? Words(token, book)[..1] : Alternatives(token, book);
            }
        }

        return [];
    }

    private static bool IsWords(ReadOnlySpan<char> token) => token is not ("*" or "#") && !token.Contains('|');

    private static ReadOnlySpan<int> Words(ReadOnlySpan<char> token, WordBook book)
    {
        // A colon is a word only where it stands alone.
        var words = token is ":" ? book.Read("a:b", colons: true).Numbers[1..2] : book.Read(token).Numbers;
        return words.Length > 0 ? words : throw new FormatException($"'{token}' has no letters");
    }

    private static ReadOnlySpan<int> Alternatives(ReadOnlySpan<char> token, WordBook book)
    {
        foreach (var range in token.Split('|'))
        {
            book.Read(token[range]);
        }

        return book.AllNumbers;
    }
}
