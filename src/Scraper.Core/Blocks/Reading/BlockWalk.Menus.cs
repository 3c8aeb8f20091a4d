using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Blocks;

// What the site's own navigation, header and footer become.
internal sealed partial class BlockWalk
{
    /// <summary>With more text than this (UTF-16 code units) outside links, an entry is prose.</summary>
    private const int LongestEntry = 100;

    /// <summary>Site parts around a menu, itself among them: each copies the text of those in it.</summary>
    private const int DeepestMenu = 2;

    /// <summary>Whether an element is a part of the site and not of the page's text, by its tag or its landmark role (WAI-ARIA 1.2, 5.3.4).</summary>
    private static bool IsSitePart(HtmlElement element) =>
        element.Tag.Id is TagId.Nav or TagId.Header or TagId.Footer || RoleOf(element) is "navigation" or "banner" or "contentinfo";

    private static bool IsHeader(HtmlElement element) => element.Tag.Id == TagId.Header || RoleOf(element) is "banner";

    private static ReadOnlySpan<char> RoleOf(HtmlElement element) => element.Attributes.Find(AttributeKind.Role) is { } role ? role.Span.Trim() : default;

    /// <summary>Makes one block of a site part without prose: nobody judges its entries one by one, and on the web they are three blocks in ten.</summary>
    private void FoldMenu(in WalkFrame frame)
    {
        var first = Outline.Containers[frame.Container].FirstBlock;
        var count = Blocks.Count - first;
        if (frame.IsInArticle || frame.SiteParts > DeepestMenu || count < 2 || !IsSitePart(frame.Element) || LinksOfMenu(frame.Element, first) is not { } links)
        {
            return;
        }

        var text = string.Join('\n', Blocks.Skip(first).Select(entry => entry.Text));
        var media = Outline.Origins[first].MediaBefore;
        Blocks.RemoveRange(first, count);
        Outline.Origins.RemoveRange(first, count);
        Outline.Containers.RemoveRange(frame.Container + 1, Outline.Containers.Count - frame.Container - 1);
        Blocks.Add(new Block { Index = first, Kind = BlockKind.Menu, Text = text, Element = frame.Element });
        Outline.Origins.Add(new BlockOrigin(frame.Container, links, media));
    }

    /// <summary>UTF-16 code units in links from a block on; <see langword="null"/> where prose or a headline is among it. A header with more text outside links than in them may be the article's own.</summary>
    private int? LinksOfMenu(HtmlElement part, int first)
    {
        var isHeader = IsHeader(part);
        int links = 0, length = 0;
        for (var i = first; i < Blocks.Count; i++)
        {
            var entry = Blocks[i];
            var linked = Outline.Origins[i].LinkLength;
            var isEntry = entry.Kind switch
            {
                BlockKind.Menu => true,
                BlockKind.Paragraph or BlockKind.ListItem => entry.Text.Length - linked <= LongestEntry,
                BlockKind.Heading => !isHeader && entry.Level > 1 && entry.Text.Length - linked <= LongestEntry,
                _ => false,
            };
            if (!isEntry)
            {
                return null;
            }

            links += linked;
            length += entry.Text.Length;
        }

        return !isHeader || links * 2 >= length ? links : null;
    }
}
