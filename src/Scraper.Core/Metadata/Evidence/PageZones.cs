namespace Scraper.Core.Metadata;

/// <summary>Which parts of a page are the article's own.</summary>
internal static class PageZones
{
    /// <summary>Whether a part is neither comments, footer, navigation nor related stories, or the headline stands in the same.</summary>
    public static bool IsOwn(PageZone zone, Mark? headline) => (zone & ~(headline?.Zone ?? PageZone.None) & PageZone.Elsewhere) == 0;
}
