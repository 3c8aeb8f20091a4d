namespace Scraper.Core.Metadata;

/// <summary>How exactly a page gives a date.</summary>
public enum DatePrecision
{
    /// <summary>Year, month and day.</summary>
    Day,

    /// <summary>With hours and minutes.</summary>
    Minute,

    /// <summary>With seconds.</summary>
    Second,
}
