namespace Scraper.Core.Labelling;

/// <summary>Figures by which a page's own F1 is predicted: how sure the block scores are, and what kind of page it is.</summary>
internal static class ConfidenceRow
{
    private const int Own = 14;

    /// <summary>Length of a row.</summary>
    public const int Length = Own + PageRow.Kinds;

    public static float[] Read(ReadOnlySpan<float> kinds, ReadOnlySpan<float> p, ReadOnlySpan<int> words, float threshold, float expected)
    {
        double all = 1e-9, taken = 1e-9, takenMass = 0, mass = 1e-9, unsure = 0, unsureTaken = 0, entropy = 0;
        int blocks = 0, runs = 0;
        float least = 1, most = 0;
        var was = false;
        for (var i = 0; i < p.Length; i++)
        {
            var isTaken = p[i] >= threshold;
            runs += isTaken && !was ? 1 : 0;
            was = isTaken;
            all += words[i];
            mass += p[i] * words[i];
            unsure += p[i] is > 0.2f and < 0.8f ? words[i] : 0;
            var q = Math.Clamp(p[i], 1e-4, 1 - 1e-4);
            entropy -= words[i] * ((q * Math.Log(q)) + ((1 - q) * Math.Log(1 - q)));
            most = Math.Max(most, p[i]);
            if (isTaken)
            {
                blocks++;
                taken += words[i];
                takenMass += p[i] * words[i];
                unsureTaken += p[i] < 0.8f ? words[i] : 0;
                least = Math.Min(least, p[i]);
            }
        }

        var figures = new float[Length];
        ReadOnlySpan<float> own =
        [
            expected, threshold, (float)(takenMass / taken), (float)(takenMass / mass), (float)(taken / all), (float)(unsure / taken),
            (float)(unsureTaken / taken), (float)(entropy / taken), FeatureReader.Log((int)taken), FeatureReader.Log(blocks), runs, least, most, (float)(mass / all),
        ];
        own.CopyTo(figures);
        kinds.CopyTo(figures.AsSpan(Own));
        return figures;
    }
}
