using System.Collections.Frozen;
using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>
/// Which blocks between the headline and the body are the article's standfirst or its key points. Where a line that
/// names author or date, or an element that is marked as the article's body, follows them, they are not the body.
/// </summary>
internal static class HeadSummary
{
    private const int FarthestByline = 14;
    private const int MostBlocks = 3;
    private const int MostWords = 60;

    /// <summary>Words of a link that is more than a writer's name.</summary>
    private const int WordsOfTitle = 5;

    /// <summary>Most blocks of another story's card: its kicker, title, teaser and date.</summary>
    private const int BlocksOfCard = 5;

    /// <summary>Words of text there must be for each word of a standfirst.</summary>
    private const int BodyTimes = 4;

    /// <summary>Share of the text that the marked body must hold, by which it is known to be whole.</summary>
    private const double WholeBody = 0.6;

    /// <summary>The blocks that would be taken for text and are said before it begins.</summary>
    public static IReadOnlySet<int> Find(PagePrediction page, LabelSheet sheet)
    {
        if (page.Kind != PageKind.Article || page.FirstData < page.View.Count || page.Headline is not { } title)
        {
            return FrozenSet<int>.Empty;
        }

        var all = Words(page, Text(page, 0, page.View.Count));
        if (Byline(page, sheet, title) is { } byline && Text(page, title + 1, byline) is { Count: > 0 and <= MostBlocks } standfirst
            && Words(page, standfirst) is <= MostWords and var words && words * BodyTimes < all)
        {
            return standfirst.ToFrozenSet();
        }

        if (MarkedBody(page) is { } body && body.FirstBlock > title && Text(page, title + 1, body.FirstBlock) is { Count: > 0 } points
            && Words(page, Text(page, body.FirstBlock, body.EndBlock)) is var inside && inside > WholeBody * all && Words(page, points) * 2 < inside)
        {
            return points.ToFrozenSet();
        }

        return FrozenSet<int>.Empty;
    }

    private static int? Byline(PagePrediction page, LabelSheet sheet, int title)
    {
        var around = new HashSet<HtmlElement>(ReferenceEqualityComparer.Instance);
        for (var element = page.View.Blocks[title].Element; element is not null; element = element.Parent)
        {
            around.Add(element);
        }

        for (var i = title + 1; i < Math.Min(page.View.Count, title + FarthestByline); i++)
        {
            if ((sheet[i]?.Label is Label.Byline or Label.Date || page.Table[Feature.TagTime, i] == 1) && IsOfHead(page, i, around))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>Whether a line can be the headline's: not a sub-heading of a timeline, the date of a picture, a post or another story's card.</summary>
    private static bool IsOfHead(PagePrediction page, int line, HashSet<HtmlElement> aroundTitle)
    {
        if (page.View.Blocks[line].Kind is BlockKind.Heading or BlockKind.Caption or BlockKind.Quote)
        {
            return false;
        }

        for (var element = page.View.Blocks[line].Element; element is not null && !aroundTitle.Contains(element); element = element.Parent)
        {
            if (element.Name is "figure" or "figcaption" or "blockquote" or "aside")
            {
                return false;
            }
        }

        return !IsInCard(page, line, aroundTitle);
    }

    /// <summary>Whether a line shares a small box with a heading, or with a link of words enough for a story's title.</summary>
    private static bool IsInCard(PagePrediction page, int line, HashSet<HtmlElement> aroundTitle)
    {
        foreach (var box in page.View.Containers)
        {
            if (box.FirstBlock <= line && line < box.EndBlock && box.EndBlock - box.FirstBlock <= BlocksOfCard && !aroundTitle.Contains(box.Element))
            {
                for (var i = box.FirstBlock; i < box.EndBlock; i++)
                {
                    if (page.View.Blocks[i].Kind == BlockKind.Heading || (page.Table[Feature.TextIsOneLink, i] == 1 && page.View.Shapes[i].ReadWords >= WordsOfTitle))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>The only element that says it is the article's body.</summary>
    private static BlockContainer? MarkedBody(PagePrediction page)
    {
        BlockContainer? found = null;
        foreach (var container in page.View.Containers)
        {
            if (container.EndBlock > container.FirstBlock && container.Element.Attributes.Find(AttributeKind.ItemProp) is { } value && value.Span.Contains("articleBody", StringComparison.OrdinalIgnoreCase))
            {
                if (found is not null)
                {
                    return null;
                }

                found = container;
            }
        }

        return found;
    }

    private static List<int> Text(PagePrediction page, int from, int to) =>
        [.. Enumerable.Range(from, Math.Max(0, to - from)).Where(i => page.View.Blocks[i].Kind != BlockKind.Caption && page.IsText(i))];

    private static int Words(PagePrediction page, List<int> blocks) => blocks.Sum(i => page.View.Shapes[i].ReadWords);
}
