namespace Scraper.Core.Drift;

/// <summary>Chances of independent trials.</summary>
internal static class Binomial
{
    /// <summary>The chance of at least so many hits.</summary>
    /// <param name="hits">Hits, 0 or more.</param>
    /// <param name="trials">Trials; a few dozen at most.</param>
    /// <param name="chance">Chance of a hit, 0–1.</param>
    public static double AtLeast(int hits, int trials, double chance)
    {
        var (sum, ways) = (0.0, 1.0);
        for (var k = 0; k <= trials; k++)
        {
            sum += k >= hits ? ways * Math.Pow(chance, k) * Math.Pow(1 - chance, trials - k) : 0;
            ways = ways * (trials - k) / (k + 1);
        }

        return Math.Min(1, sum);
    }
}
