using System.Collections.Frozen;
using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>
/// Headings that the model leaves although they stand amid text: the next block of their box is text, and so is what comes before, or
/// three headings of that name stand so (the entries of a live blog, the items of a list). Of 274 such headings on the benchmark's
/// articles the gold holds 198; most of the others are on pages whose gold stops early.
/// </summary>
internal static class SubHeadings
{
    /// <summary>Least probability of a heading between text and text.</summary>
    private const float Least = 0.15f;

    /// <summary>Fewest headings of one name, each right above text, that make a series.</summary>
    private const int Series = 3;

    private const int MostWords = 25;

    /// <summary>The headings that the model does not take for text and that are; none for what is no article.</summary>
    public static IReadOnlySet<int> Find(PagePrediction page, LabelSheet sheet)
    {
        if (page.Kind != PageKind.Article || page.FirstData < page.View.Count)
        {
            return FrozenSet<int>.Empty;
        }

        var found = new HashSet<int>();
        var series = new Dictionary<(string Tag, int Class), List<int>>();
        var isAfterText = false;
        for (var i = 0; i < page.View.Count; i++)
        {
            var isText = sheet.IsOpen(i) && page.IsText(i);
            if (page.View.Blocks[i] is { Kind: BlockKind.Heading, Element: { } element } && i != page.Headline && page.View.Shapes[i].ReadWords <= MostWords && !LinkRuns.IsLink(page.Table, i) && IsRightAboveText(page, sheet, i))
            {
                (series.TryGetValue((element.Name, ClassOf(element)), out var same) ? same : series[(element.Name, ClassOf(element))] = []).Add(i);
                if (!isText && isAfterText && sheet.IsOpen(i) && page.Probabilities[i] >= Least)
                {
                    found.Add(i);
                }
            }

            // Captions, embeds and what a marker has told ("Read also: …") do not part a heading from the text above.
            isAfterText = !sheet.IsOpen(i) || page.View.Blocks[i].Kind is BlockKind.Caption or BlockKind.Embed ? isAfterText : isText;
        }

        foreach (var same in series.Values.Where(s => s.Count >= Series))
        {
            found.UnionWith(same.Where(i => sheet.IsOpen(i) && !page.IsText(i)));
        }

        return found;
    }

    /// <summary>Whether the next block of the box that holds more than the heading is text.</summary>
    private static bool IsRightAboveText(PagePrediction page, LabelSheet sheet, int heading)
    {
        var containers = page.View.Containers;
        var at = page.View.Origins[heading].Container;
        while (at > 0 && containers[at].EndBlock - containers[at].FirstBlock <= 1)
        {
            at = containers[at].Parent;
        }

        var next = heading + 1;
        while (next < containers[at].EndBlock && page.View.Blocks[next].Kind is BlockKind.Caption or BlockKind.Embed)
        {
            next++;
        }

        return next < containers[at].EndBlock && page.View.Blocks[next].Kind != BlockKind.Heading && sheet.IsOpen(next) && page.IsText(next);
    }

    private static int ClassOf(HtmlElement element)
    {
        foreach (ref readonly var attribute in element.Attributes.Pairs)
        {
            if (attribute.Kind == AttributeKind.Class)
            {
                return attribute.Number;
            }
        }

        return -1;
    }
}
