using Scraper.Core.Blocks;
using static Scraper.Core.Labelling.FeatureReader;

namespace Scraper.Core.Labelling;

/// <summary>Columns Page…: the same for every block, so that a tree can ask what kind of page it is on.</summary>
internal static class PageFeatures
{
    public const int Kinds = 7;

    public static void Write(PageView view, FeatureTable table, ReadOnlySpan<float> kinds)
    {
        int articles = 0, h1 = 0, tables = 0, longest = 0, spaceless = 0, dates = 0, currency = 0, group = 0;
        for (var i = 0; i < view.Count; i++)
        {
            ref readonly var s = ref view.Shapes[i];
            var block = view.Document.Blocks[i];
            h1 += block is { Kind: BlockKind.Heading, Level: 1 } ? 1 : 0;
            tables += block.Kind == BlockKind.Table ? 1 : 0;
            spaceless += s.Spaceless;
            longest = Math.Max(longest, view.Good[i + 1] - view.Good[i]);
            dates += s.HasYear && s.Words < 8 ? 1 : 0;
            currency += s.HasCurrency ? 1 : 0;
        }

        foreach (var container in view.Containers)
        {
            articles += container.Element.Name == "article" && container.EndBlock > container.FirstBlock ? 1 : 0;
        }

        for (var g = 1; g < view.GroupSize.Length; g++)
        {
            group = view.GroupText[g] > view.GroupText[group] && view.GroupSize[g] >= 4 ? g : group;
        }

        ref readonly var main = ref view.Containers[view.Main];
        table.Fill(Feature.PageBlocks, Log(view.Count));
        table.Fill(Feature.PageText, Log(view.Text[^1]));
        table.Fill(Feature.PageGood, Log(view.Good[^1]));
        table.Fill(Feature.PageGoodBlocks, Log(view.GoodBlocks[^1]));
        table.Fill(Feature.PageLinkDensity, view.Link[^1] / (float)Math.Max(1, view.Text[^1]));
        table.Fill(Feature.PageMainShare, view.Sum(view.Text, view.Main) / (float)Math.Max(1, view.Text[^1]));
        table.Fill(Feature.PageMainBlocks, Log(main.EndBlock - main.FirstBlock));
        table.Fill(Feature.PageMainLink, view.LinkDensity(view.Main));
        table.Fill(Feature.PageArticles, Log(articles));
        table.Fill(Feature.PageHeadings, Log(view.Headings[^1]));
        table.Fill(Feature.PageH1, Math.Min(h1, 4));
        table.Fill(Feature.PageItems, Log(view.Items[^1]));
        table.Fill(Feature.PageTables, Log(tables));
        table.Fill(Feature.PageControls, Log(view.Containers[0].Controls));
        table.Fill(Feature.PageMedia, Log(view.Containers[0].Media));
        table.Fill(Feature.PageLongest, Log(longest));
        table.Fill(Feature.PageMeanGood, view.Good[^1] / (float)Math.Max(1, view.GoodBlocks[^1]));
        table.Fill(Feature.PageSpaceless, spaceless / (float)Math.Max(1, view.Text[^1]));
        table.Fill(Feature.PageAlike, view.GroupSize.Length == 0 ? 0 : Log(view.GroupSize[group]));
        table.Fill(Feature.PageAlikeText, view.GroupSize.Length == 0 ? 0 : view.GroupText[group] / (float)Math.Max(1, view.Text[^1]));
        table.Fill(Feature.PageDates, Log(dates));
        table.Fill(Feature.PageCurrency, Log(currency));
        WritePath(view.Signals.Url, table);
        for (var k = 0; k < Kinds; k++)
        {
            table.Fill(Feature.PageKindArticle + (short)k, k < kinds.Length ? kinds[k] : 0);
        }
    }

    private static void WritePath(string url, FeatureTable table)
    {
        int depth = -1, words = -1, digits = -1;
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            var path = uri.AbsolutePath.TrimEnd('/');
            var last = path[(path.LastIndexOf('/') + 1)..];
            depth = path.Count(c => c == '/');
            words = last.Count(c => c is '-' or '_');
            digits = path.Count(char.IsAsciiDigit);
        }

        table.Fill(Feature.PagePathDepth, depth);
        table.Fill(Feature.PagePathWords, Math.Min(words, 12));
        table.Fill(Feature.PagePathDigits, Math.Min(digits, 12));
    }
}
