namespace Scraper.Core.Labelling;

/// <summary>Fills the first stage's columns.</summary>
internal static class FeatureReader
{
    private static readonly float[] Logs = [.. Enumerable.Range(0, 2048).Select(n => MathF.Log2(1 + n))];

    /// <summary>Reads all first-stage features of a page.</summary>
    /// <param name="view">The page.</param>
    /// <param name="row">The page's row.</param>
    /// <param name="kinds">Probability of each page kind, in the order of the <c>PageKind…</c> features.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static FeatureTable Read(PageView view, ReadOnlySpan<float> row, ReadOnlySpan<float> kinds, CancellationToken cancellationToken = default)
    {
        var table = new FeatureTable(view.Count);
        if (view.Count == 0)
        {
            return table;
        }

        TextFeatures.Write(view, table);
        cancellationToken.ThrowIfCancellationRequested();
        BoxFeatures.Write(view, table);
        cancellationToken.ThrowIfCancellationRequested();
        CopyFeatures.Write(view, table);
        cancellationToken.ThrowIfCancellationRequested();
        PlaceFeatures.Write(view, table);
        NearFeatures.Write(view, table);
        PageFeatures.Write(table, row, kinds);
        return table;
    }

    /// <summary>Counts and lengths are seen by their logarithm.</summary>
    public static float Log(int n) => (uint)n < (uint)Logs.Length ? Logs[n] : MathF.Log2(1 + n);
}
