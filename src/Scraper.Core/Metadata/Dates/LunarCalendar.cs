using System.Globalization;

namespace Scraper.Core.Metadata;

/// <summary>The Hijri calendar of Arabic pages, as Umm al-Qura counts it; its months are numbered on from <see cref="FirstMonth"/>.</summary>
internal static class LunarCalendar
{
    /// <summary>What Muharram is numbered.</summary>
    public const int FirstMonth = 41;

    private static readonly UmAlQuraCalendar Calendar = new();

    /// <summary>The Gregorian date of a day, or <see langword="null"/> for one that the calendar lacks.</summary>
    public static DateTime? Day(int year, int month, int day)
    {
        month = month - FirstMonth + 1;
        return year is > 1400 and < 1500 && month <= 12 && day >= 1 && day <= Calendar.GetDaysInMonth(year, month) ? Calendar.ToDateTime(year, month, day, 0, 0, 0, 0) : null;
    }
}
