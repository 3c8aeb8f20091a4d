namespace Scraper.Storage;

/// <summary>Articles of a site on a day.</summary>
/// <param name="Site">Name of the site.</param>
/// <param name="Day">The day in UTC on which they were published or, where the page gives no date, first seen.</param>
/// <param name="Articles">How many, at least 1.</param>
public sealed record DayCount(string Site, DateOnly Day, long Articles);
