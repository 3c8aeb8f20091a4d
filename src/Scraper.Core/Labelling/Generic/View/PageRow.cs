using System.Runtime.Intrinsics;
using Scraper.Core.Blocks;
using Scraper.Core.Blocks.Parsing;
using static Scraper.Core.Labelling.FeatureReader;

namespace Scraper.Core.Labelling;

/// <summary>Figures of a page as a whole, in one row: what page kinds and the confidence are told by.</summary>
internal static class PageRow
{
    public const int Kinds = 7;

    /// <summary>Room for a value of each kind: a whole vector.</summary>
    public const int KindsWidth = 8;

    /// <summary>Values that become columns of the feature table, in the order of <c>DataHasBody</c>… and <c>PageBlocks</c>….</summary>
    public const int Columns = Feature.PageKindArticle - Feature.DataHasBody;

    /// <summary>Length of a row: the columns, then for each kind the mean of its best tokens and of all.</summary>
    public const int Length = Columns + (2 * Kinds);

    private const int BestTokens = 8;

    public static float[] Read(PageView view, IKindOdds odds)
    {
        var row = new float[Length];
        WriteData(view.Signals, view, row);
        WriteCounts(view, row);
        WritePath(view.Signals.Url, row);
        WriteKinds(view, odds, row);
        return row;
    }

    private static void WriteData(PageSignals signals, PageView view, float[] row)
    {
        Set(row, Feature.DataHasBody, signals.BodyWords > 0 ? 1 : 0);
        Set(row, Feature.DataBodyShare, signals.BodyWords == 0 ? -1 : Math.Min(2, signals.BodyWords / (float)Math.Max(1, view.Words.Count)));
        Set(row, Feature.DataTypeArticle, signals.IsArticleType ? 1 : 0);
        Set(row, Feature.DataTypeOther, signals.IsOtherType ? 1 : 0);
        Set(row, Feature.DataOpenGraphArticle, signals.IsOpenGraphArticle ? 1 : 0);
        Set(row, Feature.DataHasDate, signals.HasDate ? 1 : 0);
        Set(row, Feature.DataHasAuthor, signals.AuthorWords.Count > 0 ? 1 : 0);
    }

    private static void WriteCounts(PageView view, float[] row)
    {
        int articles = 0, h1 = 0, tables = 0, longest = 0, spaceless = 0, dates = 0, currency = 0, group = 0;
        for (var i = 0; i < view.Count; i++)
        {
            ref readonly var s = ref view.Shapes[i];
            var block = view.Blocks[i];
            h1 += block is { Kind: BlockKind.Heading, Level: 1 } ? 1 : 0;
            tables += block.Kind == BlockKind.Table ? 1 : 0;
            spaceless += s.Spaceless;
            longest = Math.Max(longest, view.Good[i + 1] - view.Good[i]);
            dates += s.HasYear && s.Words < 8 ? 1 : 0;
            currency += s.HasCurrency ? 1 : 0;
        }

        foreach (var container in view.Containers)
        {
            articles += container.Element.Tag.Id == TagId.Article && container.EndBlock > container.FirstBlock ? 1 : 0;
        }

        for (var g = 1; g < view.GroupSize.Length; g++)
        {
            group = view.GroupText[g] > view.GroupText[group] && view.GroupSize[g] >= 4 ? g : group;
        }

        float text = Math.Max(1, view.Text[^1]);
        ref readonly var main = ref view.Containers[view.Main];
        Set(row, Feature.PageBlocks, Log(view.Count));
        Set(row, Feature.PageText, Log(view.Text[^1]));
        Set(row, Feature.PageGood, Log(view.Good[^1]));
        Set(row, Feature.PageGoodBlocks, Log(view.GoodBlocks[^1]));
        Set(row, Feature.PageLinkDensity, view.Link[^1] / text);
        Set(row, Feature.PageMainShare, view.Sum(view.Text, view.Main) / text);
        Set(row, Feature.PageMainBlocks, Log(main.EndBlock - main.FirstBlock));
        Set(row, Feature.PageMainLink, view.LinkDensity(view.Main));
        Set(row, Feature.PageArticles, Log(articles));
        Set(row, Feature.PageHeadings, Log(view.Headings[^1]));
        Set(row, Feature.PageH1, Math.Min(h1, 4));
        Set(row, Feature.PageItems, Log(view.Items[^1]));
        Set(row, Feature.PageTables, Log(tables));
        Set(row, Feature.PageControls, Log(view.Containers[0].Controls));
        Set(row, Feature.PageMedia, Log(view.Containers[0].Media));
        Set(row, Feature.PageLongest, Log(longest));
        Set(row, Feature.PageMeanGood, view.Good[^1] / (float)Math.Max(1, view.GoodBlocks[^1]));
        Set(row, Feature.PageSpaceless, spaceless / text);
        Set(row, Feature.PageAlike, view.GroupSize.Length == 0 ? 0 : Log(view.GroupSize[group]));
        Set(row, Feature.PageAlikeText, view.GroupSize.Length == 0 ? 0 : view.GroupText[group] / text);
        Set(row, Feature.PageDates, Log(dates));
        Set(row, Feature.PageCurrency, Log(currency));
    }

    private static void WritePath(string url, float[] row)
    {
        int depth = -1, words = -1, digits = -1;
        if (UrlText.TryRead(url, out var uri))
        {
            var path = uri.AbsolutePath.TrimEnd('/');
            var last = path[(path.LastIndexOf('/') + 1)..];
            depth = path.Count(c => c == '/');
            words = last.Count(c => c is '-' or '_');
            digits = path.Count(char.IsAsciiDigit);
        }

        Set(row, Feature.PagePathDepth, depth);
        Set(row, Feature.PagePathWords, Math.Min(words, 12));
        Set(row, Feature.PagePathDigits, Math.Min(digits, 12));
    }

    private static void WriteKinds(PageView view, IKindOdds odds, float[] row)
    {
        Span<float> best = stackalloc float[Kinds * BestTokens];
        Span<float> least = stackalloc float[KindsWidth];
        best.Clear();
        least.Clear();
        var (sums, last) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var known = 0;
        foreach (var token in view.Tokens)
        {
            var values = odds[token];
            if (values.IsEmpty)
            {
                continue;
            }

            known++;
            sums += Vector256.Create(values);
            if (Vector256.GreaterThanAny(Vector256.Create(values), last))
            {
                for (var k = 0; k < Kinds; k++)
                {
                    var own = best.Slice(k * BestTokens, BestTokens);
                    Insert(own, values[k]);
                    least[k] = own[^1];
                }

                last = Vector256.Create<float>(least);
            }
        }

        for (var k = 0; k < Kinds; k++)
        {
            float sum = 0;
            foreach (var value in best.Slice(k * BestTokens, BestTokens))
            {
                sum += value;
            }

            row[Columns + k] = sum / BestTokens;
            row[Columns + Kinds + k] = known == 0 ? 0 : sums[k] / MathF.Sqrt(known);
        }
    }

    /// <summary>Keeps the greatest values, the greatest first.</summary>
    private static void Insert(Span<float> best, float value)
    {
        for (var at = 0; value > best[^1] && at < best.Length; at++)
        {
            if (value > best[at])
            {
                (best[at], value) = (value, best[at]);
            }
        }
    }

    private static void Set(float[] row, Feature feature, float value) => row[feature - Feature.DataHasBody] = value;
}
