using System.Globalization;

namespace Scraper.Core.Metadata;

/// <summary>The Solar Hijri calendar of Persian pages; its months are numbered on from <see cref="FirstMonth"/>.</summary>
internal static class SolarCalendar
{
    /// <summary>What Farvardin is numbered.</summary>
    public const int FirstMonth = 21;

    private static readonly PersianCalendar Calendar = new();

    /// <summary>The number of a month given by number: of this calendar where a Persian page's year is one of it.</summary>
    public static int Month(string? language, int year, int month) =>
        year is > 1300 and < 1500 && month is >= 1 and <= 12 && language?.StartsWith("fa", StringComparison.OrdinalIgnoreCase) == true ? month + FirstMonth - 1 : month;

    /// <summary>The Gregorian date of a day, or <see langword="null"/> for one that the calendar lacks.</summary>
    public static DateTime? Day(int year, int month, int day)
    {
        month = month - FirstMonth + 1;
        return year is > 1300 and < 1500 && month <= 12 && day >= 1 && day <= Calendar.GetDaysInMonth(year, month) ? Calendar.ToDateTime(year, month, day, 0, 0, 0, 0) : null;
    }
}
