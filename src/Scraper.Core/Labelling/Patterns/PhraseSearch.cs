using System.Runtime.InteropServices;

namespace Scraper.Core.Labelling;

/// <summary>Searches the texts of one page for phrases; each different word is looked up once.</summary>
internal sealed class PhraseSearch<T>(PhraseIndex<T> index, WordBook book)
    where T : class
{
    private readonly List<PhraseNode<T>?> _nodes = [];

    /// <summary>For each word the kinds of which something is kept under it wherever it stands, and all of which anything is kept under it.</summary>
    private readonly List<(uint Anywhere, uint All)> _kindsOf = [];
    private (int, int, int) _place;
    private (uint Whole, uint Part) _kinds;

    /// <summary>The lowest item of a kind whose phrase matches all of the words, or <see langword="null"/>.</summary>
    public T? Match(int kind, WordRun words) => Match(kind, words, 0, static (_, _) => true);

    /// <summary>The same among the items that a condition holds for.</summary>
    public T? Match<TState>(int kind, WordRun words, TState state, Func<T, TState, bool> condition)
    {
        var numbers = words.Numbers;
        if ((Kinds(words).Whole & (1u << kind)) == 0)
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

    /// <summary>Whether a phrase of one of these kinds, a bit each, may match a part of the words.</summary>
    public bool MayMatchPart(uint kinds, WordRun words) => (Kinds(words).Part & kinds) != 0;

    /// <summary>The kinds of which a phrase may match all of the words, and a part of them, a bit each: most texts have none, and are looked through once.</summary>
    private (uint Whole, uint Part) Kinds(WordRun words)
    {
        if (words.Place == _place)
        {
            return _kinds;
        }

        for (var word = _nodes.Count; word < book.Count; word++)
        {
            var node = index.Find(book.HashOf(word), book.Letters(word));
            _nodes.Add(node);
            _kindsOf.Add(node is null ? default : (node.Kinds(isFirst: false, isLast: false), node.Kinds(isFirst: true, isLast: true)));
        }

        var numbers = words.Numbers;
        var kindsOf = CollectionsMarshal.AsSpan(_kindsOf);
        var whole = numbers.Length > 0 ? index.Loose.Kinds(isFirst: false, isLast: false) : 0;
        var part = whole;
        foreach (var number in numbers)
        {
            whole |= kindsOf[number].Anywhere;
            part |= kindsOf[number].All;
        }

        if (part != whole)
        {
            whole |= _nodes[numbers[0]]?.Kinds(isFirst: true, isLast: false) ?? 0;
            whole |= _nodes[numbers[^1]]?.Kinds(isFirst: false, isLast: true) ?? 0;
        }

        (_place, _kinds) = (words.Place, (whole, part));
        return _kinds;
    }
}
