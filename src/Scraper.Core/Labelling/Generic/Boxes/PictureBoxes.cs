using System.Collections.Frozen;
using Scraper.Core.Blocks;
using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Labelling;

/// <summary>Small boxes that hold a picture and a line: its caption, whatever the box is called. Old editors made them of tables.</summary>
internal static class PictureBoxes
{
    /// <summary>A caption and a credit.</summary>
    private const int MostBlocks = 2;

    /// <summary>Fewer words are a mark ("67%") or a name.</summary>
    private const int FewestWords = 4;

    private const int MostWords = 30;

    /// <summary>A page with more of them is a gallery, or laid out in such boxes, as letters are.</summary>
    private const int Most = 6;

    /// <summary>Words of text that there must be on the page for each word in such a box.</summary>
    private const int TextTimes = 4;

    /// <summary>The lines in such boxes; none for what is no article.</summary>
    public static IReadOnlySet<int> Find(PagePrediction page)
    {
        if (page.Kind != PageKind.Article)
        {
            return FrozenSet<int>.Empty;
        }

        var found = new HashSet<int>();
        var boxes = 0;
        var text = Enumerable.Range(0, page.View.Count).Where(page.IsText).Sum(i => page.View.Shapes[i].ReadWords);
        foreach (ref readonly var box in page.View.Containers)
        {
            if (box.Media == 0 || box.EndBlock - box.FirstBlock is <= 0 or > MostBlocks || box.Element.Tag.Id is not (TagId.Table or TagId.Div or TagId.P or TagId.Figure or TagId.Section) || found.Contains(box.FirstBlock))
            {
                continue;
            }

            var lines = Enumerable.Range(box.FirstBlock, box.EndBlock - box.FirstBlock).ToArray();
            var words = lines.Sum(i => page.View.Shapes[i].ReadWords);
            if (words is >= FewestWords and <= MostWords && words * TextTimes < text && Array.Exists(lines, page.IsText) && Array.TrueForAll(lines, i => page.View.Blocks[i].Kind is BlockKind.Paragraph or BlockKind.Caption || IsLineOfTable(page.View.Blocks[i]))
                && (box.Element.Tag.Id == TagId.Table || IsFragment(page.View.Blocks[lines[^1]].Text)))
            {
                found.UnionWith(lines);
                boxes++;
            }
        }

        return boxes <= Most ? found : FrozenSet<int>.Empty;
    }

    // What ends as a sentence does, or announces a list, may be a paragraph that begins with a picture.
    private static bool IsFragment(string text) => !Sentences.IsEnded(text) && text.AsSpan().TrimEnd() is not [.., ':' or '：'];

    // A table of one cell with text.
    private static bool IsLineOfTable(Block block) => block.Kind == BlockKind.Table && !block.Text.AsSpan().Trim().ContainsAny('\t', '\n');
}
