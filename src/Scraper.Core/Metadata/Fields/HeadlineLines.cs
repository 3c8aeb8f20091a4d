namespace Scraper.Core.Metadata;

/// <summary>The lines at a headline where a page says who and when.</summary>
internal static class HeadlineLines
{
    private const int MostBelow = 16;
    private const int MostAbove = 4;

    /// <summary>The lines under the headline down to where the text begins; one long line may be its standfirst.</summary>
    /// <param name="lines">Lines near headings in page order; an empty one stands for a long one.</param>
    /// <param name="headline">Order of the headline's element.</param>
    public static IEnumerable<Mark> Below(IEnumerable<Mark> lines, int headline)
    {
        var isPastStandfirst = false;
        foreach (var line in lines.Where(l => l.Order >= headline).Take(MostBelow))
        {
            if (line.Value.Length > 0)
            {
                yield return line;
            }
            else if (isPastStandfirst)
            {
                yield break;
            }
            else
            {
                isPastStandfirst = true;
            }
        }
    }

    /// <summary>The last lines above the headline, nearest first.</summary>
    /// <param name="lines">Lines near headings in page order.</param>
    /// <param name="headline">Order of the headline's element.</param>
    public static IEnumerable<Mark> Above(IEnumerable<Mark> lines, int headline) =>
        lines.Where(l => l.Order < headline && l.Value.Length > 0).TakeLast(MostAbove).Reverse();
}
