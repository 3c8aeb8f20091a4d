using System.Collections.Frozen;

namespace Scraper.Core.Labelling;

/// <summary>Things by their phrases, each kept under a word that every match has: the one it starts with, else the one it ends with, else one it holds.</summary>
internal sealed class PhraseIndex<T>
    where T : class
{
    private readonly FrozenDictionary<string, Entry[]>.AlternateLookup<ReadOnlySpan<char>> _first;
    private readonly FrozenDictionary<string, Entry[]>.AlternateLookup<ReadOnlySpan<char>> _last;
    private readonly FrozenDictionary<string, Entry[]>.AlternateLookup<ReadOnlySpan<char>> _held;
    private readonly Entry[] _loose;
    private readonly bool _hasHeld;

    /// <param name="items">Each with its phrase and its rank: of several that match, the lowest is found.</param>
    public PhraseIndex(IEnumerable<(Phrase Phrase, int Rank, T Item)> items)
    {
        var entries = items.Select(i => new Entry(i.Phrase, i.Rank, i.Item)).ToList();
        _first = Group(entries.Where(e => e.Phrase.FirstWord is not null).Select(e => (e.Phrase.FirstWord!, e)));
        _last = Group(entries.Where(e => e.Phrase is { FirstWord: null, LastWord: not null }).Select(e => (e.Phrase.LastWord!, e)));
        var others = entries.Where(e => e.Phrase is { FirstWord: null, LastWord: null }).ToList();
        _held = Group(others.SelectMany(e => e.Phrase.Anchors.Select(a => (a, e))));
        _loose = [.. others.Where(e => e.Phrase.Anchors.Count == 0)];
        _hasHeld = others.Count > _loose.Length;
    }

    /// <summary>The lowest item whose phrase matches all of the words and that a condition holds for, or <see langword="null"/>.</summary>
    public T? Match<TState>(WordRun words, TState state, Func<T, TState, bool> condition)
    {
        var best = (Rank: int.MaxValue, Item: (T?)null);
        if (words.Count == 0)
        {
            return null;
        }

        if (_first.TryGetValue(words[0], out var entries))
        {
            Try(entries);
        }

        if (_last.TryGetValue(words[words.Count - 1], out entries))
        {
            Try(entries);
        }

        for (var i = 0; _hasHeld && i < words.Count; i++)
        {
            if (_held.TryGetValue(words[i], out entries))
            {
                Try(entries);
            }
        }

        Try(_loose);
        return best.Item;

        void Try(Entry[] some)
        {
            foreach (var (phrase, rank, item) in some)
            {
                if (rank < best.Rank && phrase.IsMatch(words) && condition(item, state))
                {
                    best = (rank, item);
                }
            }
        }
    }

    private static FrozenDictionary<string, Entry[]>.AlternateLookup<ReadOnlySpan<char>> Group(IEnumerable<(string Word, Entry Entry)> entries) =>
        entries.GroupBy(e => e.Word, e => e.Entry, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private sealed record Entry(Phrase Phrase, int Rank, T Item);
}
