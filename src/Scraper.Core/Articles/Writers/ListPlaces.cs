using System.Globalization;
using Scraper.Core.Blocks;

namespace Scraper.Core.Articles;

/// <summary>Numbers the items of ordered lists as the page shows them. Blocks must be asked for in page order.</summary>
internal sealed class ListPlaces
{
    private const int FarthestItem = 64;

    private readonly Dictionary<HtmlElement, (int Next, int Number)> _lists = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<HtmlElement> _items = new(ReferenceEqualityComparer.Instance);

    /// <summary>The place of a list item's block.</summary>
    public ListPlace Of(Block block)
    {
        if (Item(block.Element) is not { } item)
        {
            return default;
        }

        var isContinued = !_items.Add(item);
        return item.Parent is { Name: "ol" } list ? new ListPlace(isContinued ? null : Number(list, item), isContinued) : new ListPlace(null, isContinued);
    }

    private static HtmlElement? Item(HtmlElement? element)
    {
        for (var i = 0; i < FarthestItem && element is not null; i++, element = element.Parent)
        {
            if (element.Name is "li" or "dt" or "dd")
            {
                return element;
            }
        }

        return null;
    }

    // HTML, section 4.4.5: an item's own value, or one more than the item before it; one less in a reversed list, which begins with its number of items.
    private int Number(HtmlElement list, HtmlElement item)
    {
        var step = list.Attribute("reversed") is null ? 1 : -1;
        var (next, number) = _lists.TryGetValue(list, out var at) ? at : (0, (Integer(list, "start") ?? (step > 0 ? 1 : Items(list))) - step);
        var children = list.ChildSpan;
        while (next < children.Length)
        {
            var child = children[next++];
            if (child is HtmlElement { Name: "li" } other)
            {
                number = Integer(other, "value") ?? number + step;
                if (ReferenceEquals(other, item))
                {
                    break;
                }
            }
        }

        _lists[list] = (next, number);
        return Math.Max(0, number);
    }

    private static int Items(HtmlElement list)
    {
        var count = 0;
        foreach (var child in list.ChildSpan)
        {
            count += child is HtmlElement { Name: "li" } ? 1 : 0;
        }

        return count;
    }

    private static int? Integer(HtmlElement element, string attribute) =>
        int.TryParse(element.Attribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value is >= 0 and < 1_000_000 ? value : null;
}
