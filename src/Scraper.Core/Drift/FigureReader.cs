using System.Globalization;
using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Templates;

namespace Scraper.Core.Drift;

/// <summary>Takes the figures of an extraction.</summary>
public static class FigureReader
{
    private const int MostPaths = 64;
    private const int MostSelectors = 60;
    private const int LongestTitle = 300;
    private const int LongestCaption = 300;

    /// <summary>The figures.</summary>
    /// <param name="extraction">What came of the page.</param>
    /// <param name="url">Its address.</param>
    public static PageFigures Read(Extraction extraction, string url)
    {
        ArgumentNullException.ThrowIfNull(extraction);
        var article = extraction.Article;
        var text = article.Blocks.Where(b => b.Verdict.IsText && b.Block.Kind != BlockKind.Embed).Select(b => b.Block).ToList();
        var length = text.Sum(b => b.Text.Length);
        var paths = new BlockPaths();
        var counts = (extraction.Rule?.Counts ?? []).GroupBy(c => Cut($"{c.Key} {c.Expression}", 120)).Take(MostSelectors).ToList();
        return new PageFigures
        {
            Url = url,
            Refusal = extraction.Verdict.IsArticle ? null : Names.Of(extraction.Verdict.Kind),
            FellBack = extraction.Rule?.FellBack is { } why ? Cut(why, 200) : null,
            Found = [.. counts.Where(g => g.Any(c => c.Hits > 0)).Select(g => g.Key)],
            Missed = [.. counts.Where(g => g.All(c => c.Hits == 0)).Select(g => g.Key)],
            Title = Cut(article.Title, LongestTitle),
            Headlines = Headlines(article, paths),
            Length = length,
            Kept = Share(length, article.Blocks.Sum(b => (long)b.Block.Text.Length)),
            Links = Share(text.Sum(b => b.Inlines.Where(i => i.Kind == InlineKind.Link).Sum(i => i.Length)), length),
            Agreement = extraction.Agreement ?? 1,
            CaptionLike = text.Count(b => IsCaptionLike(b, text[0], article.Blocks)),
            Captions = article.Captions.Count,
            HasAuthor = article.Authors.Count > 0,
            HasDate = article.PublishedAt is not null,
            Paths = [.. text.Select(b => (Path: paths.Of(b), b.Text.Length)).GroupBy(p => p.Path).OrderByDescending(g => g.Sum(p => p.Length)).Take(MostPaths).Select(g => g.Key.ToString("x16", CultureInfo.InvariantCulture))],
        };
    }

    /// <summary>How many different headings stand where the headline does; 0 where no heading is one.</summary>
    private static int Headlines(Article article, BlockPaths paths)
    {
        var headings = article.Blocks.Where(b => b.Block.Kind == BlockKind.Heading).ToList();
        return headings.Find(b => b.Verdict.Label == Label.Title || b.Block.Text == article.Title) is { } headline && paths.Of(headline.Block) is var place
            ? headings.Where(b => paths.Of(b.Block) == place).Select(b => b.Block.Text).Distinct(StringComparer.Ordinal).Count()
            : 0;
    }

    /// <summary>A paragraph that is no whole sentence and stands where a picture's caption would: right behind a picture, or above the text.</summary>
    private static bool IsCaptionLike(Block block, Block first, IReadOnlyList<LabelledBlock> blocks) =>
        block is { Kind: BlockKind.Paragraph, Text.Length: <= LongestCaption } && block.Element is { } element && (ReferenceEquals(block, first) || FollowsPicture(element))
        && (!Sentences.IsEnded(block.Text) || (block.Index > 0 && blocks[block.Index - 1].Block.Kind == BlockKind.Caption));

    private static bool FollowsPicture(HtmlElement element)
    {
        // The nearest element before it, or the one that holds both, is a picture or little else.
        for (var (e, levels) = (element, 0); e.Parent is { } parent && levels < 3; e = parent, levels++)
        {
            HtmlElement? before = null;
            foreach (var child in parent.ChildSpan)
            {
                if (ReferenceEquals(child, e))
                {
                    break;
                }

                before = child as HtmlElement ?? (child is HtmlText run && !run.Text.Span.IsWhiteSpace() ? null : before);
            }

            if (before is not null)
            {
                return before.Name is "img" or "picture" or "figure" or "video" || before.Descendants().Take(8).Any(d => d.Name is "img" or "picture");
            }
        }

        return false;
    }

    private static double Share(long part, long whole) => whole == 0 ? 0 : Math.Round((double)part / whole, 4);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
