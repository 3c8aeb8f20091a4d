using System.Collections.Frozen;

namespace Scraper.Core.Metadata;

/// <summary>Values of phrases, with the longest phrase that starts with each word known, so that most look-ups end at the first word.</summary>
internal sealed class PhraseMap<T>(IReadOnlyDictionary<string, T> phrases)
{
    private readonly FrozenDictionary<string, T> _phrases = phrases.ToFrozenDictionary(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, int> _longest = phrases.Keys
        .GroupBy(p => p.Split(' ')[0], p => p.Count(c => c == ' ') + 1, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Max(), StringComparer.Ordinal);

    /// <summary>All phrases, each its tokens joined by single spaces.</summary>
    public IEnumerable<KeyValuePair<string, T>> All => _phrases;

    /// <summary>The most tokens a phrase that starts at a token can have here; 0 where none starts.</summary>
    public int Longest(LineReader line, int index)
    {
        var longest = _longest.TryGetValue(line[index].Folded, out var most) ? most : 0;
        while (longest > 0 && !line.Has(index + longest - 1))
        {
            longest--;
        }

        return longest;
    }

    /// <summary>The value of the phrase that is so many tokens from an index on.</summary>
    public bool TryGet(LineReader line, int index, int length, out T value)
    {
        if (length == 1)
        {
            return _phrases.TryGetValue(line[index].Folded, out value!);
        }

        var phrase = new string[length];
        for (var i = 0; i < length; i++)
        {
            phrase[i] = line[index + i].Folded;
        }

        return _phrases.TryGetValue(string.Join(' ', phrase), out value!);
    }
}
