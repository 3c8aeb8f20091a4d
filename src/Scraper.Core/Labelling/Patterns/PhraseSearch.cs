namespace Scraper.Core.Labelling;

/// <summary>Searches the texts of one page for phrases; each different word is looked up once.</summary>
internal sealed class PhraseSearch<T>(PhraseIndex<T> index, WordBook book)
    where T : class
{
    private readonly List<PhraseNode<T>?> _nodes = [];

    /// <summary>The lowest item of a kind whose phrase matches all of the words, or <see langword="null"/>.</summary>
    public T? Match(int kind, WordRun words) => Match(kind, words, 0, static (_, _) => true);

    /// <summary>The same among the items that a condition holds for.</summary>
    public T? Match<TState>(int kind, WordRun words, TState state, Func<T, TState, bool> condition)
    {
        var numbers = words.Numbers;
        var best = (Rank: int.MaxValue, Item: (T?)null);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (Node(numbers[i]) is { } node && node.Has(kind, i == 0, i == numbers.Length - 1))
            {
                Try(node);
            }
        }

        if (numbers.Length > 0 && index.Loose.Has(kind, isFirst: false, isLast: false))
        {
            Try(index.Loose);
        }

        return best.Item;

        void Try(PhraseNode<T> node)
        {
            foreach (var (phrase, of, rank, item) in node.Entries)
            {
                if (of == kind && rank < best.Rank && phrase.IsMatch(words) && condition(item, state))
                {
                    best = (rank, item);
                }
            }
        }
    }

    private PhraseNode<T>? Node(int word)
    {
        for (var next = _nodes.Count; next <= word; next++)
        {
            _nodes.Add(index.Find(book.Letters(next)));
        }

        return _nodes[word];
    }
}
