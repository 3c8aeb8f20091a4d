using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Training;

/// <summary>
/// Gradient boosting of oblivious trees with histograms, logistic loss, soft targets. An ensemble is grown
/// by one thread (folds run side by side, which waits less than threads that share a tree), ties go to the lower column:
/// the result does not depend on how many threads run.
/// </summary>
internal static class BoostedTrees
{
    /// <summary>Grows an ensemble on the rows of positive weight.</summary>
    public static TreeEnsemble Grow(BinnedData data, float[] targets, float[] weights, BoostingOptions options)
    {
        var rows = Enumerable.Range(0, data.Rows).Where(i => weights[i] > 0).ToArray();
        var columns = Enumerable.Range(0, data.Cells.Length).Where(c => data.Cells[c] is not null && data.Cuts[c].Length > 0).ToArray();
        double positive = rows.Sum(i => (double)weights[i] * targets[i]), total = rows.Sum(i => (double)weights[i]);
        var share = Math.Clamp(positive / Math.Max(1e-9, total), 1e-4, 1 - 1e-4);
        var bias = (float)Math.Log(share / (1 - share));
        var scores = new float[data.Rows];
        Array.Fill(scores, bias);
        var mean = total / Math.Max(1, rows.Length);
        float[] gradients = new float[data.Rows], hessians = new float[data.Rows];
        var features = new List<short>();
        var thresholds = new List<float>();
        var leaves = new List<float>();
        var random = new SplitMix(options.Seed);
        for (var tree = 0; tree < options.Trees; tree++)
        {
            foreach (var i in rows)
            {
                var p = TreeEnsemble.Probability(scores[i]);
                gradients[i] = weights[i] * (p - targets[i]);
                hessians[i] = weights[i] * Math.Max(p * (1 - p), 1e-4f);
            }

            // Heavy rows are drawn more often and count for less, so that a small sample says the same on average.
            var sample = new List<int>();
            var scale = new List<float>();
            foreach (var i in rows)
            {
                var chance = Math.Min(1, options.Rows * (0.15 + (0.85 * weights[i] / mean)));
                if (random.Next() < chance)
                {
                    sample.Add(i);
                    scale.Add((float)(options.Rows / chance));
                }
            }

            var asked = columns.Where(_ => random.Next() < options.Columns).ToArray();
            var questions = GrowTree(data, [.. sample], [.. scale], asked, gradients, hessians, options, options.Regularisation * mean * 20);
            AddLeaves(data, rows, questions, gradients, hessians, scores, options, options.Regularisation * mean * 20, leaves);
            features.AddRange(questions.Select(q => (short)q.Column));
            thresholds.AddRange(questions.Select(q => data.Cuts[q.Column][q.Bin]));
        }

        return new TreeEnsemble(options.Depth, bias, [.. features], [.. thresholds], [.. leaves]);
    }

    private static List<(int Column, int Bin)> GrowTree(
        BinnedData data, int[] sample, float[] scale, int[] columns, float[] gradients, float[] hessians, BoostingOptions options, double l2)
    {
        // First bin of each row's leaf in the histograms.
        var leaf = new ushort[sample.Length];
        var push = new Push[sample.Length];
        for (var r = 0; r < sample.Length; r++)
        {
            push[r] = new Push(scale[r] * gradients[sample[r]], scale[r] * hessians[sample[r]]);
        }

        // The sampled cells of each column side by side, gathered once for all depths.
        var cells = new byte[columns.Length][];
        var questions = new List<(int Column, int Bin)>();
        var gains = new (double Gain, int Bin)[columns.Length];
        for (var depth = 0; depth < options.Depth; depth++)
        {
            var count = 1 << depth;
            for (var k = 0; k < columns.Length; k++)
            {
                cells[k] ??= Gather(data.Cells[columns[k]], sample);
                gains[k] = Best(cells[k], data.Cuts[columns[k]].Length, leaf, push, count, l2);
            }

            var best = 0;
            for (var k = 1; k < gains.Length; k++)
            {
                best = gains[k].Gain > gains[best].Gain ? k : best;
            }

            var question = (Column: columns[best], gains[best].Bin);
            questions.Add(question);
            var asked = cells[best];
            for (var r = 0; r < sample.Length; r++)
            {
                leaf[r] += (ushort)(asked[r] > question.Bin ? count * BinnedData.Bins : 0);
            }
        }

        return questions;
    }

    private static byte[] Gather(byte[] cells, int[] rows)
    {
        var gathered = new byte[rows.Length];
        for (var r = 0; r < rows.Length; r++)
        {
            gathered[r] = cells[rows[r]];
        }

        return gathered;
    }

    /// <summary>The cut of a column that separates best over all leaves at once.</summary>
    private static (double Gain, int Bin) Best(ReadOnlySpan<byte> cells, int cuts, ReadOnlySpan<ushort> leaf, ReadOnlySpan<Push> push, int leaves, double l2)
    {
        Span<Push> sums = new Push[leaves * BinnedData.Bins];
        leaf = leaf[..cells.Length];
        push = push[..cells.Length];
        for (var r = 0; r < cells.Length; r++)
        {
            ref var sum = ref sums[leaf[r] + cells[r]];
            sum.G += push[r].G;
            sum.H += push[r].H;
        }

        Span<double> gain = stackalloc double[BinnedData.Bins];
        gain.Clear();
        for (var l = 0; l < leaves; l++)
        {
            var bins = sums.Slice(l * BinnedData.Bins, cuts + 1);
            double allG = 0, allH = 0;
            foreach (var bin in bins)
            {
                allG += bin.G;
                allH += bin.H;
            }

            double leftG = 0, leftH = 0;
            for (var b = 0; b < cuts; b++)
            {
                leftG += bins[b].G;
                leftH += bins[b].H;
                double rightG = allG - leftG, rightH = allH - leftH;
                gain[b] += (leftG * leftG / (leftH + l2)) + (rightG * rightG / (rightH + l2));
            }
        }

        var best = 0;
        for (var b = 1; b < cuts; b++)
        {
            best = gain[b] > gain[best] ? b : best;
        }

        return (gain[best], best);
    }

    private static void AddLeaves(
        BinnedData data, int[] rows, List<(int Column, int Bin)> questions, float[] gradients, float[] hessians, float[] scores, BoostingOptions options, double l2, List<float> leaves)
    {
        var at = new int[rows.Length];
        for (var level = 0; level < questions.Count; level++)
        {
            var cells = data.Cells[questions[level].Column];
            for (var r = 0; r < rows.Length; r++)
            {
                at[r] |= cells[rows[r]] > questions[level].Bin ? 1 << level : 0;
            }
        }

        var sums = new (double G, double H)[1 << questions.Count];
        for (var r = 0; r < rows.Length; r++)
        {
            sums[at[r]].G += gradients[rows[r]];
            sums[at[r]].H += hessians[rows[r]];
        }

        var values = Array.ConvertAll(sums, s => (float)(-options.Rate * s.G / (s.H + l2)));
        for (var r = 0; r < rows.Length; r++)
        {
            scores[rows[r]] += values[at[r]];
        }

        leaves.AddRange(values);
    }

    /// <summary>Gradient and hessian, of a row or summed.</summary>
    private record struct Push(float G, float H);
}
