namespace Scraper.Storage.Sqlite;

/// <summary>
/// Which bands an epoch may hold (Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970): of those that it does not hold, one in twenty
/// seems to be there when the epoch is full.
/// </summary>
internal sealed class BandFilter
{
    private const int Bits = 25;
    private const ulong Prime = 0x9E3779B97F4A7C15;

    private readonly ulong[] _words = new ulong[1 << (Bits - 6)];

    public void Add(long band)
    {
        var (one, two) = Places(band);
        _words[one >> 6] |= 1UL << (one & 63);
        _words[two >> 6] |= 1UL << (two & 63);
    }

    /// <summary>False: the band was never added.</summary>
    public bool MayHold(long band)
    {
        var (one, two) = Places(band);
        return (_words[one >> 6] >> (one & 63) & _words[two >> 6] >> (two & 63) & 1) != 0;
    }

    private static (int One, int Two) Places(long band)
    {
        var hash = (ulong)band * Prime;
        return ((int)(hash >> (64 - Bits)), (int)((hash >> (64 - (2 * Bits))) & ((1 << Bits) - 1)));
    }
}
