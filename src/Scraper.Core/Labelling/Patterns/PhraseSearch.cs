using System.Runtime.InteropServices;

namespace Scraper.Core.Labelling;

/// <summary>Searches the texts of one page for phrases; each different word is looked up once.</summary>
internal sealed class PhraseSearch<T>(PhraseIndex<T> index, WordBook book)
    where T : class
{
    private readonly List<PhraseNode<T>?> _nodes = [];

    /// <summary>For each word the kinds of which something is kept under it wherever it stands.</summary>
    private readonly List<uint> _anywhere = [];
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

        PhraseEntry<T>? best = null;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (_nodes[numbers[i]] is { } node && node.Has(kind, i == 0, i == numbers.Length - 1))
            {
                best = node.Match(kind, words, best?.Rank ?? int.MaxValue, state, condition) ?? best;
            }
        }

        if (numbers.Length > 0 && index.Loose.Has(kind, isFirst: false, isLast: false))
        {
            best = index.Loose.Match(kind, words, best?.Rank ?? int.MaxValue, state, condition) ?? best;
        }

        return best?.Item;
    }

    /// <summary>The kinds of which a phrase may match, a bit each: most texts have none, and are looked through once.</summary>
    private uint Kinds(WordRun words)
    {
        if (words.Place == _place)
        {
            return _kinds;
        }

        LookUp();
        var numbers = words.Numbers;
        var anywhere = CollectionsMarshal.AsSpan(_anywhere);
        var kinds = numbers.Length > 0 ? index.Loose.Kinds(isFirst: false, isLast: false) : 0;
        foreach (var number in numbers)
        {
            kinds |= anywhere[number];
        }

        if (numbers.Length > 0)
        {
            kinds |= _nodes[numbers[0]]?.Kinds(isFirst: true, isLast: false) ?? 0;
            kinds |= _nodes[numbers[^1]]?.Kinds(isFirst: false, isLast: true) ?? 0;
        }

        (_place, _kinds) = (words.Place, kinds);
        return kinds;
    }

    /// <summary>Looks up the words that the page has said since the last look.</summary>
    private void LookUp()
    {
        var known = _nodes.Count;
        if (known == book.Count)
        {
            return;
        }

        CollectionsMarshal.SetCount(_nodes, book.Count);
        var met = CollectionsMarshal.AsSpan(_nodes)[known..];
        index.Find(book, known, met);
        foreach (var node in met)
        {
            _anywhere.Add(node?.Kinds(isFirst: false, isLast: false) ?? 0);
        }
    }
}
