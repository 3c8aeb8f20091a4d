using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Blocks;

/// <summary>What highlighters of code (GitHub, highlight.js, Prism, Rouge, Pygments, Chroma, Hexo) put about the lines of a listing.</summary>
internal static class ListingMarkup
{
    private const int DeepestCell = 4;

    private static readonly string[] Numbers =
        ["line-numbers-rows", "linenos", "lineno", "linenumber", "line-number", "lnt", "gutter", "rouge-gutter", "blob-num", "hljs-ln-numbers", "react-code-line-number", "react-syntax-highlighter-line-number"];

    private static readonly string[] Copiers =
        ["copy", "copybtn", "copy-btn", "btn-copy", "copy-button", "copy-code", "code-copy", "copy-code-button", "copy-to-clipboard-button", "clipboard-copy", "btn-clipboard", "zeroclipboard-container"];

    private static readonly string[] Tables = ["rouge-table", "hljs-ln", "highlighttable", "lntable", "js-file-line-container"];

    /// <summary>Words in a class that may say so.</summary>
    public static string[] Signs { get; } = ["line-number", "lineno", "linenum", "lnt", "gutter", "blob-num", "hljs-ln-numbers", "copy", "clipboard"];

    /// <summary>Whether an element in a listing numbers its lines or copies it.</summary>
    public static bool IsAside(HtmlElement element) => ClassList.Has(element, Numbers) || ClassList.Has(element, Copiers);

    /// <summary>Whether a cell of a table holds the numbers of the lines beside it.</summary>
    public static bool IsNumberCell(HtmlElement cell) => ClassList.Has(cell, "blob-num") || (ClassList.Has(cell, Numbers) && HoldsListing(cell));

    /// <summary>Whether a table has a listing's lines for rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="isInListing">Whether it stands in preformatted text.</param>
    public static bool IsTable(HtmlElement table, bool isInListing) =>
        ClassList.Has(table, isInListing ? Tables : ["js-file-line-container"]) || (isInListing && First(table, TagId.Td) is { } cell && ClassList.Has(cell, Numbers));

    /// <summary>Whether a button stands right before or behind preformatted text.</summary>
    /// <param name="siblings">The children of its parent.</param>
    /// <param name="place">Its place among them.</param>
    public static bool IsBeside(ReadOnlySpan<HtmlNode> siblings, int place) => IsListing(siblings, place, 1) || IsListing(siblings, place, -1);

    /// <summary>Whether an inline element in a listing is a line of it.</summary>
    public static bool IsLine(HtmlElement element) => element.Attributes.Length > 0 && (ClassList.Has(element, "line", "code-line") || HiddenMarkup.IsShownAsBlock(element));

    /// <summary>Whether a block-level element in a listing is a line of it, and no part of the page that an unclosed tag brought there.</summary>
    public static bool IsBlockLine(HtmlElement element)
    {
        foreach (var node in element.ChildSpan)
        {
            if (node is HtmlElement { Tag.Role: not (TagRole.Inline or TagRole.Unknown or TagRole.Break or TagRole.Control or TagRole.Skip) })
            {
                return false;
            }
        }

        return true;
    }

    private static bool HoldsListing(HtmlElement cell) => First(cell, TagId.Pre) is not null;

    /// <summary>The first element in an element, the first in that …, that has a name.</summary>
    private static HtmlElement? First(HtmlElement element, TagId name)
    {
        var inner = element;
        for (var i = 0; i < DeepestCell && inner is not null; i++)
        {
            inner = inner.ChildSpan switch
            {
                [HtmlElement first, ..] => first,
                [HtmlText, HtmlElement second, ..] => second,
                _ => null,
            };
            if (inner?.Tag.Id == name)
            {
                return inner;
            }
        }

        return null;
    }

    private static bool IsListing(ReadOnlySpan<HtmlNode> siblings, int place, int step)
    {
        place += step;
        if (place >= 0 && place < siblings.Length && siblings[place] is HtmlText text && text.Text.Span.IsWhiteSpace())
        {
            place += step;
        }

        return place >= 0 && place < siblings.Length && siblings[place] is HtmlElement { Tag.Role: TagRole.Preformatted };
    }
}
