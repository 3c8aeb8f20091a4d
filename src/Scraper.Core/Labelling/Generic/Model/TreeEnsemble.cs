using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Scraper.Core.Labelling;

/// <summary>
/// A sum of oblivious trees: all nodes of one depth ask the same question, so a tree is a few comparisons that give
/// the index of a leaf, eight blocks at a time. Float sums run in one fixed order: the same result on every machine.
/// </summary>
internal sealed class TreeEnsemble
{
    private readonly short[] _features;
    private readonly float[] _thresholds;
    private readonly float[] _leaves;
    private readonly float _bias;

    /// <param name="depth">Questions a tree asks.</param>
    /// <param name="bias">Log-odds before the first tree.</param>
    /// <param name="features">Column asked by each question, <paramref name="depth"/> a tree.</param>
    /// <param name="thresholds">A question is whether the value is greater than this.</param>
    /// <param name="leaves">Log-odds added, 2^depth a tree; the first question is the lowest bit.</param>
    public TreeEnsemble(int depth, float bias, short[] features, float[] thresholds, float[] leaves)
    {
        Depth = depth;
        _bias = bias;
        _features = features;
        _thresholds = thresholds;
        _leaves = leaves;
    }

    public int Depth { get; }

    public int Trees => _features.Length / Depth;

    public ReadOnlySpan<short> Columns => _features;

    /// <summary>Log-odds of each block.</summary>
    public float[] Score(FeatureTable table)
    {
        var sums = new float[(table.Blocks + 7) & ~7];
        Array.Fill(sums, _bias);
        var stride = (nuint)sums.Length;
        ref var cells = ref MemoryMarshal.GetReference(table.Column(0));
        ref var sum = ref MemoryMarshal.GetArrayDataReference(sums);
        Span<nuint> columns = stackalloc nuint[Depth];
        Span<int> index = stackalloc int[8];
        for (var tree = 0; tree < Trees; tree++)
        {
            var leaves = _leaves.AsSpan(tree << Depth, 1 << Depth);
            var thresholds = _thresholds.AsSpan(tree * Depth, Depth);
            for (var level = 0; level < columns.Length; level++)
            {
                // A column that is not in the table ends here, not in foreign memory.
                columns[level] = (uint)_features[(tree * Depth) + level] < (uint)Features.Count ? (nuint)_features[(tree * Depth) + level] * stride : throw new InvalidOperationException("the model asks for a feature that there is not");
            }

            for (nuint at = 0; at < stride; at += 8)
            {
                var bits = Vector256<int>.Zero;
                for (var level = 0; level < columns.Length; level++)
                {
                    var values = Vector256.LoadUnsafe(ref cells, columns[level] + at);
                    bits |= Vector256.GreaterThan(values, Vector256.Create(thresholds[level])).AsInt32() & Vector256.Create(1 << level);
                }

                bits.CopyTo(index);
                var add = Vector256.Create(leaves[index[0]], leaves[index[1]], leaves[index[2]], leaves[index[3]], leaves[index[4]], leaves[index[5]], leaves[index[6]], leaves[index[7]]);
                (Vector256.LoadUnsafe(ref sum, at) + add).StoreUnsafe(ref sum, at);
            }
        }

        return sums;
    }

    /// <summary>Log-odds of one row of values.</summary>
    public float Score(ReadOnlySpan<float> row)
    {
        var sum = _bias;
        for (var tree = 0; tree < Trees; tree++)
        {
            var leaf = 0;
            for (var level = 0; level < Depth; level++)
            {
                var question = (tree * Depth) + level;
                leaf |= row[_features[question]] > _thresholds[question] ? 1 << level : 0;
            }

            sum += _leaves[(tree << Depth) + leaf];
        }

        return sum;
    }

    /// <summary>Probability for log-odds.</summary>
    public static float Probability(float logOdds) => 1 / (1 + MathF.Exp(-logOdds));

    public void Write(BinaryWriter writer)
    {
        writer.Write(Depth);
        writer.Write(Trees);
        writer.Write(_bias);
        foreach (var f in _features)
        {
            writer.Write(f);
        }

        foreach (var t in _thresholds)
        {
            writer.Write(t);
        }

        foreach (var l in _leaves)
        {
            writer.Write(l);
        }
    }

    public static TreeEnsemble Read(ref ModelReader reader)
    {
        int depth = reader.Int32(), trees = reader.Int32();
        var bias = reader.Single();
        return new TreeEnsemble(depth, bias, reader.Int16s(trees * depth), reader.Singles(trees * depth), reader.Singles(trees << depth));
    }
}
