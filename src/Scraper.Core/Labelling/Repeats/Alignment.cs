namespace Scraper.Core.Labelling;

/// <summary>How much of a shorter text stands, in order, in a longer one.</summary>
/// <param name="Common">Words of the copy found in order in the original.</param>
/// <param name="Copy">Words of the copy.</param>
/// <param name="Span">Words of the original from the first to the last one found.</param>
internal readonly record struct Alignment(int Common, int Copy, int Span)
{
    /// <summary>Longest text compared, in words; what is longer is compared up to here.</summary>
    private const int Longest = 400;

    /// <summary>Longest copy, in words, that is looked for word for word.</summary>
    private const int LongestWithin = 120;

    /// <summary>Share of the copy that the original has, 0–1.</summary>
    public double Covered => Copy == 0 ? 0 : (double)Common / Copy;

    /// <summary>Share of the original's stretch that the copy has, 0–1: low where the words are merely scattered.</summary>
    public double Density => Span == 0 ? 0 : (double)Common / Span;

    /// <summary>What <see cref="Of"/> costs.</summary>
    public static long Steps(IReadOnlyList<string> copy, IReadOnlyList<string> original) =>
        (long)Math.Min(copy.Count, Longest) * Math.Min(original.Count, Longest);

    /// <summary>Aligns by longest common subsequence.</summary>
    public static Alignment Of(IReadOnlyList<string> copy, IReadOnlyList<string> original)
    {
        int n = Math.Min(copy.Count, Longest), m = Math.Min(original.Count, Longest);
        var length = new int[n + 1, m + 1];
        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = m - 1; j >= 0; j--)
            {
                length[i, j] = copy[i] == original[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        int first = -1, last = -1;
        for (int i = 0, j = 0; i < n && j < m;)
        {
            if (copy[i] == original[j])
            {
                first = first < 0 ? j : first;
                last = j;
                i++;
                j++;
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return new Alignment(length[0, 0], n, first < 0 ? 0 : last - first + 1);
    }

    /// <summary>Whether the copy stands in the original word for word.</summary>
    public static bool IsWithin(IReadOnlyList<string> copy, IReadOnlyList<string> original)
    {
        if (copy.Count is 0 or > LongestWithin)
        {
            return false;
        }

        for (var start = 0; start + copy.Count <= Math.Min(original.Count, Longest); start++)
        {
            var i = 0;
            while (i < copy.Count && copy[i] == original[start + i])
            {
                i++;
            }

            if (i == copy.Count)
            {
                return true;
            }
        }

        return false;
    }
}
