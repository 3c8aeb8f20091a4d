using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Training;

/// <summary>
/// Gradient boosting of oblivious trees with histograms, logistic loss, soft targets. Every histogram is summed by
/// one thread in row order and ties go to the lower column, so the result does not depend on how many threads run.
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
        var leaf = new int[sample.Length];
        float[] g = new float[sample.Length], h = new float[sample.Length];
        for (var r = 0; r < sample.Length; r++)
        {
            g[r] = scale[r] * gradients[sample[r]];
            h[r] = scale[r] * hessians[sample[r]];
        }

        var questions = new List<(int Column, int Bin)>();
        var gains = new (double Gain, int Bin)[columns.Length];
        for (var depth = 0; depth < options.Depth; depth++)
        {
            var count = 1 << depth;
            Parallel.For(0, columns.Length, k => gains[k] = Best(data, columns[k], sample, leaf, g, h, count, l2));
            var best = 0;
            for (var k = 1; k < gains.Length; k++)
            {
                best = gains[k].Gain > gains[best].Gain ? k : best;
            }

            var question = (Column: columns[best], gains[best].Bin);
            questions.Add(question);
            var cells = data.Cells[question.Column];
            for (var r = 0; r < sample.Length; r++)
            {
                leaf[r] |= cells[sample[r]] > question.Bin ? count : 0;
            }
        }

        return questions;
    }

    /// <summary>The cut of a column that separates best over all leaves at once.</summary>
    private static (double Gain, int Bin) Best(BinnedData data, int column, int[] sample, int[] leaf, float[] g, float[] h, int leaves, double l2)
    {
        var cells = data.Cells[column];
        var sums = new (double G, double H)[leaves * BinnedData.Bins];
        for (var r = 0; r < sample.Length; r++)
        {
            ref var sum = ref sums[(leaf[r] * BinnedData.Bins) + cells[sample[r]]];
            sum.G += g[r];
            sum.H += h[r];
        }

        var cuts = data.Cuts[column].Length;
        var gain = new double[cuts];
        for (var l = 0; l < leaves; l++)
        {
            double allG = 0, allH = 0;
            for (var b = 0; b <= cuts; b++)
            {
                allG += sums[(l * BinnedData.Bins) + b].G;
                allH += sums[(l * BinnedData.Bins) + b].H;
            }

            double leftG = 0, leftH = 0;
            for (var b = 0; b < cuts; b++)
            {
                leftG += sums[(l * BinnedData.Bins) + b].G;
                leftH += sums[(l * BinnedData.Bins) + b].H;
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
}
