namespace Scraper.Core.Labelling;

/// <summary>Things of several kinds by their phrases, each kept under a word that every match has: the one it starts with, else the one it ends with, else one it holds.</summary>
internal sealed class PhraseIndex<T>
    where T : class
{
    // Numbers the words that phrases are kept under; it reads nothing more once the index is made.
    private readonly WordBook _words = new();
    private readonly List<List<PhraseEntry<T>>?> _entries = [];
    private readonly PhraseNode<T>?[] _nodes;
    private readonly PhraseNode<T> _loose;

    /// <param name="items">Entries in their order.</param>
    /// <exception cref="FormatException">A phrase has no word to keep it under.</exception>
    public PhraseIndex(IEnumerable<PhraseEntry<T>> items)
    {
        var loose = new List<PhraseEntry<T>>();
        var order = 0;
        foreach (var entry in items)
        {
            var words = PhraseKeys.Of(entry.Line.Text.Span, _words, out var place);
            (entry.Place, entry.Order) = (place, order++);
            if (words.Length == 0)
            {
                loose.Add(entry);
            }

            foreach (var word in words)
            {
                Keep(word, entry);
            }
        }

        _nodes = new PhraseNode<T>?[_entries.Count];
        _loose = new PhraseNode<T>(loose);
    }

    /// <summary>Starts to search the texts of a page.</summary>
    public PhraseSearch<T> On(WordBook book) => new(this, book);

    /// <summary>What is kept under a word, or <see langword="null"/>.</summary>
    internal PhraseNode<T>? Find(uint hash, ReadOnlySpan<char> word)
    {
        var number = _words.Find(hash, word);
        if ((uint)number >= (uint)_nodes.Length || _entries[number] is not { } entries)
        {
            return null;
        }

        // Two threads may both make it.
        return _nodes[number] ??= new PhraseNode<T>(entries);
    }

    /// <summary>What is kept under no word.</summary>
    internal PhraseNode<T> Loose => _loose;

    private void Keep(int word, PhraseEntry<T> entry)
    {
        while (_entries.Count <= word)
        {
            _entries.Add(null);
        }

        (_entries[word] ??= new(1)).Add(entry);
    }
}
