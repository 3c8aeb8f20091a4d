namespace Scraper.Benchmarks.Training;

/// <summary>Columns cut into at most 64 bins at quantiles: what trees are grown on.</summary>
internal sealed class BinnedData
{
    public const int Bins = 64;
    private const int Sampled = 40_000;

    public BinnedData(int rows, int columns)
    {
        Rows = rows;
        Cells = new byte[columns][];
        Cuts = new float[columns][];
    }

    public int Rows { get; }

    /// <summary>Bin of each row, by column; <see langword="null"/> for a column that is left out.</summary>
    public byte[][] Cells { get; }

    /// <summary>Upper bounds of all bins but the last.</summary>
    public float[][] Cuts { get; }

    /// <summary>The same cells, some columns left out.</summary>
    public BinnedData Without(Func<int, bool> isLeftOut)
    {
        var rest = new BinnedData(Rows, Cells.Length);
        for (var c = 0; c < Cells.Length; c++)
        {
            (rest.Cells[c], rest.Cuts[c]) = isLeftOut(c) ? (null!, []) : (Cells[c], Cuts[c]);
        }

        return rest;
    }

    /// <summary>Bins one column.</summary>
    public void Set(int column, float[] values)
    {
        var step = Math.Max(1, values.Length / Sampled);
        var sample = new List<float>();
        for (var i = 0; i < values.Length; i += step)
        {
            sample.Add(values[i]);
        }

        sample.Sort();
        var cuts = new List<float>();
        for (var b = 1; b < Bins; b++)
        {
            var cut = sample[(int)((long)b * (sample.Count - 1) / Bins)];
            if (cut < sample[^1] && (cuts.Count == 0 || cut > cuts[^1]))
            {
                cuts.Add(cut);
            }
        }

        // Rare values are worth a cut too when quantiles leave room.
        foreach (var value in sample.Where((_, i) => i > 0 && sample[i] != sample[i - 1]))
        {
            if (cuts.Count >= Bins - 1)
            {
                break;
            }

            var at = cuts.BinarySearch(value);
            if (at < 0 && value < sample[^1])
            {
                cuts.Insert(~at, value);
            }
        }

        Cuts[column] = [.. cuts];
        var bins = new byte[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            bins[i] = Bin(Cuts[column], values[i]);
        }

        Cells[column] = bins;
    }

    /// <summary>Number of cuts that are less than the value.</summary>
    private static byte Bin(float[] cuts, float value)
    {
        int low = 0, high = cuts.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cuts[middle] < value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return (byte)low;
    }
}
