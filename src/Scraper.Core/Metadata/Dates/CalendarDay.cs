namespace Scraper.Core.Metadata;

/// <summary>A day as a page prints it.</summary>
/// <param name="Year">1900–2100, or 0 where none is given.</param>
/// <param name="Month">1–12.</param>
/// <param name="Day">1–31, valid in its month.</param>
/// <param name="End">Index of the token after it.</param>
/// <param name="Clock">A time that stood inside it (<c>Thu Mar 4 12:00:00 EST 2021</c>).</param>
internal readonly record struct CalendarDay(int Year, int Month, int Day, int End, ClockTime? Clock = null);
