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

    /// <summary>The values of the phrases that start at a token, longest first.</summary>
    public IEnumerable<(T Value, int Length)> At(IReadOnlyList<TextToken> tokens, int index)
    {
        if ((uint)index >= (uint)tokens.Count || !_longest.TryGetValue(tokens[index].Folded, out var longest))
        {
            yield break;
        }

        for (var length = Math.Min(longest, tokens.Count - index); length > 0; length--)
        {
            var phrase = length == 1 ? tokens[index].Folded : string.Join(' ', tokens.Skip(index).Take(length).Select(t => t.Folded));
            if (_phrases.TryGetValue(phrase, out var value))
            {
                yield return (value, length);
            }
        }
    }
}
