using Scraper.Core.Blocks;
using static Scraper.Core.Labelling.FeatureReader;

namespace Scraper.Core.Labelling;

/// <summary>Columns Score…: what the first stage thinks of a block's surroundings. This is the sequence step.</summary>
internal static class ScoreFeatures
{
    private const float Strong = 0.7f;

    /// <summary>Fills the second stage's columns.</summary>
    /// <param name="view">The page.</param>
    /// <param name="table">Its features.</param>
    /// <param name="logOdds">The first stage's scores.</param>
    public static void Write(PageView view, FeatureTable table, ReadOnlySpan<float> logOdds)
    {
        var n = view.Count;
        var p = new float[n];
        double[] mass = new double[n + 1], words = new double[n + 1];
        for (var i = 0; i < n; i++)
        {
            p[i] = TreeEnsemble.Probability(logOdds[i]);
            var w = view.Shapes[i].ReadWords + 0.1;
            mass[i + 1] = mass[i] + (p[i] * w);
            words[i + 1] = words[i] + w;
        }

        WriteNeighbours(table, logOdds, p, mass, words);
        WriteBoxes(view, table, mass, words);
        WriteSections(view, table, p, mass, words);
        WriteKin(view, table, p, mass, words);
        WriteRank(table, p);
        table.Fill(Feature.ScorePage, n == 0 ? 0 : (float)(mass[n] / words[n]));
        table.Fill(Feature.ScorePageShare, Log((int)mass[n]));
    }

    private static void WriteNeighbours(FeatureTable table, ReadOnlySpan<float> logOdds, float[] p, double[] mass, double[] words)
    {
        int n = p.Length, last = -100;
        float lead = 0, tail = 0;
        for (var i = 0; i < n; i++)
        {
            table[Feature.ScoreOwn, i] = logOdds[i];
            table[Feature.ScoreBefore1, i] = i > 0 ? p[i - 1] : -1;
            table[Feature.ScoreBefore2, i] = i > 1 ? p[i - 2] : -1;
            table[Feature.ScoreBefore3, i] = i > 2 ? p[i - 3] : -1;
            table[Feature.ScoreAfter1, i] = i + 1 < n ? p[i + 1] : -1;
            table[Feature.ScoreAfter2, i] = i + 2 < n ? p[i + 2] : -1;
            table[Feature.ScoreAfter3, i] = i + 3 < n ? p[i + 3] : -1;
            table[Feature.ScoreWindow3, i] = Mean(mass, words, i - 3, i + 4);
            table[Feature.ScoreWindow8, i] = Mean(mass, words, i - 8, i + 9);
            table[Feature.ScoreWindow20, i] = Mean(mass, words, i - 20, i + 21);
            table[Feature.ScoreMassBefore, i] = (float)(mass[i] / Math.Max(1, mass[n]));
            table[Feature.ScoreMassAfter, i] = (float)((mass[n] - mass[i + 1]) / Math.Max(1, mass[n]));
            table[Feature.ScoreWordsBefore, i] = MathF.Log2(1 + (float)mass[i]);
            table[Feature.ScoreWordsAfter, i] = MathF.Log2(1 + (float)Math.Max(0, mass[n] - mass[i + 1]));
            table[Feature.ScoreLastStrong, i] = Math.Min(i - last, 40);
            table[Feature.ScoreLead, i] = lead;
            last = p[i] > Strong ? i : last;
            lead = Math.Max(lead, p[i]);
        }

        var next = n + 100;
        for (var i = n - 1; i >= 0; i--)
        {
            table[Feature.ScoreNextStrong, i] = Math.Min(next - i, 40);
            table[Feature.ScoreTail, i] = tail;
            next = p[i] > Strong ? i : next;
            tail = Math.Max(tail, p[i]);
        }
    }

