namespace Scraper.Core.Labelling;

/// <summary>What a <see cref="PhraseIndex{T}"/> keeps under one word.</summary>
internal sealed class PhraseNode<T>
{
    private readonly PhraseEntry<T>[] _entries;
    private readonly uint _atStart;
    private readonly uint _atEnd;
    private readonly uint _anywhere;

    public PhraseNode(IEnumerable<PhraseEntry<T>> entries)
    {
        _entries = [.. entries];
        foreach (var entry in _entries)
        {
            var kind = 1u << entry.Kind;
            _atStart |= entry.IsAtStart ? kind : 0;
            _atEnd |= entry.IsAtEnd ? kind : 0;
            _anywhere |= entry is { IsAtStart: false, IsAtEnd: false } ? kind : 0;
        }
    }

    public ReadOnlySpan<PhraseEntry<T>> Entries => _entries;

    /// <summary>Whether anything of a kind is kept here for a word that stands there.</summary>
    public bool Has(int kind, bool isFirst, bool isLast) => (Kinds(isFirst, isLast) & (1u << kind)) != 0;

    /// <summary>The kinds of which anything is kept here for a word that stands there, a bit each.</summary>
    public uint Kinds(bool isFirst, bool isLast) => (isFirst ? _atStart : 0) | (isLast ? _atEnd : 0) | _anywhere;
}
