using System.Collections.Frozen;

namespace Scraper.Core.Labelling;

/// <summary>Things of several kinds by their phrases, each kept under a word that every match has: the one it starts with, else the one it ends with, else one it holds.</summary>
internal sealed class PhraseIndex<T>
    where T : class
{
    private readonly FrozenDictionary<string, PhraseNode<T>>.AlternateLookup<ReadOnlySpan<char>> _nodes;
    private readonly PhraseNode<T> _loose;

    /// <param name="items">Each with its phrase, its kind (0 to 31) and its rank: of several that match, the lowest is found.</param>
    public PhraseIndex(IEnumerable<PhraseEntry<T>> items)
    {
        var entries = items.ToList();
        _nodes = entries.SelectMany(e => e.Words.Select(w => (Word: w, Entry: e)))
            .GroupBy(e => e.Word, e => e.Entry, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => new PhraseNode<T>(g), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _loose = new PhraseNode<T>(entries.Where(e => e.Words.Count == 0));
    }

    /// <summary>Starts to search the texts of a page.</summary>
    public PhraseSearch<T> On(WordBook book) => new(this, book);

    /// <summary>What is kept under a word, or <see langword="null"/>.</summary>
    internal PhraseNode<T>? Find(ReadOnlySpan<char> word) => _nodes.TryGetValue(word, out var node) ? node : null;

    /// <summary>What is kept under no word.</summary>
    internal PhraseNode<T> Loose => _loose;
}
