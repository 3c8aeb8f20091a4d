namespace Scraper.Core.Labelling;

/// <summary>How much of a shorter text stands, in order, in a longer one.</summary>
/// <param name="Common">Words of the copy found in order in the original.</param>
/// <param name="Copy">Words of the copy.</param>
/// <param name="Span">Words of the original from the first to the last one found.</param>
/// <param name="IsContiguous">Whether the copy stands in the original word for word.</param>
internal readonly record struct Alignment(int Common, int Copy, int Span, bool IsContiguous)
{
    /// <summary>Longest text compared, in words; what is longer is compared up to here.</summary>
    private const int Longest = 400;

    /// <summary>Share of the copy that the original has, 0–1.</summary>
    public double Covered => Copy == 0 ? 0 : (double)Common / Copy;

    /// <summary>Share of the original's stretch that the copy has, 0–1: low where the words are merely scattered.</summary>
    public double Density => Span == 0 ? 0 : (double)Common / Span;

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

        var span = first < 0 ? 0 : last - first + 1;
        return new Alignment(length[0, 0], n, span, length[0, 0] == n && span == n);
    }
}
