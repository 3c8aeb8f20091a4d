namespace Scraper.Core.Metadata;

/// <summary>Values of phrases, with the longest phrase that starts with each word known, so that most look-ups end at the first word.</summary>
/// <param name="phrases">Each phrase its tokens joined by single spaces; it is kept, and must not change any more.</param>
internal sealed class PhraseMap<T>(Dictionary<string, T> phrases)
{
    private Dictionary<string, int>? _longest;

    /// <summary>All phrases, each its tokens joined by single spaces.</summary>
    public IReadOnlyDictionary<string, T> All => phrases;

    /// <summary>The most tokens a phrase that starts at a token can have here; 0 where none starts.</summary>
    public int Longest(LineReader line, int index)
    {
        var longest = LongestByWord().TryGetValue(line[index].Folded, out var most) ? most : 0;
        while (longest > 0 && !line.Has(index + longest - 1))
        {
            longest--;
        }

        return longest;
    }

    // Made when first asked for: of most languages' phrases nobody asks. Two threads may both make it.
    private Dictionary<string, int> LongestByWord()
    {
        if (_longest is { } known)
        {
            return known;
        }

        var longest = new Dictionary<string, int>(phrases.Count, StringComparer.Ordinal);
        foreach (var phrase in phrases.Keys)
        {
            var word = LanguageTable.FirstWord(phrase);
            longest[word] = Math.Max(longest.GetValueOrDefault(word), phrase.AsSpan().Count(' ') + 1);
        }

        return _longest = longest;
    }

    /// <summary>The value of the phrase that is so many tokens from an index on.</summary>
    public bool TryGet(LineReader line, int index, int length, out T value)
    {
        if (length == 1)
        {
            return phrases.TryGetValue(line[index].Folded, out value!);
        }

        var phrase = new string[length];
        for (var i = 0; i < length; i++)
        {
            phrase[i] = line[index + i].Folded;
        }

        return phrases.TryGetValue(string.Join(' ', phrase), out value!);
    }
}
