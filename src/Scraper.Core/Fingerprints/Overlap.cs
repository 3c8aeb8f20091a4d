namespace Scraper.Core.Fingerprints;

/// <summary>What two texts have in common, in shingles.</summary>
/// <param name="Shared">Shingles that stand in both.</param>
/// <param name="Count">Shingles of the one.</param>
/// <param name="OtherCount">Shingles of the other.</param>
public readonly record struct Overlap(int Shared, int Count, int OtherCount)
{
    /// <summary>Share of the one that stands in the other, 0–1.</summary>
    public double Share => Count == 0 ? 0 : (double)Shared / Count;

    /// <summary>Share of the other that stands in the one, 0–1.</summary>
    public double ShareOfOther => OtherCount == 0 ? 0 : (double)Shared / OtherCount;

    /// <summary>The larger of the two shares: how much of the smaller text is common.</summary>
    public double Containment => Math.Max(Share, ShareOfOther);
}
