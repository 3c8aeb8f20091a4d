using System.Collections;

namespace Scraper.Core.Templates;

/// <summary>A Bloom filter of one hash over numbers that are hashes themselves (Bloom, "Space/time trade-offs in hash coding", 1970): says of nearly all others that they are none of them.</summary>
internal sealed class KeyFilter
{
    private const int Slots = 1 << 14;
    private readonly BitArray _bits = new(Slots);

    /// <param name="keys">The numbers.</param>
    public KeyFilter(IEnumerable<ulong> keys)
    {
        foreach (var key in keys)
        {
            _bits[Slot(key)] = true;
        }
    }

    /// <summary>False for a number that is none of them.</summary>
    public bool MayHold(ulong key) => _bits[Slot(key)];

    private static int Slot(ulong key) => (int)(key >> 17) & (Slots - 1);
}
