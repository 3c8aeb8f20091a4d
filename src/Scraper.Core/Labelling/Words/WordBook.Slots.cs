using System.Runtime.InteropServices;
using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

// The words that have been met, by their hash.
internal sealed partial class WordBook
{
    /// <summary>Look-ups that wait for memory together.</summary>
    private const int Together = 64;

    /// <summary>For each slot the hash of its word and, in the lower half, the word's number and 1; 0 where it is empty.</summary>
    private ulong[] _slots;

    /// <summary>The number of a word as it is compared, by its hash and letters, or -1 for one that has not been met. Any number of threads may ask, as long as none reads.</summary>
    internal int Find(uint hash, ReadOnlySpan<char> word) => NumberIn(_slots[SlotOf(hash, word)]);

    /// <summary>The numbers here of the words of another book from one on, as <see cref="Find(uint, ReadOnlySpan{char})"/> tells each: side by side the look-ups wait for memory together.</summary>
    internal void Find(WordBook other, int from, Span<int> numbers)
    {
        Span<ulong> first = stackalloc ulong[Together];
        var mask = (uint)_slots.Length - 1;
        for (var start = 0; start < numbers.Length; start += Together)
        {
            var hashes = CollectionsMarshal.AsSpan(other._hashes).Slice(from + start, Math.Min(numbers.Length - start, Together));
            for (var i = 0; i < hashes.Length; i++)
            {
                first[i] = _slots[hashes[i] & mask];
            }

            for (var i = 0; i < hashes.Length; i++)
            {
                numbers[start + i] = first[i] == 0 ? -1 : Find(hashes[i], other.Letters(from + start + i));
            }
        }
    }

    private int NumberOf(ReadOnlySpan<char> word)
    {
        var hash = TextHash.Of(word, _rest);
        var slot = SlotOf(hash, word);
        if (_slots[slot] != 0)
        {
            return NumberIn(_slots[slot]);
        }

        _used += word.Length;
        _ends.Add(_used);
        _hashes.Add(hash);
        _slots[slot] = Cell(hash, _ends.Count - 1);
        if (_ends.Count * 2 > _slots.Length)
        {
            Grow();
        }

        Reserve();
        return _ends.Count - 1;
    }

    /// <summary>The slot of a word, or the empty one where it would be.</summary>
    private uint SlotOf(uint hash, ReadOnlySpan<char> word)
    {
        var mask = (uint)_slots.Length - 1;
        var slot = hash & mask;
        while (_slots[slot] is not 0 and var cell && !((uint)(cell >> 32) == hash && Letters(NumberIn(cell)).SequenceEqual(word)))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private static ulong Cell(uint hash, int word) => ((ulong)hash << 32) | (uint)(word + 1);

    private static int NumberIn(ulong cell) => (int)(uint)cell - 1;

    private void Grow()
    {
        _slots = new ulong[_slots.Length * 2];
        var mask = (uint)_slots.Length - 1;
        for (var word = 0; word < _hashes.Count; word++)
        {
            var slot = _hashes[word] & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = Cell(_hashes[word], word);
        }
    }
}
