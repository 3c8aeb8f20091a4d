using Scraper.Core.Blocks;
using static Scraper.Core.Labelling.FeatureReader;

namespace Scraper.Core.Labelling;

/// <summary>Columns Tag…, Class… and Box…: what stands around a block.</summary>
internal static class BoxFeatures
{
    public const int Levels = 5;

    /// <summary>Inline elements looked at between a block's text and its container.</summary>
    private const int MostInline = 6;

    /// <summary>Numbers for the tags that hold a block's text.</summary>
    private static readonly TagMap<float> Leaves = new(static name => name switch
    {
        "p" => 1,
        "div" => 2,
        "span" => 3,
        "a" => 4,
        "li" => 5,
        "h1" => 6,
        "h2" => 7,
        "h3" => 8,
        "h4" or "h5" or "h6" => 9,
        "td" or "th" => 10,
        "figcaption" => 11,
        "blockquote" => 12,
        "strong" or "b" => 13,
        "em" or "i" => 14,
        "pre" or "code" => 15,
        "dd" or "dt" => 16,
        "section" or "article" or "main" => 17,
        "header" or "footer" or "aside" or "nav" => 18,
        "time" => 19,
        "button" or "label" or "legend" or "summary" => 20,
        "table" => 21,
        "small" or "cite" or "address" => 22,
        "figure" => 23,
        _ => 0,
    });

    public static void Write(PageView view, FeatureTable table)
    {
        var path = new List<HtmlElement>(MostInline);
        Span<int> chain = stackalloc int[Levels];
        for (var i = 0; i < view.Count; i++)
        {
            var box = view.Origins[i].Container;
            var facts = Inner(view, view.Blocks[i], box, path);
            WriteTags(view, view.Blocks[i], box, facts, table, i);
            WriteClasses(view, box, facts, table, i);
            Climb(view, box, chain);
            WriteBoxes(view, chain, table, i);
            WriteAlike(view, chain, table, i);
            WriteShares(view, box, table, i);
        }
    }

    /// <summary>The facts of the block's own element: inline elements between it and its container count.</summary>
    private static ContainerFacts Inner(PageView view, Block block, int box, List<HtmlElement> path)
    {
        var container = view.Containers[box].Element;
        ref readonly var facts = ref view.Facts[box];
        if (block.Element is not { } holder || ReferenceEquals(holder, container))
        {
            return facts;
        }

        path.Clear();
        for (var e = holder; e is not null && !ReferenceEquals(e, container) && path.Count < MostInline; e = e.Parent)
        {
            path.Add(e);
        }

        var inner = facts;
        for (var k = path.Count - 1; k >= 0; k--)
        {
            inner.Enter(path[k], view.Elements);
        }

        return inner;
    }

    private static void WriteTags(PageView view, Block block, int box, in ContainerFacts f, FeatureTable table, int i)
    {
        table[Feature.TagKind, i] = (int)block.Kind;
        table[Feature.TagLevel, i] = block.Level;
        table[Feature.TagLeaf, i] = Leaves[view.Containers[box].Element];
        table[Feature.TagHolder, i] = block.Element is { } holder ? Leaves[holder] : 0;
        table[Feature.TagDepth, i] = view.Containers[box].Depth;
        for (var bit = 0; bit <= 19; bit++)
        {
            // The columns Nav…Time stand in the order of the flags.
            table[Feature.TagNav + (short)bit, i] = ((int)f.Flags >> bit) & 1;
        }

        table[Feature.TagSwitchedOff, i] = (f.Flags & ElementFlags.SwitchedOff) != 0 ? 1 : 0;
        table[Feature.TagInline, i] = ReferenceEquals(block.Element, view.Containers[box].Element) ? 0 : 1;
        table[Feature.TagArticleDistance, i] = f.Article < 0 ? -1 : view.Containers[box].Depth - view.Containers[f.Article].Depth;
        table[Feature.TagMainDistance, i] = f.Main < 0 ? -1 : view.Containers[box].Depth - view.Containers[f.Main].Depth;
        var total = Math.Max(1f, view.Good[^1]);
        table[Feature.TagArticleShare, i] = f.Article < 0 ? -1 : view.Sum(view.Good, f.Article) / total;
        table[Feature.TagMainShare, i] = f.Main < 0 ? -1 : view.Sum(view.Good, f.Main) / total;
        table[Feature.TagArticleCount, i] = f.Article < 0 ? -1 : view.GroupSize[view.Facts[f.Article].Group];
    }

