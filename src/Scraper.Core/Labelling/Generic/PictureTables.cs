using System.Collections.Frozen;
using Scraper.Core.Blocks;
using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Labelling;

/// <summary>Small tables that hold a picture and a line: how old editors put a caption under a picture.</summary>
internal static class PictureTables
{
    /// <summary>A caption and a credit.</summary>
    private const int MostBlocks = 2;

    private const int MostWords = 30;

    /// <summary>A page with more of them is laid out in tables, as letters are.</summary>
    private const int Most = 6;

    /// <summary>Words of text that there must be on the page for each word in such a table.</summary>
    private const int TextTimes = 4;

    /// <summary>The lines in such tables; none for what is no article.</summary>
    public static IReadOnlySet<int> Find(PagePrediction page)
    {
        if (page.Kind != PageKind.Article)
        {
            return FrozenSet<int>.Empty;
        }

        var found = new HashSet<int>();
        var tables = 0;
        var text = Enumerable.Range(0, page.View.Count).Where(page.IsText).Sum(i => page.View.Shapes[i].ReadWords);
        foreach (ref readonly var table in page.View.Containers)
        {
            if (table.Element.Tag.Id != TagId.Table || table.Media == 0 || table.EndBlock - table.FirstBlock is <= 0 or > MostBlocks)
            {
                continue;
            }

            var lines = Enumerable.Range(table.FirstBlock, table.EndBlock - table.FirstBlock).ToArray();
            var words = lines.Sum(i => page.View.Shapes[i].ReadWords);
            if (words <= MostWords && words * TextTimes < text && Array.TrueForAll(lines, i => page.View.Blocks[i].Kind is BlockKind.Paragraph or BlockKind.Caption || IsLineOfTable(page.View.Blocks[i])))
            {
                found.UnionWith(lines);
                tables++;
            }
        }

        return tables <= Most ? found : FrozenSet<int>.Empty;
    }

    // A table of one cell with text.
    private static bool IsLineOfTable(Block block) => block.Kind == BlockKind.Table && !block.Text.AsSpan().Trim().ContainsAny('\t', '\n');
}
