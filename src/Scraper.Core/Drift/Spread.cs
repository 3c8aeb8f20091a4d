namespace Scraper.Core.Drift;

/// <summary>The middle of some numbers and how far they lie from it, by order only: a few wild ones change neither.</summary>
/// <param name="Median">The median.</param>
/// <param name="Deviation">Median distance from it, times 1.4826: the standard deviation where they are normal.</param>
internal readonly record struct Spread(double Median, double Deviation)
{
    /// <summary>Deviations that are still usual.</summary>
    private const double Usual = 4;

    public static Spread Of(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToArray();
        var median = Middle(sorted);
        return new Spread(median, 1.4826 * Middle([.. sorted.Select(x => Math.Abs(x - median)).Order()]));
    }

    /// <summary>The lowest number that is still usual, at least <paramref name="least"/> below the middle.</summary>
    public double Below(double least) => Median - Math.Max(least, Usual * Deviation);

    /// <summary>The highest number that is still usual, at least <paramref name="least"/> above the middle.</summary>
    public double Above(double least) => Median + Math.Max(least, Usual * Deviation);

    private static double Middle(double[] sorted) => sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
