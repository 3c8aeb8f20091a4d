namespace Scraper.Core.Metadata;

/// <summary>The order in which a language or region writes an all-number date.</summary>
internal enum DateOrder
{
    DayFirst,
    MonthFirst,
    YearFirst,
}
