using System.Buffers;

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
    public static long Steps(ReadOnlySpan<int> copy, ReadOnlySpan<int> original) =>
        (long)Math.Min(copy.Length, Longest) * Math.Min(original.Length, Longest);

    /// <summary>Aligns by longest common subsequence.</summary>
    public static Alignment Of(ReadOnlySpan<int> copy, ReadOnlySpan<int> original)
    {
        int n = Math.Min(copy.Length, Longest), m = Math.Min(original.Length, Longest);
        var width = m + 1;
        var length = ArrayPool<int>.Shared.Rent((n + 1) * width);
        Array.Clear(length, n * width, width);
        for (var i = n - 1; i >= 0; i--)
        {
            var row = length.AsSpan(i * width, width);
            var below = length.AsSpan((i + 1) * width, width);
            row[m] = 0;
            for (var j = m - 1; j >= 0; j--)
            {
                row[j] = copy[i] == original[j] ? below[j + 1] + 1 : Math.Max(below[j], row[j + 1]);
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
            else if (length[((i + 1) * width) + j] >= length[(i * width) + j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        var common = length[0];
        ArrayPool<int>.Shared.Return(length);
        return new Alignment(common, n, first < 0 ? 0 : last - first + 1);
    }

    /// <summary>Whether the copy stands in the original word for word.</summary>
    public static bool IsWithin(ReadOnlySpan<int> copy, ReadOnlySpan<int> original)
    {
        if (copy.Length is 0 or > LongestWithin)
        {
            return false;
        }

        return original[..Math.Min(original.Length, Longest)].IndexOf(copy) >= 0;
    }
}
