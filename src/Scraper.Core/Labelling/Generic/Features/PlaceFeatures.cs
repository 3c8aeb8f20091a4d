using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>Columns Place…: where on the page a block stands.</summary>
internal static class PlaceFeatures
{
    private const int Far = 60;

    public static void Write(PageView view, FeatureTable table)
    {
        var n = view.Count;
        ref readonly var main = ref view.Containers[view.Main];
        int firstGood = -1, lastGood = -1, h1 = -1, title = -1;
        for (var i = 0; i < n; i++)
        {
            if (view.Good[i + 1] > view.Good[i])
            {
                firstGood = firstGood < 0 ? i : firstGood;
                lastGood = i;
            }

            if (view.Blocks[i] is { Kind: BlockKind.Heading, Level: 1 } && (h1 < 0 || (table[Feature.CopyTitleShare, i] > 0.7f && table[Feature.CopyTitleShare, h1] <= 0.7f)))
            {
                h1 = i;
            }

            if (table[Feature.CopyIsTitle, i] == 1 && (title < 0 || (view.Blocks[i].Kind == BlockKind.Heading && view.Blocks[title].Kind != BlockKind.Heading)))
            {
                title = i;
            }
        }

        float text = Math.Max(1, view.Text[^1]), good = Math.Max(1, view.Good[^1]), inMain = Math.Max(1, view.Text[main.EndBlock] - view.Text[main.FirstBlock]);
        for (var i = 0; i < n; i++)
        {
            var inside = i >= main.FirstBlock && i < main.EndBlock;
            table[Feature.PlaceIndex, i] = i / (float)n;
            table[Feature.PlaceText, i] = view.Text[i] / text;
            table[Feature.PlaceGood, i] = view.Good[i] / good;
            table[Feature.PlaceFromH1, i] = h1 < 0 ? -Far - 1 : Math.Clamp(i - h1, -Far, Far);
            table[Feature.PlaceFromTitle, i] = title < 0 ? -Far - 1 : Math.Clamp(i - title, -Far, Far);
            table[Feature.PlaceFromFirstGood, i] = firstGood < 0 ? -Far - 1 : Math.Clamp(i - firstGood, -Far, Far);
            table[Feature.PlaceToLastGood, i] = lastGood < 0 ? -Far - 1 : Math.Clamp(lastGood - i, -Far, Far);
            table[Feature.PlaceInMain, i] = inside ? 1 : 0;
            table[Feature.PlaceFromMainStart, i] = Math.Clamp(i - main.FirstBlock, -Far, Far);
            table[Feature.PlaceFromMainEnd, i] = Math.Clamp(main.EndBlock - 1 - i, -Far, Far);
            table[Feature.PlaceMainText, i] = inside ? (view.Text[i] - view.Text[main.FirstBlock]) / inMain : i < main.FirstBlock ? -1 : 2;
        }
    }
}