    private static void WriteBoxes(PageView view, FeatureTable table, double[] mass, double[] words)
    {
        var containers = view.Containers;
        var best = 0;
        for (var i = 1; i < containers.Length; i++)
        {
            if (containers[i].Parent == best && (mass[containers[i].EndBlock] - mass[containers[i].FirstBlock]) * 10 >= mass[^1] * 6)
            {
                best = i;
            }
        }

        Span<int> chain = stackalloc int[BoxFeatures.Levels];
        for (var i = 0; i < view.Count; i++)
        {
            BoxFeatures.Climb(view, view.Origins[i].Container, chain);
            for (var level = 0; level < chain.Length; level++)
            {
                ref readonly var c = ref containers[chain[level]];
                table[Feature.ScoreBox0 + (short)level, i] = Mean(mass, words, c.FirstBlock, c.EndBlock);
                if (level == 2)
                {
                    table[Feature.ScoreBestBox, i] = (float)((mass[c.EndBlock] - mass[c.FirstBlock]) / Math.Max(1, mass[^1]));
                }
            }

            table[Feature.ScoreInBestBox, i] = i < containers[best].FirstBlock ? -1 : i < containers[best].EndBlock ? 1 : 0;
        }
    }

    private static void WriteSections(PageView view, FeatureTable table, float[] p, double[] mass, double[] words)
    {
        var start = 0;
        for (var i = 0; i <= p.Length; i++)
        {
            if (i < p.Length && view.Blocks[i].Kind != BlockKind.Heading)
            {
                continue;
            }

            var mean = Mean(mass, words, start, i);
            for (var k = start; k < i; k++)
            {
                table[Feature.ScoreSection, k] = mean;
                table[Feature.ScoreSectionHeading, k] = p[start];
            }

            start = i;
        }
    }

    /// <summary>Blocks in like places: same tag at the same depth, containers of one signature, siblings of one kind.</summary>
    private static void WriteKin(PageView view, FeatureTable table, float[] p, double[] mass, double[] words)
    {
        using ScoreGroups tags = new(), classes = new();
        var kinOf = new (int Tag, int Class)[p.Length];
        var groups = new (double Mass, double Words)[view.GroupSize.Length];
        for (var i = 0; i < p.Length; i++)
        {
            var (tag, kin) = Keys(view, i);
            double m = mass[i + 1] - mass[i], w = words[i + 1] - words[i];
            kinOf[i] = (tags.Add(tag, m, w), classes.Add(kin, m, w));
        }

        var containers = view.Containers;
        for (var i = 0; i < containers.Length; i++)
        {
            if (containers[i].EndBlock > containers[i].FirstBlock)
            {
                ref var g = ref groups[view.Facts[i].Group];
                g.Mass += mass[containers[i].EndBlock] - mass[containers[i].FirstBlock];
                g.Words += words[containers[i].EndBlock] - words[containers[i].FirstBlock];
            }
        }

        Span<int> chain = stackalloc int[BoxFeatures.Levels];
        for (var i = 0; i < p.Length; i++)
        {
            table[Feature.ScoreSameTag, i] = tags.Mean(kinOf[i].Tag);
            table[Feature.ScoreSameClass, i] = classes.Mean(kinOf[i].Class);
            BoxFeatures.Climb(view, view.Origins[i].Container, chain);
            table[Feature.ScoreAlike, i] = -1;
            for (var level = 1; level < 4; level++)
            {
                var group = view.Facts[chain[level]].Group;
                if (view.GroupSize[group] >= 3)
                {
                    table[Feature.ScoreAlike, i] = (float)(groups[group].Mass / Math.Max(0.1, groups[group].Words));
                    break;
                }
            }
        }
    }

    private static (uint Tag, uint Kin) Keys(PageView view, int block)
    {
        var box = view.Origins[block].Container;
        ref readonly var c = ref view.Containers[box];
        var parent = Math.Max(0, c.Parent);
        var tag = TokenHash.Add(TokenHash.Of((uint)c.Depth, c.Element.Name), view.Containers[parent].Element.Name[0]);
        return (tag, TokenHash.Add(view.Facts[box].Signature, view.Facts[parent].Signature));
    }

    private static void WriteRank(FeatureTable table, float[] p)
    {
        var order = new int[p.Length];
        var keys = new float[p.Length];
        for (var i = 0; i < p.Length; i++)
        {
            (order[i], keys[i]) = (i, -p[i]);
        }

        Array.Sort(keys, order);
        for (var k = 0; k < order.Length; k++)
        {
            table[Feature.ScoreRank, order[k]] = k / (float)order.Length;
        }
    }

    private static float Mean(double[] mass, double[] words, int from, int to)
    {
        from = Math.Max(0, from);
        to = Math.Min(mass.Length - 1, to);
        return to <= from ? 0 : (float)((mass[to] - mass[from]) / (words[to] - words[from]));
    }
}
