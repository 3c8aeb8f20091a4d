namespace Scraper.Core.Metadata;

/// <summary>Which parts of a page are the article's own.</summary>
internal static class PageZones
{
    /// <summary>Whether a part is neither comments, footer, navigation nor related stories, or the headline stands in the same.</summary>
    public static bool IsOwn(PageZone zone, Mark? headline) => IsNotIn(PageZone.Elsewhere, zone, headline?.Zone ?? PageZone.None);

    /// <summary>Whether a date or printed "By" in a part may be the article's: its own, and no quotation's or picture's.</summary>
    public static bool MayDate(PageZone zone, PageZone headline) => IsNotIn(PageZone.Elsewhere | PageZone.Quoted, zone, headline);

    private static bool IsNotIn(PageZone parts, PageZone zone, PageZone headline) => (zone & ~headline & parts) == 0;
}
