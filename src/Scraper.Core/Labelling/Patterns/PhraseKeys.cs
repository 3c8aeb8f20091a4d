namespace Scraper.Core.Labelling;

/// <summary>
/// Finds the words that a phrase is kept under, and no more of it: the one every match starts with, else the one it ends with, unless texts of all sorts
/// start and end so ("the"); else the longest that it holds.
/// </summary>
internal static class PhraseKeys
{
    /// <summary>The words of a line as numbers of a book; none where the phrase names none.</summary>
    /// <param name="line">The phrase.</param>
    /// <param name="book">Numbers words.</param>
    /// <param name="place">Where in a match they stand.</param>
    public static ReadOnlySpan<int> Of(ReadOnlySpan<char> line, WordBook book, out PhrasePlace place)
    {
        book.Clear();
        var first = First(line);
        var last = Last(line);
        var key = IsTelling(first) ? first : IsTelling(last) ? last : Longest(line);
        place = !IsWords(key) ? PhrasePlace.Anywhere : key == first ? PhrasePlace.Start : key == last ? PhrasePlace.End : PhrasePlace.Anywhere;
        return key.IsEmpty ? []
            : !IsWords(key) ? Alternatives(key, book)
            : place == PhrasePlace.End ? Words(key, book)[^1..]
            : Words(key, book)[..1];
    }

    /// <summary>Where a phrase names a word that every match has there: at the start, else at the end, else anywhere.</summary>
    public static PhrasePlace Fixed(ReadOnlySpan<char> line) =>
        IsWords(First(line)) ? PhrasePlace.Start : IsWords(Last(line)) ? PhrasePlace.End : PhrasePlace.Anywhere;

    private static ReadOnlySpan<char> First(ReadOnlySpan<char> line) => line.IndexOf(' ') is >= 0 and var end ? line[..end] : line;

    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> line) => line[(line.LastIndexOf(' ') + 1)..];

    private static bool IsWords(ReadOnlySpan<char> token) => token is not ("*" or "#") && !token.Contains('|');

    private static bool IsTelling(ReadOnlySpan<char> token) => IsWords(token) && !StopWords.Has(token);

    /// <summary>The token with the longest word, of alternatives the shortest; a colon only where there is nothing else.</summary>
    private static ReadOnlySpan<char> Longest(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> longest = default;
        var letters = -1;
        foreach (var range in line.Split(' '))
        {
            var token = line[range];
            if (token is not ("" or "*" or "#") && Letters(token) is var length && length > letters)
            {
                longest = token;
                letters = length;
            }
        }

        return longest;
    }

    private static int Letters(ReadOnlySpan<char> token)
    {
        var least = token is ":" ? 0 : int.MaxValue;
        foreach (var range in token.Split('|'))
        {
            least = Math.Min(least, token[range].Length);
        }

        return least;
    }

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
