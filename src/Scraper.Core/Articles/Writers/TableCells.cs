using Scraper.Core.Blocks;

namespace Scraper.Core.Articles;

/// <summary>Cuts the block of a table into its cells.</summary>
internal static class TableCells
{
    /// <summary>The rows from above, each with its cells from the first column on; not all are as wide.</summary>
    public static List<List<TableCell>> Of(Block table)
    {
        var rows = new List<List<TableCell>> { new() };
        var text = table.Text;
        var next = 0;
        for (var start = 0; start <= text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\t', '\n');
            var end = length < 0 ? text.Length : start + length;
            rows[^1].Add(Cell(table, start, end, ref next));
            if (end < text.Length && text[end] == '\n')
            {
                rows.Add([]);
            }

            start = end + 1;
        }

        return rows;
    }

    private static TableCell Cell(Block table, int start, int end, ref int next)
    {
        var inlines = new List<Inline>();
        var isHeader = false;
        for (; next < table.Inlines.Count && table.Inlines[next].Start < Math.Max(end, start + 1); next++)
        {
            var inline = table.Inlines[next];
            isHeader |= inline.Kind == InlineKind.HeaderCell;

            // What reaches over cells was left open around the table.
            if (inline.Kind != InlineKind.HeaderCell && inline.Start >= start && inline.Start + inline.Length <= end)
            {
                inlines.Add(inline with { Start = inline.Start - start });
            }
        }

        return new TableCell(table with { Text = table.Text[start..end], Inlines = inlines }, isHeader);
    }
}
