using System.Collections.Frozen;
using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>
/// What a line such as "Read also" announces: the rest of its box where that is made of links, or else the links right behind it.
/// They are other articles' headlines, however well they read (benchmark's articles, out of fold: of 89 such blocks that the model
/// took, the gold holds 31, most of them on two pages that list things).
/// </summary>
internal static class LinkBoxes
{
    private const int MostBlocks = 12;
    private const int MostWords = 200;

    /// <summary>Longest line, in words, that may stand beside the links of a box: a kicker, a date, a teaser.</summary>
    private const int LongestBeside = 25;

    /// <summary>Of so many blocks of a box at least one must be a link.</summary>
    private const int BlocksOfLink = 3;

    /// <summary>The blocks that such lines announce; none for what is no article.</summary>
    public static IReadOnlySet<int> Find(PagePrediction page, LabelSheet sheet)
    {
        if (page.Kind != PageKind.Article)
        {
            return FrozenSet<int>.Empty;
        }

        var found = new HashSet<int>();
        for (var i = 0; i < page.View.Count; i++)
        {
            if (sheet[i] is not { Label: Label.Related or Label.Continuation, Reason.Kind: ReasonKind.Pattern })
            {
                continue;
            }

            var (first, end) = Box(page, i) ?? (i + 1, EndOfLinks(page, i + 1));
            found.UnionWith(Enumerable.Range(first, end - first).Where(b => b != i));
        }

        return found;
    }

    /// <summary>The smallest box that holds more than the line, if the rest is links and what goes with them.</summary>
    private static (int First, int End)? Box(PagePrediction page, int line)
    {
        var containers = page.View.Containers;
        var at = page.View.Origins[line].Container;
        while (at > 0 && containers[at].EndBlock - containers[at].FirstBlock <= 1)
        {
            at = containers[at].Parent;
        }

        var (first, end) = (containers[at].FirstBlock, containers[at].EndBlock);
        if (end - first > MostBlocks)
        {
            return null;
        }

        int links = 0, words = 0;
        foreach (var i in Enumerable.Range(first, end - first).Where(b => b != line))
        {
            var isLink = IsLink(page, i);
            if (!isLink && page.View.Shapes[i].ReadWords > LongestBeside)
            {
                return null;
            }

            links += isLink ? 1 : 0;
            words += page.View.Shapes[i].ReadWords;
        }

        return links > 0 && links * BlocksOfLink >= end - first - 1 && words <= MostWords ? (first, end) : null;
    }

    private static int EndOfLinks(PagePrediction page, int first)
    {
        var end = first;
        while (end < page.View.Count && IsLink(page, end))
        {
            end++;
        }

        return end;
    }

    private static bool IsLink(PagePrediction page, int block) =>
        page.View.Blocks[block].Kind != BlockKind.Embed && LinkRuns.IsLink(page.Table, block);
}
