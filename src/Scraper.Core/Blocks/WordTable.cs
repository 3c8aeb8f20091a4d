using System.Numerics;

namespace Scraper.Core.Blocks;

/// <summary>Things by their word: of most words there is none, which one look tells.</summary>
internal sealed class WordTable<T>
    where T : class
{
    /// <summary>For each slot the hash of its word; 0 where it is empty.</summary>
    private readonly uint[] _hashes;
    private readonly (string Word, T Thing)[] _slots;

    /// <param name="things">The things, of different words.</param>
    public WordTable(IReadOnlyCollection<(string Word, T Thing)> things)
    {
        _hashes = new uint[BitOperations.RoundUpToPowerOf2(((uint)things.Count * 4) + 1)];
        _slots = new (string, T)[_hashes.Length];
        foreach (var (word, thing) in things)
        {
            var hash = Math.Max(TextHash.Of(word), 1);
            var slot = First(hash);
            while (_hashes[slot] != 0)
            {
                slot = Next(slot);
            }

            (_hashes[slot], _slots[slot]) = (hash, (word, thing));
        }
    }

    /// <summary>The thing of a word, or <see langword="null"/>.</summary>
    public T? Find(ReadOnlySpan<char> word) => Find(TextHash.Of(word), word);

    /// <summary>The same for a word whose hash is known.</summary>
    public T? Find(uint hash, ReadOnlySpan<char> word)
    {
        hash = Math.Max(hash, 1);
        for (var slot = First(hash); _hashes[slot] != 0; slot = Next(slot))
        {
            if (_hashes[slot] == hash && word.SequenceEqual(_slots[slot].Word))
            {
                return _slots[slot].Thing;
            }
        }

        return null;
    }

    private int First(uint hash) => (int)hash & (_hashes.Length - 1);

    private int Next(int slot) => (slot + 1) & (_hashes.Length - 1);
}
