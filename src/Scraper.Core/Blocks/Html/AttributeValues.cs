namespace Scraper.Core.Blocks;

/// <summary>
/// The values by which a page's elements are called (classes, ids, roles …), each different one numbered from 0: what
/// is to be known of one is found once, however many elements carry it.
/// </summary>
internal sealed class AttributeValues
{
    /// <summary>Slots looked at for a value; one that finds no place goes without a number.</summary>
    private const int MostProbes = 32;

    private int[] _slots = new int[512];
    private ReadOnlyMemory<char>[] _values = new ReadOnlyMemory<char>[192];
    private uint[] _hashes = new uint[192];

    public int Count { get; private set; }

    /// <summary>Whether a value was left without a number.</summary>
    public bool IsFull { get; private set; }

    public ReadOnlySpan<char> this[int number] => _values[number].Span;

    /// <summary>A table that goes on from this one and leaves it as it is.</summary>
    public AttributeValues Fork() => new() { _slots = [.. _slots], _values = [.. _values], _hashes = [.. _hashes], Count = Count, IsFull = IsFull };

    /// <summary>The number of a value; -1 for one that gets none.</summary>
    public int Number(ReadOnlyMemory<char> value)
    {
        var text = value.Span;
        var hash = TextHash.Of(text);
        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        for (var probe = 0; probe < MostProbes; probe++, slot = (slot + 1) & mask)
        {
            var number = _slots[slot] - 1;
            if (number < 0)
            {
                return Add(value, hash, slot);
            }

            if (_hashes[number] == hash && text.SequenceEqual(_values[number].Span))
            {
                return number;
            }
        }

        IsFull = true;
        return -1;
    }

    /// <summary>Whether a word may stand in a value; <see langword="false"/> is certain.</summary>
    public bool MayHold(string word) => IsFull || Array.Exists(_values, value => value.Span.Contains(word, StringComparison.Ordinal));

    private int Add(ReadOnlyMemory<char> value, uint hash, int slot)
    {
        if (Count == _values.Length)
        {
            Array.Resize(ref _values, Count * 2);
            Array.Resize(ref _hashes, Count * 2);
        }

        (_values[Count], _hashes[Count]) = (value, hash);
        _slots[slot] = ++Count;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            // Where it was found before it need not be found again: then it is numbered anew.
            var slot = (int)_hashes[number] & mask;
            for (var probe = 0; probe < MostProbes && _slots[slot] != 0; probe++)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = _slots[slot] == 0 ? number + 1 : _slots[slot];
        }
    }
}
