using System.Buffers;

namespace Scraper.Core.Labelling;

/// <summary>Small numbers (0 and up) by word hash, for one page: the cells are rented, and all there is to a look-up is one of them.</summary>
internal sealed class WordMap : IDisposable
{
    private const int LeastBits = 6;
    private const int MostBits = 13;
    private ulong[] _cells = [];
    private int _shift;
    private int _mask;
    private int _used;

    /// <param name="expected">How many different hashes are expected; there may be more.</param>
    public WordMap(int expected) => Rent(Math.Clamp(System.Numerics.BitOperations.Log2((uint)expected + 1) + 2, LeastBits, MostBits));

    /// <summary>The number of a hash; -1 where it has none.</summary>
    public int this[uint hash]
    {
        get => (int)(uint)_cells[Slot(hash)] - 1;
        set
        {
            ref var cell = ref _cells[Slot(hash)];
            var isNew = cell == 0;
            cell = ((ulong)hash << 32) | (uint)(value + 1);
            if (isNew)
            {
                Grow();
            }
        }
    }

    /// <summary>Adds 1 to the number of a hash, which begins with 0.</summary>
    /// <returns>The number after it.</returns>
    public int Count(uint hash)
    {
        ref var cell = ref _cells[Slot(hash)];
        if (cell != 0)
        {
            return (int)(uint)++cell - 1;
        }

        cell = ((ulong)hash << 32) | 2;
        Grow();
        return 1;
    }

    public void Dispose()
    {
        if (_cells.Length > 0)
        {
            ArrayPool<ulong>.Shared.Return(_cells);
            _cells = [];
        }
    }

    /// <summary>Where a hash stands, or else the empty cell for it.</summary>
    private int Slot(uint hash)
    {
        var slot = (int)((hash * 2654435769) >> _shift);
        while (_cells[slot] is not 0 and var cell && (uint)(cell >> 32) != hash)
        {
            slot = (slot + 1) & _mask;
        }

        return slot;
    }

    /// <summary>Keeps at least half of the cells empty after one was taken.</summary>
    private void Grow()
    {
        if (++_used * 2 <= _mask)
        {
            return;
        }

        var (old, length) = (_cells, _mask + 1);
        Rent(33 - _shift);
        for (var i = 0; i < length; i++)
        {
            if (old[i] != 0)
            {
                _cells[Slot((uint)(old[i] >> 32))] = old[i];
            }
        }

        ArrayPool<ulong>.Shared.Return(old);
    }

    private void Rent(int bits)
    {
        (_shift, _mask) = (32 - bits, (1 << bits) - 1);
        _cells = ArrayPool<ulong>.Shared.Rent(1 << bits);
        Array.Clear(_cells, 0, 1 << bits);
    }
}
