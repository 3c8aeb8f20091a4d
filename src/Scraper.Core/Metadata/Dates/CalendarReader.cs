namespace Scraper.Core.Metadata;

/// <summary>Reads a day at a token: 2021-03-04, 4 March 2021, March 4th, 2021, 4.3.2021, 2021年3月4日, 20210304.</summary>
internal static class CalendarReader
{
    /// <summary>Last two figures of 2000 in the Buddhist era.</summary>
    private const int SmallestBuddhist = 43;

    /// <summary>The day that starts at a token, or <see langword="null"/>; a year may be missing only beside a month's name.</summary>
    public static CalendarDay? Read(LineReader line, int index)
    {
        var first = line[index];
        if (!first.IsNumber)
        {
            return MonthFirst(line, index);
        }

        return first.Length switch
        {
            8 when !line[index + 1].IsNumber => Compact(first.Value, index),
            4 => YearFirst(line, index, first.Value),
            1 or 2 or 3 when EraYear.Before(line, index) is { } year => YearFirst(line, index, year),
            1 or 2 => Numeric(line, index) ?? DayFirst(line, index),
            _ => null,
        };
    }

    private static CalendarDay? Compact(int digits, int index) => Valid(digits / 10000, digits / 100 % 100, digits % 100, index + 1);

    private static CalendarDay? YearFirst(LineReader line, int index, int year)
    {
        var i = SkipGap(line, index + 1);
        if (line.IsMonth(i, out var month, out var length))
        {
            i = SkipGap(line, i + length);
            return IsDay(line[i]) ? Valid(year, month, line[i].Value, AfterDay(line, i)) : null;
        }

        // "2024. gada 5. marts": the day before the month.
        if (IsDay(line[i]) && i > index + 1 && SkipGap(line, i + 1) is var monthNameAt && line.IsMonth(monthNameAt, out month, out length))
        {
            return Valid(year, month, line[i].Value, monthNameAt + length);
        }

        if (!IsDay(line[i]) || i == index + 1 || i > index + 2)
        {
            return null;
        }

        var monthAt = i;
        var separator = line[index + 1];
        var dayAt = line[i + 1].Folded == separator.Folded || separator.IsWord ? i + 2 : -1;
        return separator.Kind != TextTokenKind.Number && dayAt > 0 && IsDay(line[dayAt]) && "-/.年년".Contains(separator.Folded[0], StringComparison.Ordinal)
            ? Valid(year, SolarCalendar.Month(line.Language, year, line[monthAt].Value), line[dayAt].Value, AfterDay(line, dayAt))
            : null;
    }

    private static CalendarDay? Numeric(LineReader line, int index)
    {
        var separator = line[index + 1];
        if (separator.Kind != TextTokenKind.Mark || !"/.-".Contains(separator.Folded[0], StringComparison.Ordinal)
            || !IsDay(line[index + 2]) || line[index + 3].Folded != separator.Folded || !line[index + 4].IsNumber || line[index + 4].Length is not (2 or 4)
            || (line[index + 4].Length == 2 && line[index + 5].IsMark(':')))
        {
            return null;
        }

        int a = line[index].Value, b = line[index + 2].Value;
        var order = LanguageTable.Order(line.Language);
        order = separator.IsMark('/') || order == DateOrder.YearFirst ? order : DateOrder.DayFirst;
        if (line[index + 4].Length == 2 && order == DateOrder.YearFirst)
        {
            return Valid(Century(a, line.Language), b, line[index + 4].Value, index + 5);
        }

        var year = line[index + 4].Length == 2 ? Century(line[index + 4].Value, line.Language) : line[index + 4].Value;
        var isMonthFirst = b > 12 || (a <= 12 && order == DateOrder.MonthFirst);
        return isMonthFirst ? Valid(year, a, b, index + 5) : Valid(year, b, a, index + 5);
    }

    private static CalendarDay? DayFirst(LineReader line, int index)
    {
        var day = line[index].Value;
        var i = SkipGap(line, index + 1);
        if (!line.IsMonth(i, out var month, out var length))
        {
            return null;
        }

        i = AfterOtherName(line, i + length, month);
        var yearAt = SkipGap(line, i);
        return Year(line, ref yearAt) is { } year ? Valid(year, month, day, yearAt) : Valid(0, month, day, i);
    }

    // "4 آب/أغسطس 2013", "12 آذار (مارس) 2020": Arabic pages give a month its name in the west and in the east.
    private static int AfterOtherName(LineReader line, int i, int month) =>
        (line[i].IsMark('/') || line[i].IsMark('(')) && line.IsMonth(i + 1, out var other, out var length) && other == month
            ? i + 1 + length + (line[i + 1 + length].IsMark(')') ? 1 : 0)
            : i;

