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
        Span<int> index = stackalloc int[8];
        for (var tree = 0; tree < Trees; tree++)
        {
            var leaves = _leaves.AsSpan(tree << Depth, 1 << Depth);
            for (var at = 0; at < sums.Length; at += 8)
            {
                var bits = Vector256<int>.Zero;
                for (var level = 0; level < Depth; level++)
                {
                    var question = (tree * Depth) + level;
                    var values = Vector256.Create<float>(table.Column(_features[question]).Slice(at, 8));
                    bits |= Vector256.GreaterThan(values, Vector256.Create(_thresholds[question])).AsInt32() & Vector256.Create(1 << level);
                }

                bits.CopyTo(index);
                for (var k = 0; k < 8; k++)
                {
                    sums[at + k] += leaves[index[k]];
                }
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

    public static TreeEnsemble Read(BinaryReader reader)
    {
        int depth = reader.ReadInt32(), trees = reader.ReadInt32();
        var bias = reader.ReadSingle();
        var features = new short[trees * depth];
        var thresholds = new float[trees * depth];
        var leaves = new float[trees << depth];
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = reader.ReadInt16();
        }

        for (var i = 0; i < thresholds.Length; i++)
        {
            thresholds[i] = reader.ReadSingle();
        }

        for (var i = 0; i < leaves.Length; i++)
        {
            leaves[i] = reader.ReadSingle();
        }

        return new TreeEnsemble(depth, bias, features, thresholds, leaves);
    }
}
