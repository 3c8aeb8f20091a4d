using Scraper.Core.Blocks;
using static Scraper.Core.Labelling.FeatureReader;

namespace Scraper.Core.Labelling;

/// <summary>Columns Near…: the blocks before and after, and the heading above.</summary>
internal static class NearFeatures
{
    private const int Window = 6;

    public static void Write(PageView view, FeatureTable table)
    {
        // "1" is the next block, "P1" the one before.
        Shift(table, Feature.TextLength, -1, Feature.NearLength1, Feature.NearLength2, Feature.NearLength3);
        Shift(table, Feature.TextLength, 1, Feature.NearLengthP1, Feature.NearLengthP2, Feature.NearLengthP3);
        Shift(table, Feature.TextLinkDensity, -1, Feature.NearLink1, Feature.NearLink2);
        Shift(table, Feature.TextLinkDensity, 1, Feature.NearLinkP1, Feature.NearLinkP2);
        Shift(table, Feature.TagKind, -1, Feature.NearKind1, Feature.NearKind2);
        Shift(table, Feature.TagKind, 1, Feature.NearKindP1, Feature.NearKindP2);
        Shift(table, Feature.TextStopWords, -1, Feature.NearStop1);
        Shift(table, Feature.TextStopWords, 1, Feature.NearStopP1);
        Shift(table, Feature.TextSentences, -1, Feature.NearSentences1);
        Shift(table, Feature.TextSentences, 1, Feature.NearSentencesP1);
        Shift(table, Feature.WordMean, -1, Feature.NearWord1);
        Shift(table, Feature.WordMean, 1, Feature.NearWordP1);
        Shift(table, Feature.ClassPathNearest, -1, Feature.NearClass1);
        Shift(table, Feature.ClassPathNearest, 1, Feature.NearClassP1);
        WriteHeadings(view, table);
        WriteWindows(view, table);
    }

    private static void Shift(FeatureTable table, Feature from, int by, params ReadOnlySpan<Feature> to)
    {
        var source = table.Column((int)from);
        for (var k = 0; k < to.Length; k++)
        {
            var target = table.Column((int)to[k])[..table.Blocks];
            var offset = by * (k + 1);
            for (var i = 0; i < target.Length; i++)
            {
                var at = i - offset;
                target[i] = at >= 0 && at < table.Blocks ? source[at] : -1;
            }
        }
    }

    private static void WriteHeadings(PageView view, FeatureTable table)
    {
        var heading = -1;
        TokenOdd above = default, phrase = default;
        for (var i = 0; i < view.Count; i++)
        {
            var block = view.Blocks[i];
            table[Feature.NearHeadingDistance, i] = heading < 0 ? -1 : Math.Min(i - heading, 40);
            table[Feature.NearHeadingLevel, i] = heading < 0 ? 0 : view.Blocks[heading].Level;
            if (heading >= 0)
            {
                table[Feature.NearHeadingWord, i] = above.Any;
                table[Feature.NearHeadingPhrase, i] = phrase.Any;
                table[Feature.NearHeadingShopWord, i] = above.Shop;
                table[Feature.NearHeadingShopPhrase, i] = phrase.Shop;
                table[Feature.NearHeadingLength, i] = Math.Min(view.Shapes[heading].ReadWords, 20);
                table[Feature.NearHeadingTagged, i] = table[Feature.ClassPathNearest, heading];
            }

            table[Feature.NearMediaBefore, i] = i == 0 ? 0 : Math.Min(view.Origins[i].MediaBefore - view.Origins[i - 1].MediaBefore, 4);
            table[Feature.NearSameBox1, i] = i + 1 < view.Count && Parent(view, i + 1) == Parent(view, i) ? 1 : 0;
            table[Feature.NearSameBoxP1, i] = i > 0 && Parent(view, i - 1) == Parent(view, i) ? 1 : 0;
            if (block.Kind == BlockKind.Heading)
            {
                (heading, above) = (i, Mean(view, i));
                ref readonly var s = ref view.Shapes[i];
                phrase = s.Words <= 8 ? view.Odds[TokenHash.Add(TokenHash.HeadingPhrase, s.Folded)] : default;
            }
        }

        var next = -1;
        for (var i = view.Count - 1; i >= 0; i--)
        {
            table[Feature.NearNextHeading, i] = next < 0 ? -1 : Math.Min(next - i, 40);
            if (view.Blocks[i].Kind == BlockKind.Heading)
            {
                next = i;
            }
        }
    }

    /// <summary>The mean odds of a heading's words.</summary>
    private static TokenOdd Mean(PageView view, int heading)
    {
        float sum = 0, shop = 0;
        var known = 0;
        foreach (var word in view.WordsOf(heading))
        {
            var odds = view.Odds[TokenHash.Add(TokenHash.HeadingWord, word)];
            sum += odds.Any;
            shop += odds.Shop;
            known += odds.Any != 0 ? 1 : 0;
        }

        return known == 0 ? default : new TokenOdd(sum / known, shop / known);
    }

    private static int Parent(PageView view, int block) => view.Containers[view.Origins[block].Container].Parent;

    private static void WriteWindows(PageView view, FeatureTable table)
    {
        int before = -100, n = view.Count;
        for (var i = 0; i < n; i++)
        {
            table[Feature.NearGoodBefore, i] = Math.Min(i - before, 40);
            before = view.Good[i + 1] > view.Good[i] ? i : before;
            int low = Math.Max(0, i - Window), high = Math.Min(n, i + Window + 1);
            table[Feature.NearGoodWindow, i] = Log(view.Good[high] - view.Good[low]);
            table[Feature.NearLinkWindow, i] = (view.Link[high] - view.Link[low]) / (float)Math.Max(1, view.Text[high] - view.Text[low]);
        }

        var after = n + 100;
        for (var i = n - 1; i >= 0; i--)
        {
            table[Feature.NearGoodAfter, i] = Math.Min(after - i, 40);
            after = view.Good[i + 1] > view.Good[i] ? i : after;
        }
    }
}