    private static CalendarDay? MonthFirst(LineReader line, int index)
    {
        if (!line.IsMonth(index, out var month, out var length))
        {
            return null;
        }

        var i = index + length;
        i += line[i].IsMark('.') || line[i].IsMark('-') || line[i].IsMark('/') || line[i].IsMark(',') ? 1 : 0;
        // "mar 04/03/2025": a weekday's short form before a date in numbers is no month.
        if (!IsDay(line[i]) || line[i + 1].IsMark(':') || Numeric(line, i) is not null)
        {
            return null;
        }

        var day = line[i].Value;
        var end = i + 1 + line.Match(i + 1, WordUse.Ordinal);
        var yearAt = SkipGap(line, end);
        if (Year(line, ref yearAt) is { } year)
        {
            return Valid(year, month, day, yearAt);
        }

        if (ClockReader.Read(line, end) is { } clock && line[clock.End] is { IsNumber: true, Length: 4 })
        {
            return Valid(line[clock.End].Value, month, day, clock.End + 1) is { } date ? date with { Clock = clock } : null;
        }

        return Valid(0, month, day, end);
    }

    private static int? Year(LineReader line, ref int i)
    {
        var token = line[i];
        if (token is { IsNumber: true, Length: 4 } && !line[i + 1].IsMark(':'))
        {
            i++;
            return token.Value;
        }

        if (token.IsMark('\'') && line[i + 1] is { IsNumber: true, Length: 2 })
        {
            i += 2;
            return Century(line[i - 1].Value, line.Language);
        }

        if (token is { IsNumber: true, Length: 2 } && (line[i - 1].IsMark('-') || (line[i - 1].IsMark('.') && IsThai(line.Language)) || line[i - 1].IsMark('/') || line[i - 1].IsMark(',') || line[i - 1].IsWord) && !line[i + 1].IsMark(':')
            && !(line[i + 1].IsMark('.') && line[i + 2].IsNumber) && line.Match(i + 1, WordUse.Am | WordUse.Pm) == 0 && token.Value is > 9
            && ClockReader.Read(line, i) is null)
        {
            i++;
            return Century(token.Value, line.Language);
        }

        return null;
    }

    // Up to three marks and link words between the parts of a date: "4. de", "3rd of", ", ".
    private static int SkipGap(LineReader line, int i)
    {
        for (var skipped = 0; skipped < 3; skipped++)
        {
            var token = line[i];
            if (token.Kind == TextTokenKind.Mark && ".,-/".Contains(token.Folded[0], StringComparison.Ordinal))
            {
                i++;
            }
            else if (token.IsWord && !line.IsMonth(i, out _, out _) && line.Match(i, WordUse.Ordinal | WordUse.At) is > 0 and var length)
            {
                i += length;
            }
            else if (token.IsWord && token.Length == 1 && "年년".Contains(token.Folded[0], StringComparison.Ordinal))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    private static int AfterDay(LineReader line, int dayAt) =>
        line[dayAt + 1] is { IsWord: true, Length: 1 } mark && "日号號일".Contains(mark.Folded[0], StringComparison.Ordinal) ? dayAt + 2
        : line[dayAt + 1].IsMark('.') && line[dayAt + 2].Kind != TextTokenKind.Mark ? dayAt + 2
        : dayAt + 1;

    private static bool IsDay(TextToken token) => token is { IsNumber: true, Length: 1 or 2, Value: >= 1 and <= 31 };

    // "3 พ.ค. 67": on Thai pages two figures are those of the Buddhist era, unless too small for it.
    private static int Century(int year, string? language) =>
        year >= SmallestBuddhist && IsThai(language) ? 2500 + year
        : year < 70 ? 2000 + year
        : 1900 + year;

    private static bool IsThai(string? language) => language?.StartsWith("th", StringComparison.OrdinalIgnoreCase) == true;

    private static CalendarDay? Valid(int year, int month, int day, int end)
    {
        if (month >= SolarCalendar.FirstMonth)
        {
            return (month >= LunarCalendar.FirstMonth ? LunarCalendar.Day(year, month, day) : SolarCalendar.Day(year, month, day)) is { } date ? new CalendarDay(date.Year, date.Month, date.Day, end) : null;
        }

        // The Buddhist era of Thai pages.
        year = year is >= 2443 and <= 2643 ? year - 543 : year;
        return year is 0 or (>= 1900 and <= 2100) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year == 0 ? 2000 : year, month)
            ? new CalendarDay(year, month, day, end)
            : null;
    }
}
