using System.Globalization;
using System.Text.RegularExpressions;

namespace Scraper.Core.Metadata;

/// <summary>Days that ISO 8601 numbers in their week (<c>2026-W05-3</c>) or their year (<c>2026-033</c>).</summary>
internal static partial class IsoDay
{
    /// <summary>A date, with what stands behind its day, its day written as month and day; <see langword="null"/> where it is written so or is none.</summary>
    public static string? ToCalendar(string text)
    {
        var match = Shape().Match(text);
        return match.Success && Day(match) is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}{text.AsSpan(match.Length)}") : null;
    }

    private static DateOnly? Day(Match match)
    {
        var year = Number(match, "year");
        if (match.Groups["week"].Success)
        {
            var week = Number(match, "week");
            return week >= 1 && week <= ISOWeek.GetWeeksInYear(year) ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, (DayOfWeek)(Number(match, "weekday") % 7))) : null;
        }

        var day = Number(match, "day");
        return day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365) ? new DateOnly(year, 1, 1).AddDays(day - 1) : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<year>(?:19|20)[0-9]{2})(?:-W(?<week>[0-9]{2})-(?<weekday>[1-7])|W(?<week>[0-9]{2})(?<weekday>[1-7])|-(?<day>[0-9]{3}))(?=$|[T ])", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
