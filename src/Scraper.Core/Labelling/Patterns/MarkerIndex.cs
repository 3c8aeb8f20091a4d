using System.Collections.Frozen;

namespace Scraper.Core.Labelling;

/// <summary>The markers of one kind by a word that every match has: the one it starts with, else the one it ends with, else one it holds.</summary>
internal sealed class MarkerIndex
{
    private readonly FrozenDictionary<string, Marker[]> _first;
    private readonly FrozenDictionary<string, Marker[]> _last;
    private readonly FrozenDictionary<string, (int Order, Marker Marker)[]> _held;
    private readonly FrozenDictionary<string, Marker[]>.AlternateLookup<ReadOnlySpan<char>> _byFirst;
    private readonly FrozenDictionary<string, Marker[]>.AlternateLookup<ReadOnlySpan<char>> _byLast;
    private readonly FrozenDictionary<string, (int Order, Marker Marker)[]>.AlternateLookup<ReadOnlySpan<char>> _byHeld;
    private readonly (int Order, Marker Marker)[] _loose;

    public MarkerIndex(IEnumerable<Marker> markers)
    {
        var all = markers.Select((marker, order) => (Order: order, Marker: marker)).ToList();
        _first = Group(all.Where(m => m.Marker.Phrase.FirstWord is not null).Select(m => (m.Marker.Phrase.FirstWord!, m.Marker)));
        _last = Group(all.Where(m => m.Marker.Phrase is { FirstWord: null, LastWord: not null }).Select(m => (m.Marker.Phrase.LastWord!, m.Marker)));
        var others = all.Where(m => m.Marker.Phrase is { FirstWord: null, LastWord: null }).ToList();
        _held = Group(others.SelectMany(m => m.Marker.Phrase.Anchors.Select(a => (a, m))));
        _loose = [.. others.Where(m => m.Marker.Phrase.Anchors.Count == 0)];
        _byFirst = _first.GetAlternateLookup<ReadOnlySpan<char>>();
        _byLast = _last.GetAlternateLookup<ReadOnlySpan<char>>();
        _byHeld = _held.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The first marker that matches all of the words and that a condition holds for, or <see langword="null"/>.</summary>
    public Marker? Match<T>(WordRun words, T state, Func<Marker, T, bool> condition)
    {
        if (words.Count == 0)
        {
            return null;
        }

        return (_byFirst.TryGetValue(words[0], out var first) ? Find(first, words, state, condition) : null)
            ?? (_byLast.TryGetValue(words[words.Count - 1], out var last) ? Find(last, words, state, condition) : null)
            ?? FindHeld(words, state, condition);
    }

    private static Marker? Find<T>(Marker[] markers, WordRun words, T state, Func<Marker, T, bool> condition)
    {
        foreach (var marker in markers)
        {
            if (marker.Phrase.IsMatch(words) && condition(marker, state))
            {
                return marker;
            }
        }

        return null;
    }

    private Marker? FindHeld<T>(WordRun words, T state, Func<Marker, T, bool> condition)
    {
        var best = (Order: int.MaxValue, Marker: (Marker?)null);
        Try(_loose);
        for (var i = 0; _held.Count > 0 && i < words.Count; i++)
        {
            if (_byHeld.TryGetValue(words[i], out var held))
            {
                Try(held);
            }
        }

        return best.Marker;

        void Try((int Order, Marker Marker)[] markers)
        {
            foreach (var (order, marker) in markers)
            {
                if (order < best.Order && marker.Phrase.IsMatch(words) && condition(marker, state))
                {
                    best = (order, marker);
                }
            }
        }
    }

    private static FrozenDictionary<string, T[]> Group<T>(IEnumerable<(string Word, T Marker)> markers) =>
        markers.GroupBy(m => m.Word, m => m.Marker, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
}
