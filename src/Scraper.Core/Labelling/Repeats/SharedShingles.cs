using System.Buffers;
using System.Numerics;

namespace Scraper.Core.Labelling;

/// <summary>
/// Tells which shingles may stand in more than one place, so that only those need be kept: on most pages next to none
/// do. It may be wrong about a shingle that stands alone, never about one that does not.
/// </summary>
internal sealed class SharedShingles : IDisposable
{
    private const byte Once = 1;
    private const byte Again = 2;
    private const int MostBits = 20;
    private readonly int _shift;
    private byte[] _met;

    /// <param name="shingles">How many there are.</param>
    public SharedShingles(int shingles)
    {
        var bits = Math.Clamp(BitOperations.Log2((uint)shingles + 1) + 4, 8, MostBits);
        _shift = 64 - bits;
        _met = ArrayPool<byte>.Shared.Rent(1 << bits);
        Array.Clear(_met, 0, 1 << bits);
    }

    /// <summary>Notes a shingle.</summary>
    public void Meet(ulong shingle)
    {
        ref var met = ref _met[Slot(shingle)];
        met = met == 0 ? Once : Again;
    }

    /// <summary>Whether a shingle may have been noted more than once.</summary>
    public bool MayBeShared(ulong shingle) => _met[Slot(shingle)] == Again;

    public void Dispose()
    {
        if (_met.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_met);
            _met = [];
        }
    }

    private int Slot(ulong shingle) => (int)((shingle * 0x9e3779b97f4a7c15) >> _shift);
}
