using System.Numerics;
using Scraper.Core.Blocks;

namespace Scraper.Core.Metadata;

/// <summary>What the data files know of words: of most words nothing, which one look tells.</summary>
internal sealed class WordFactsTable
{
    private readonly (uint Hash, WordFacts? Facts)[] _slots;
    private readonly int _longest;

    /// <param name="facts">The facts, of different words.</param>
    public WordFactsTable(IReadOnlyCollection<WordFacts> facts)
    {
        _slots = new (uint, WordFacts?)[BitOperations.RoundUpToPowerOf2((uint)facts.Count * 4 + 1)];
        foreach (var known in facts)
        {
            _longest = Math.Max(_longest, known.Text.Length);
            var hash = TextHash.Of(known.Text);
            var slot = hash & (uint)(_slots.Length - 1);
            while (_slots[slot].Facts is not null)
            {
                slot = (slot + 1) & (uint)(_slots.Length - 1);
            }

            _slots[slot] = (hash, known);
        }
    }

    /// <summary>What is known of a word, or <see langword="null"/>.</summary>
    /// <param name="word">The word, folded.</param>
    public WordFacts? Find(ReadOnlySpan<char> word)
    {
        if (word.Length > _longest)
        {
            return null;
        }

        var slots = _slots;
        var hash = TextHash.Of(word);
        for (var slot = hash & (uint)(slots.Length - 1); slots[slot].Facts is { } facts; slot = (slot + 1) & (uint)(slots.Length - 1))
        {
            if (slots[slot].Hash == hash && word.SequenceEqual(facts.Text))
            {
                return facts;
            }
        }

        return null;
    }
}
