using System.Runtime.InteropServices;
using Scraper.Core.Blocks;

namespace Scraper.Benchmarks.Training;

/// <summary>
/// Says for each block which share of its words the gold text holds. Every word of the gold is given away once: long
/// blocks take theirs first, short ones take what is left between the places of the long ones around them.
/// </summary>
internal static class GoldAlignment
{
    private const int Long = 8;
    private const int Seed = 4;
    private const int MostOccurrences = 64;
    private const double Scant = 0.75;

    public static BlockTarget[] Align(BlockDocument document, string gold)
    {
        var goldWords = Words.Of(gold).ToArray();
        var taken = new bool[goldWords.Length];
        var seeds = Index(goldWords, Seed);
        var blocks = document.Blocks.Select(b => b.Kind == BlockKind.Embed ? [] : Words.Of(b.Text).ToArray()).ToArray();
        var targets = new BlockTarget[blocks.Length];
        var places = new (int Start, int End)[blocks.Length];
        Array.Fill(places, (-1, -1));
        for (var i = 0; i < blocks.Length; i++)
        {
            targets[i] = new BlockTarget(blocks[i].Length, 0);
        }

        foreach (var i in Enumerable.Range(0, blocks.Length).Where(i => blocks[i].Length >= Long).OrderByDescending(i => blocks[i].Length))
        {
            AlignLong(blocks[i], goldWords, seeds, taken, i, targets, places);
        }

        var ones = Index(goldWords, 1);
        foreach (var (i, _) in Enumerable.Range(0, blocks.Length).Where(i => blocks[i].Length is > 0 and < Long)
            .Select(i => (Index: i, Far: Distance(places, i))).OrderByDescending(x => blocks[x.Index].Length).ThenBy(x => x.Far).ToList())
        {
            AlignShort(blocks[i], goldWords, ones, taken, i, targets, places);
        }

        if (taken.Count(t => t) < Scant * taken.Length)
        {
            // Lists of short names have no long block to hold on to: take what matches whole, then fill in between.
            foreach (var i in Unplaced(blocks, places, atLeast: 3))
            {
                AlignAnywhere(blocks[i], goldWords, ones, taken, i, targets, places);
            }

            foreach (var i in Unplaced(blocks, places, atLeast: 1))
            {
                AlignShort(blocks[i], goldWords, ones, taken, i, targets, places);
            }
        }

        return targets;
    }

    private static int[] Unplaced(string[][] blocks, (int Start, int End)[] places, int atLeast) =>
        [
            .. Enumerable.Range(0, blocks.Length).Where(i => places[i].Start < 0 && blocks[i].Length >= atLeast && blocks[i].Length < Long)
                .OrderByDescending(i => blocks[i].Length),
        ];

    private static void AlignAnywhere(string[] words, string[] gold, Dictionary<int, List<int>> ones, bool[] taken, int i, BlockTarget[] targets, (int Start, int End)[] places)
    {
        if (!ones.TryGetValue(Hash(words, 0, 1), out var starts))
        {
            return;
        }

        foreach (var s in starts)
        {
            if (s + words.Length <= gold.Length && Matches(words, 0, words.Length, gold, s, taken))
            {
                taken.AsSpan(s, words.Length).Fill(true);
                targets[i] = new BlockTarget(words.Length, 1);
                places[i] = (s, s + words.Length);
                return;
            }
        }
    }

    private static void AlignLong(string[] words, string[] gold, Dictionary<int, List<int>> seeds, bool[] taken, int i, BlockTarget[] targets, (int Start, int End)[] places)
    {
        var hits = new List<int>();
        int at = 0, expected = -1;
        while (at + Seed <= words.Length)
        {
            var found = Find(words, at, Seed, gold, seeds, taken, expected);
            if (found < 0)
            {
                at++;
                continue;
            }

            while (at < words.Length && found < gold.Length && !taken[found] && gold[found] == words[at])
            {
                hits.Add(found);
                taken[found] = true;
                found++;
                at++;
            }

            expected = found;
        }

        var share = (double)hits.Count / words.Length;
        if (share < 0.3 && hits.Count < 30)
        {
            hits.ForEach(h => taken[h] = false);
            return;
        }

        targets[i] = new BlockTarget(words.Length, share);
        places[i] = (hits.Min(), hits.Max() + 1);
    }

    private static void AlignShort(string[] words, string[] gold, Dictionary<int, List<int>> ones, bool[] taken, int i, BlockTarget[] targets, (int Start, int End)[] places)
    {
        var before = Enumerable.Range(0, i).Reverse().Take(40).FirstOrDefault(j => places[j].Start >= 0, -1);
        var after = Enumerable.Range(i + 1, Math.Min(40, places.Length - i - 1)).FirstOrDefault(j => places[j].Start >= 0, -1);
        if (before < 0 && after < 0)
        {
            return;
        }

        var low = before < 0 ? 0 : places[before].End - 1;
        var high = after < 0 ? gold.Length : places[after].Start + 1;
        if (!ones.TryGetValue(Hash(words, 0, 1), out var starts))
        {
            return;
        }

        var best = -1;
        foreach (var s in starts)
        {
            if (s >= low && s + words.Length <= high && Matches(words, 0, words.Length, gold, s, taken))
            {
                best = before < 0 ? s : best < 0 ? s : best;
            }
        }

        if (best < 0)
        {
            return;
        }

        taken.AsSpan(best, words.Length).Fill(true);
        targets[i] = new BlockTarget(words.Length, 1);
        places[i] = (best, best + words.Length);
    }

    private static int Distance((int Start, int End)[] places, int i)
    {
        for (var d = 1; d < 40; d++)
        {
            if ((i - d >= 0 && places[i - d].Start >= 0) || (i + d < places.Length && places[i + d].Start >= 0))
            {
                return d;
            }
        }

        return 40;
    }

    private static int Find(string[] words, int at, int length, string[] gold, Dictionary<int, List<int>> index, bool[] taken, int expected)
    {
        if (!index.TryGetValue(Hash(words, at, length), out var starts))
        {
            return -1;
        }

        var best = -1;
        foreach (var s in starts)
        {
            if (!Matches(words, at, length, gold, s, taken))
            {
                continue;
            }

            if (s >= expected)
            {
                return s;
            }

            best = best < 0 ? s : best;
        }

        return best;
    }

    private static bool Matches(string[] words, int at, int length, string[] gold, int start, bool[] taken)
    {
        for (var k = 0; k < length; k++)
        {
            if (taken[start + k] || gold[start + k] != words[at + k])
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<int, List<int>> Index(string[] words, int length)
    {
        var index = new Dictionary<int, List<int>>();
        for (var i = 0; i + length <= words.Length; i++)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(index, Hash(words, i, length), out _);
            list ??= [];
            if (length == 1 || list.Count < MostOccurrences)
            {
                list.Add(i);
            }
        }

        return index;
    }

    private static int Hash(string[] words, int at, int length)
    {
        var hash = 17;
        for (var k = 0; k < length; k++)
        {
            foreach (var c in words[at + k])
            {
                hash = unchecked((hash * 31) + c);
            }

            hash = unchecked((hash * 31) + ' ');
        }

        return hash;
    }
}
