namespace Scraper.Core.Fingerprints;

/// <summary>
/// One-permutation MinHash (Li, Owen and Zhang, 2012): shingles fall into bins by their hash, each bin keeps its least.
/// A bin's value is a band of its own, because partial reprints share only a few per cent of their shingles and longer
/// bands would miss them. Two texts of resemblance J share a given band with probability J.
/// </summary>
public static class MinHash
{
    /// <summary>Bins, and so at most so many bands a text.</summary>
    public const int Bins = 64;

    private const int BinShift = 58;

    /// <summary>The bands of a text: 48-bit values with the bin in the top six bits, ascending. Empty bins have none.</summary>
    /// <param name="shingles">The text's shingles.</param>
    public static IReadOnlyList<long> Bands(ShingleSet shingles)
    {
        ArgumentNullException.ThrowIfNull(shingles);
        var bands = new List<long>(Bins);
        var bin = -1;
        foreach (var hash in shingles.Hashes)
        {
            if ((int)(hash >> BinShift) != bin)
            {
                bin = (int)(hash >> BinShift);
                bands.Add((long)(hash >> 16));
            }
        }

        return bands;
    }
}
