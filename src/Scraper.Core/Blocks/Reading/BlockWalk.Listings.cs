namespace Scraper.Core.Blocks;

// Listings: what stands in preformatted text.
internal sealed partial class BlockWalk
{
    /// <summary>Whether an element numbers the lines of a listing, or copies it.</summary>
    private bool IsListingAside(HtmlElement element, in WalkFrame around)
    {
        var isInListing = around.Kind == BlockKind.Code;
        return element.Tag.Role switch
        {
            TagRole.Control when isInListing => true,
            TagRole.Control => ListingMarkup.IsBeside(around.Element.ChildSpan, around.Next - 1) || (Says(element, ClassSigns.ListingAside) && ClassList.Has(element, "copy-to-clipboard-button", "copybtn")),
            TagRole.Cell when !isInListing => Says(element, ClassSigns.ListingAside) && ListingMarkup.IsNumberCell(element),
            _ => isInListing && Says(element, ClassSigns.ListingAside) && ListingMarkup.IsAside(element),
        };
    }

    /// <summary>Whether an element is part of the listing around it and no block of its own.</summary>
    private static bool IsOfListing(HtmlElement element, in WalkFrame around) => around.Kind == BlockKind.Code && element.Tag.Role switch
    {
        TagRole.Table => ListingMarkup.IsTable(element, isInListing: true),
        TagRole.Row or TagRole.Cell or TagRole.Preformatted => true,
        TagRole.List => element.Name == "ol",
        TagRole.ListItem => around.Element.Name == "ol",
        TagRole.Container => around.Role == TagRole.Table || (element.Name == "div" && ListingMarkup.IsBlockLine(element)),
        _ => false,
    };

    /// <summary>Whether white space here only sets off the markup of lines.</summary>
    private static bool IsBetweenLines(in WalkFrame frame) => frame.Role is TagRole.Table or TagRole.Row or TagRole.List || (frame.Role == TagRole.Container && frame.Element.Name is "tbody" or "thead" or "tfoot");

    private void PartLines(in WalkFrame frame)
    {
        if (frame.Role != TagRole.Cell)
        {
            _text.Line();
        }
    }
}
