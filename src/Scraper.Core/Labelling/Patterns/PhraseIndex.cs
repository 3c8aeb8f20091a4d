namespace Scraper.Core.Labelling;

/// <summary>Things of several kinds by their phrases, each kept under a word that every match has (<see cref="PhraseKeys"/>).</summary>
internal sealed class PhraseIndex<T>
    where T : class
{
    /// <summary>Words looked up at once.</summary>
    private const int MostAtOnce = 64;

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

    /// <summary>What is kept under each word of a page from one on, or <see langword="null"/>.</summary>
    internal void Find(WordBook book, int from, Span<PhraseNode<T>?> found)
    {
        Span<int> numbers = stackalloc int[MostAtOnce];
        for (; !found.IsEmpty; from += numbers.Length, found = found[numbers.Length..])
        {
            numbers = numbers[..Math.Min(numbers.Length, found.Length)];
            _words.Find(book, from, numbers);
            for (var i = 0; i < numbers.Length; i++)
            {
                found[i] = (uint)numbers[i] < (uint)_nodes.Length ? Node(numbers[i]) : null;
            }
        }
    }

    /// <summary>What is kept under no word.</summary>
    internal PhraseNode<T> Loose => _loose;

    // Two threads may both make it.
    private PhraseNode<T>? Node(int word) => _nodes[word] ??= _entries[word] is { } entries ? new PhraseNode<T>(entries) : null;

    private void Keep(int word, PhraseEntry<T> entry)
    {
        while (_entries.Count <= word)
        {
            _entries.Add(null);
        }

        (_entries[word] ??= new(1)).Add(entry);
    }
}
