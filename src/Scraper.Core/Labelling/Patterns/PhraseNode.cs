namespace Scraper.Core.Labelling;

/// <summary>What a <see cref="PhraseIndex{T}"/> keeps under one word.</summary>
internal sealed class PhraseNode<T>
    where T : class
{
    /// <summary>By kind, those of one kind by rank.</summary>
    private readonly PhraseEntry<T>[] _entries;
    private readonly byte[] _kinds;
    private readonly Key[] _keys;
    private readonly uint _atStart;
    private readonly uint _atEnd;
    private readonly uint _anywhere;

    public PhraseNode(List<PhraseEntry<T>> entries)
    {
        _entries = [.. entries.OrderBy(e => e.Kind).ThenBy(e => e.Rank)];
        _kinds = new byte[_entries.Length];
        _keys = new Key[_entries.Length];
        for (var i = 0; i < _entries.Length; i++)
        {
            var entry = _entries[i];
            _kinds[i] = (byte)entry.Kind;
            _keys[i] = new Key(entry.Rank, entry.Line.Lengths());
            var kind = 1u << entry.Kind;
            _atStart |= entry.Place == PhrasePlace.Start ? kind : 0;
            _atEnd |= entry.Place == PhrasePlace.End ? kind : 0;
            _anywhere |= entry.Place == PhrasePlace.Anywhere ? kind : 0;
        }
    }

    /// <summary>The entry of a kind with the lowest rank below one, whose phrase matches and that a condition holds for; <see langword="null"/> where there is none.</summary>
    public PhraseEntry<T>? Match<TState>(int kind, WordRun words, int below, TState state, Func<T, TState, bool> condition)
    {
        var first = _kinds.AsSpan().IndexOf((byte)kind);
        for (var i = first; (uint)i < (uint)_kinds.Length && _kinds[i] == kind; i++)
        {
            var (rank, (least, most)) = _keys[i];
            if (rank >= below)
            {
                return null;
            }

            if (words.Count >= least && words.Count <= most && _entries[i] is var entry && entry.Phrase.IsMatch(words) && condition(entry.Item, state))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>Whether anything of a kind is kept here for a word that stands there.</summary>
    public bool Has(int kind, bool isFirst, bool isLast) => (Kinds(isFirst, isLast) & (1u << kind)) != 0;

    /// <summary>The kinds of which anything is kept here for a word that stands there, a bit each.</summary>
    public uint Kinds(bool isFirst, bool isLast) => (isFirst ? _atStart : 0) | (isLast ? _atEnd : 0) | _anywhere;

    /// <summary>What most entries are passed over by, beside one another in memory.</summary>
    private readonly record struct Key(int Rank, (int Least, int Most) Lengths);
}
