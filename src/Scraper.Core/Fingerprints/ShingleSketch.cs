using System.Runtime.InteropServices;

namespace Scraper.Core.Fingerprints;

/// <summary>
/// A quarter of a text's shingles, chosen by their hashes, the same for every text: small enough to keep beside each
/// article, and enough to see whether a full comparison is worth its time.
/// </summary>
public static class ShingleSketch
{
    /// <summary>Sketches of tellings of one story share at least so many shingles, but for one pair in thousands.</summary>
    public const int MinShared = 2;

    /// <summary>The sketch: ascending 32-bit hashes, four bytes each in the machine's order.</summary>
    /// <param name="shingles">The text's shingles.</param>
    public static byte[] Of(ShingleSet shingles)
    {
        ArgumentNullException.ThrowIfNull(shingles);
        var chosen = new List<uint>(shingles.Count / 3);
        foreach (var hash in shingles.Hashes)
        {
            if ((hash & 3) == 0)
            {
                chosen.Add((uint)(hash >> 32));
            }
        }

        return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(chosen)).ToArray();
    }

    /// <summary>How many shingles two sketches share.</summary>
    public static int Shared(ReadOnlySpan<byte> sketch, ReadOnlySpan<byte> other)
    {
        var ours = MemoryMarshal.Cast<byte, uint>(sketch);
        var theirs = MemoryMarshal.Cast<byte, uint>(other);
        var (i, j, shared) = (0, 0, 0);
        while (i < ours.Length && j < theirs.Length)
        {
            var order = ours[i].CompareTo(theirs[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }
}