    private static void WriteClasses(PageView view, int box, in ContainerFacts f, FeatureTable table, int i)
    {
        var parent = view.Containers[box].Parent;
        var grandparent = parent < 0 ? -1 : view.Containers[parent].Parent;
        table[Feature.ClassOwn, i] = f.Odds;
        table[Feature.ClassOwnMin, i] = f.OddsMin;
        table[Feature.ClassOwnMax, i] = f.OddsMax;
        table[Feature.ClassParent, i] = parent < 0 ? 0 : view.Facts[parent].Odds;
        table[Feature.ClassGrandparent, i] = grandparent < 0 ? 0 : view.Facts[grandparent].Odds;
        table[Feature.ClassPathMin, i] = f.PathMin;
        table[Feature.ClassPathMax, i] = f.PathMax;
        table[Feature.ClassPathSum, i] = f.PathSum;
        table[Feature.ClassPathMean, i] = f.PathCount == 0 ? 0 : f.PathSum / f.PathCount;
        table[Feature.ClassPathNearest, i] = f.Nearest;
        table[Feature.ClassShopOwn, i] = f.Shop;
        table[Feature.ClassShopMin, i] = f.ShopMin;
        table[Feature.ClassShopMax, i] = f.ShopMax;
        table[Feature.ClassShopSum, i] = f.ShopSum;
        table[Feature.ClassShopNearest, i] = f.ShopNearest;
    }

    /// <summary>The container and those around it, each larger than the one before (a wrapper around one box is that box).</summary>
    public static void Climb(PageView view, int box, Span<int> chain)
    {
        chain[0] = box;
        for (var level = 1; level < Levels; level++)
        {
            chain[level] = view.Larger(chain[level - 1]);
        }
    }

    private static void WriteBoxes(PageView view, ReadOnlySpan<int> chain, FeatureTable table, int i)
    {
        var good = Math.Max(1f, view.Good[^1]);
        for (var level = 0; level < Levels; level++)
        {
            table[Feature.BoxShare0 + (short)level, i] = view.Sum(view.Good, chain[level]) / good;
            table[Feature.BoxLink0 + (short)level, i] = view.LinkDensity(chain[level]);
            if (level < 4)
            {
                table[Feature.BoxText0 + (short)level, i] = Log(view.Sum(view.Text, chain[level]));
            }

            if (level is > 0 and < 4)
            {
                table[Feature.BoxBlocks1 + (short)(level - 1), i] = Log(Blocks(view, chain[level]));
            }

            if (level is > 0 and < 3)
            {
                ref readonly var c = ref view.Containers[chain[level]];
                table[Feature.BoxMedia1 + (short)(level - 1), i] = Log(c.Media);
                table[Feature.BoxControls1 + (short)(level - 1), i] = Log(c.Controls);
                table[Feature.BoxHeadings1 + (short)(level - 1), i] = Log(view.Sum(view.Headings, chain[level]));
                table[Feature.BoxItems1 + (short)(level - 1), i] = Log(view.Sum(view.Items, chain[level]));
            }

            if (level < 3)
            {
                var blocks = Blocks(view, chain[level]);
                table[Feature.BoxPlace0 + (short)level, i] = (i - view.Containers[chain[level]].FirstBlock) / (float)Math.Max(1, blocks - 1);
            }
        }
    }

    private static int Blocks(PageView view, int container) => view.Containers[container].EndBlock - view.Containers[container].FirstBlock;

    private static void WriteAlike(PageView view, ReadOnlySpan<int> chain, FeatureTable table, int i)
    {
        int best = -1, level = -1;
        for (var k = 0; k < 4; k++)
        {
            var group = view.Facts[chain[k]].Group;
            var size = view.GroupSize[group];
            table[Feature.BoxAlike0 + (short)k, i] = Log(size);
            if (k > 0 && size >= 3 && best < 0)
            {
                (best, level) = (group, k);
            }
        }

        table[Feature.BoxAlikeLevel, i] = level;
        table[Feature.BoxAlikeMany, i] = best < 0 ? -1 : Log(view.GroupSize[best]);
        table[Feature.BoxAlikeText, i] = best < 0 ? -1 : Log(view.GroupText[best] / view.GroupSize[best]);
        table[Feature.BoxAlikeGood, i] = best < 0 ? -1 : Log(view.GroupGood[best] / view.GroupSize[best]);
        table[Feature.BoxAlikeLink, i] = best < 0 ? -1 : view.GroupLink[best] / (float)Math.Max(1, view.GroupText[best]);
    }

    private static void WriteShares(PageView view, int box, FeatureTable table, int i)
    {
        var total = view.Good[^1];
        int fifth = -1, half = -1, steps = 0;
        for (var c = box; c >= 0; c = view.Containers[c].Parent, steps++)
        {
            var good = view.Sum(view.Good, c);
            if (fifth < 0 && good * 5 >= total)
            {
                fifth = c;
                table[Feature.BoxUpToFifth, i] = steps;
            }

            if (half < 0 && good * 2 >= total)
            {
                half = c;
                table[Feature.BoxUpToHalf, i] = steps;
            }

            if (good * 10 >= total * 8)
            {
                table[Feature.BoxUpToMost, i] = steps;
                break;
            }
        }

        table[Feature.BoxFifthLink, i] = fifth < 0 ? 1 : view.LinkDensity(fifth);
        table[Feature.BoxHalfLink, i] = half < 0 ? 1 : view.LinkDensity(half);
        table[Feature.BoxHalfBlocks, i] = half < 0 ? 0 : Log(Blocks(view, half));
    }
}
