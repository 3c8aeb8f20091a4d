using System.Runtime.InteropServices;

namespace Scraper.Core.Labelling;

/// <summary>Searches the texts of one page for phrases; each different word is looked up once.</summary>
internal sealed class PhraseSearch<T>(PhraseIndex<T> index, WordBook book)
    where T : class
{
    private readonly List<PhraseNode<T>?> _nodes = [];
    private (int, int, int) _place;
    private uint _kinds;

    /// <summary>The lowest item of a kind whose phrase matches all of the words, or <see langword="null"/>.</summary>
    public T? Match(int kind, WordRun words) => Match(kind, words, 0, static (_, _) => true);

    /// <summary>The same among the items that a condition holds for.</summary>
    public T? Match<TState>(int kind, WordRun words, TState state, Func<T, TState, bool> condition)
    {
        var numbers = words.Numbers;
        if ((Kinds(words) & (1u << kind)) == 0)
        {
            return null;
        }

        var best = (Rank: int.MaxValue, Item: (T?)null);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (_nodes[numbers[i]] is { } node && node.Has(kind, i == 0, i == numbers.Length - 1))
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
            foreach (var entry in node.Entries)
            {
                if (entry.Kind == kind && entry.Rank < best.Rank && entry.Phrase.IsMatch(words) && condition(entry.Item, state))
                {
                    best = (entry.Rank, entry.Item);
                }
            }
        }
    }

    /// <summary>The kinds of which a phrase may match, a bit each: most texts have none, and are looked through once.</summary>
    private uint Kinds(WordRun words)
    {
        if (words.Place == _place)
        {
            return _kinds;
        }

        var numbers = words.Numbers;
        var last = -1;
        foreach (var number in numbers)
        {
            last = Math.Max(last, number);
        }

        for (var word = _nodes.Count; word <= last; word++)
        {
            _nodes.Add(index.Find(book.Letters(word)));
        }

        var nodes = CollectionsMarshal.AsSpan(_nodes);
        var kinds = numbers.Length > 0 ? index.Loose.Kinds(isFirst: false, isLast: false) : 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (nodes[numbers[i]] is { } node)
            {
                kinds |= node.Kinds(i == 0, i == numbers.Length - 1);
            }
        }

        (_place, _kinds) = (words.Place, kinds);
        return kinds;
    }
}
