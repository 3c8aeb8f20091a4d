namespace Scraper.Reextraction;

/// <summary>What today's rules and model cost a site: the medians of its bodies' lengths, before and after.</summary>
/// <param name="Site">Name of the site.</param>
/// <param name="Articles">Articles compared.</param>
/// <param name="MedianBefore">UTF-16 code units.</param>
/// <param name="MedianAfter">UTF-16 code units; a lost article counts as 0.</param>
internal sealed record SiteCost(string Site, int Articles, int MedianBefore, int MedianAfter)
{
    /// <summary>The largest part of its median body that a site may lose unforced.</summary>
    public const double MostLost = 0.2;

    /// <summary>Whether it costs too much to be applied unforced.</summary>
    public bool IsTooMuch => MedianAfter < MedianBefore * (1 - MostLost);

    /// <summary>Works the medians out.</summary>
    public static SiteCost Of(string site, IReadOnlyList<(int Before, int After)> lengths) =>
        new(site, lengths.Count, Median(lengths.Select(l => l.Before)), Median(lengths.Select(l => l.After)));

    private static int Median(IEnumerable<int> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
