using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>Things of several kinds by their phrases, each kept under a word that every match has: the one it starts with, else the one it ends with, else one it holds.</summary>
internal sealed class PhraseIndex<T>
    where T : class
{
    private readonly WordTable<PhraseNode<T>> _nodes;
    private readonly PhraseNode<T> _loose;

    /// <param name="items">Each with its phrase, its kind (0 to 31) and its rank: of several that match, the lowest is found.</param>
    public PhraseIndex(IEnumerable<PhraseEntry<T>> items)
    {
        var byWord = new Dictionary<string, List<PhraseEntry<T>>>(StringComparer.Ordinal);
        var loose = new List<PhraseEntry<T>>();
        foreach (var entry in items)
        {
            if (entry.Words.Count == 0)
            {
                loose.Add(entry);
            }

            foreach (var word in entry.Words)
            {
                if (!byWord.TryGetValue(word, out var entries))
                {
                    byWord[word] = entries = [];
                }

                entries.Add(entry);
            }
        }

        _nodes = new WordTable<PhraseNode<T>>([.. byWord.Select(w => (w.Key, new PhraseNode<T>(w.Value)))]);
        _loose = new PhraseNode<T>(loose);
    }

    /// <summary>Starts to search the texts of a page.</summary>
    public PhraseSearch<T> On(WordBook book) => new(this, book);

    /// <summary>What is kept under a word, or <see langword="null"/>.</summary>
    internal PhraseNode<T>? Find(uint hash, ReadOnlySpan<char> word) => _nodes.Find(hash, word);

    /// <summary>What is kept under no word.</summary>
    internal PhraseNode<T> Loose => _loose;
}
