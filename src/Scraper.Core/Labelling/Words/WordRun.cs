namespace Scraper.Core.Labelling;

/// <summary>The words of one text, as numbers of its page's <see cref="WordBook"/>: equal words have equal numbers.</summary>
internal readonly struct WordRun(WordBook book, int start, int count, int spaceless)
{
    public int Count => count;

    /// <summary>Letters of scripts without spaces among its words.</summary>
    public int Spaceless => spaceless;

    /// <summary>Different for any two runs of one book.</summary>
    public (int Text, int Start, int Count) Place => (book.Texts, start, count);

    /// <summary>
    /// How long the text is, in words of a language with spaces: two characters of a script without spaces count as one.
    /// </summary>
    public int Length => Measure(count, spaceless);

    /// <summary><see cref="Length"/> of so many words of which some are letters of scripts without spaces.</summary>
    public static int Measure(int count, int spaceless) => count - spaceless + ((spaceless + 1) / 2);

    /// <summary>The words' numbers; good until the book reads the next text.</summary>
    public ReadOnlySpan<int> Numbers => book.Numbers(start, count);

    /// <summary>The letters of a word; good until the book reads the next text.</summary>
    public ReadOnlySpan<char> this[int index] => book.Letters(Numbers[index]);

    /// <summary>The words as strings, equal ones the same object.</summary>
    public IReadOnlyList<string> ToStrings()
    {
        var words = new string[count];
        for (var i = 0; i < count; i++)
        {
            words[i] = book.Text(Numbers[i]);
        }

        return words;
    }
}
