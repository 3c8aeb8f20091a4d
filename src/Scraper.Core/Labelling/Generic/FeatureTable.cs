namespace Scraper.Core.Labelling;

/// <summary>The features of a page's blocks: one column a feature, padded to whole vectors.</summary>
internal sealed class FeatureTable(int blocks)
{
    private readonly float[] _cells = new float[Features.Count * Padded(blocks)];

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

    private static int Padded(int blocks) => (blocks + 7) & ~7;
}
