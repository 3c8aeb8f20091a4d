namespace Scraper.Core.Blocks;

/// <summary>Tells tables that hold data from tables that lay out a page.</summary>
internal static class DataTable
{
    private const int LongestCell = 600;
    private const int LongestMeanCell = 160;

    /// <summary>Whether a table's cells are values that belong together. Looks only as far as the first sign of layout.</summary>
    public static bool Is(HtmlElement table)
    {
        if (table.Attributes.Find(AttributeKind.Role) is { } role && role.Span.Trim() is "presentation" or "none")
        {
            return false;
        }

        int rows = 0, cells = 0, headers = 0, characters = 0, cell = 0, wide = 0, inRow = 0, paragraphs = 0;
        var open = new Stack<(HtmlElement Element, int Next)>();
        open.Push((table, 0));
        while (open.TryPop(out var level))
        {
            var children = level.Element.ChildSpan;
            for (var i = level.Next; i < children.Length; i++)
            {
                if (children[i] is HtmlText text)
                {
                    var length = text.Text.Span.Trim().Length;
                    characters += length;
                    cell += length;
                    if (cell > LongestCell)
                    {
                        return false;
                    }

                    continue;
                }

                var child = (HtmlElement)children[i];
                switch (child.Name)
                {
                    case "table" or "h1" or "h2" or "form" or "article" or "section" or "iframe" or "nav" or "aside" or "figure" or "blockquote" or "pre":
                        return false;
                    case "script" or "style" or "svg" or "noscript" or "template":
                        continue;
                    case "tr":
                        rows++;
                        inRow = 0;
                        break;
                    case "th" or "td":
                        cells++;
                        cell = paragraphs = 0;
                        headers += child.Name == "th" ? 1 : 0;
                        wide += ++inRow == 2 ? 1 : 0;
                        break;
                    case "p" when ++paragraphs > 2:
                        return false;
                    case "caption":
                        headers++;
                        continue;
                    default:
                        break;
                }

                open.Push((level.Element, i + 1));
                open.Push((child, 0));
                break;
            }
        }

        return cells > 0 && wide > 0 && characters > 0 && characters / cells <= LongestMeanCell
            && (headers > 0 || (rows >= 2 && wide * 2 >= rows));
    }
}
