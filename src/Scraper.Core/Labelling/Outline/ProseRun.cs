namespace Scraper.Core.Labelling;

/// <summary>A run of prose lines with only short interruptions.</summary>
/// <param name="First">Index of its first line.</param>
/// <param name="Last">Index of its last line.</param>
/// <param name="Words">Words of prose in it.</param>
internal sealed record ProseRun(int First, int Last, int Words)
{
    /// <summary>Open lines in a row that are not prose and still do not end a run.</summary>
    private const int LongestGap = 6;

    /// <summary>The same run from the first prose at or after a line.</summary>
    public ProseRun From(IReadOnlyList<OutlineLine> lines, int first)
    {
        while (first < Last && !(lines[first].IsOpen && lines[first].IsProse))
        {
            first++;
        }

        return this with { First = first };
    }

    /// <summary>The run with most words of prose; <see langword="null"/> where there is no prose.</summary>
    public static ProseRun? Densest(IReadOnlyList<OutlineLine> lines)
    {
        ProseRun? best = null;
        ProseRun? current = null;
        var gap = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].IsOpen)
            {
                continue;
            }

            if (!lines[i].IsProse)
            {
                // A list of any length belongs to the body that surrounds it.
                gap += lines[i].IsItem ? 0 : 1;
                continue;
            }

            current = current is null || gap > LongestGap
                ? new ProseRun(i, i, lines[i].Words)
                : current with { Last = i, Words = current.Words + lines[i].Words };
            gap = 0;
            best = best is null || current.Words > best.Words ? current : best;
        }

        return best;
    }
}
