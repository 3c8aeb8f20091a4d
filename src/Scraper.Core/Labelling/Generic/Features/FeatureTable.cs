using System.Buffers;

namespace Scraper.Core.Labelling;

/// <summary>
/// The features of a page's blocks: one column a feature, padded to whole vectors. Its cells are rented (a page's are
/// too many for the small-object heap); whoever is done with it may give them back.
/// </summary>
internal sealed class FeatureTable(int blocks) : IDisposable
{
    private float[] _cells = Rent(Features.Count * Padded(blocks));

    public int Blocks { get; } = blocks;

    public float this[Feature feature, int block]
    {
        get => _cells[((int)feature * Stride) + block];
        set => _cells[((int)feature * Stride) + block] = value;
    }

    private int Stride { get; } = Padded(blocks);

    /// <summary>A feature's values, zeros after the last block up to a whole vector of eight.</summary>
    public Span<float> Column(int feature) => _cells.AsSpan(feature * Stride, Stride);

    public void Fill(Feature feature, float value) => Column((int)feature)[..Blocks].Fill(value);

    public void Dispose()
    {
        if (_cells.Length > 0)
        {
            ArrayPool<float>.Shared.Return(_cells);
            _cells = [];
        }
    }

    private static float[] Rent(int cells)
    {
        var rented = ArrayPool<float>.Shared.Rent(cells);
        Array.Clear(rented, 0, cells);
        return rented;
    }

    private static int Padded(int blocks) => (blocks + 7) & ~7;
}
