using System.Numerics;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Sqlite;

/// <summary>Keys of bands in memory, found by their band (a hash table with chains in arrays: millions come and go, and none is an object).</summary>
internal sealed class BandMemory
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    private long[] _keys = new long[1024];
    private int[] _next = new int[1024];
    private int[] _heads = new int[1024];
    private int _count;

    /// <summary>How many articles were added.</summary>
    public int Articles { get; private set; }

    /// <summary>Adds the keys of an article.</summary>
    public void Add(long id, IEnumerable<long> bands)
    {
        foreach (var band in bands)
        {
            if (_count == _keys.Length)
            {
                Grow();
            }

            _keys[_count] = BandKey.Of(id, band);
            Link(_count++);
        }

        Articles++;
    }

    /// <summary>Takes the keys of an article out.</summary>
    public void Remove(long id, IReadOnlyList<long> bands)
    {
        foreach (var band in bands)
        {
            var key = BandKey.Of(id, band);
            for (var at = _heads[Slot(key)] - 1; at >= 0; at = _next[at] - 1)
            {
                _keys[at] = _keys[at] == key ? 0 : _keys[at];
            }
        }
    }

    /// <summary>Adds the keys of a band to a list, whatever their epoch.</summary>
    public void Find(long band, ICollection<long> found)
    {
        var first = BandKey.First(0, band);
        for (var at = _heads[Slot(first)] - 1; at >= 0; at = _next[at] - 1)
        {
            if (_keys[at] != 0 && BandKey.WithoutEpoch(BandKey.Band(_keys[at])) == first)
            {
                found.Add(_keys[at]);
            }
        }
    }

    /// <summary>All keys, ascending.</summary>
    public long[] Sorted()
    {
        var keys = Array.FindAll(_keys[.._count], key => key != 0);
        Array.Sort(keys);
        return keys;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_heads);
        (_count, Articles) = (0, 0);
    }

    private int Slot(long key) => (int)(((ulong)BandKey.WithoutEpoch(BandKey.Band(key)) * Prime) >> (64 - BitOperations.Log2((uint)_heads.Length)));

    private void Link(int at)
    {
        var slot = Slot(_keys[at]);
        _next[at] = _heads[slot];
        _heads[slot] = at + 1;
    }

    private void Grow()
    {
        Array.Resize(ref _keys, 2 * _keys.Length);
        Array.Resize(ref _next, _keys.Length);
        _heads = new int[_keys.Length];
        for (var at = 0; at < _count; at++)
        {
            Link(at);
        }
    }
}
