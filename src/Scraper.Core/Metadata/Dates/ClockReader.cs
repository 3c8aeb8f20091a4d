namespace Scraper.Core.Metadata;

/// <summary>Reads a time of day at a token: 14:05, 2.05 pm, 14h05, 14時05分, 오후 2:05, with its zone.</summary>
internal static class ClockReader
{
    private const string HourMarks = "h時时點点시";
    private const string MinuteMarks = "分분";
    private const string SecondMarks = "秒초";

    /// <summary>Minutes that a zone may be from UTC: what <see cref="DateTimeOffset"/> holds, and the farthest there is (UTC+14).</summary>
    private const int FarthestZone = 14 * 60;

    /// <summary>The time that starts at a token, or <see langword="null"/>.</summary>
    public static ClockTime? Read(LineReader line, int index)
    {
        var i = index;
        var before = Meridiem(line, ref i);
        var hour = line[i];
        // "am 03.05.2024": before a date "am" is no half of the day.
        if (!hour.IsNumber || hour.Length > 2 || hour.Value > 24 || (before is not null && CalendarReader.Read(line, i) is { Year: > 0 }))
        {
            return null;
        }

        i++;
        int minute = 0, second = 0;
        bool hasMinute = false, hasSeconds = false;
        var hasMark = false;
        if (IsMinute(line, i + 1) && (line[i].IsMark(':') || IsHourMark(line, i) || (line[i].IsMark('.') && IsAttached(line, i) && !(line[i + 2].IsMark('.') && line[i + 3].IsNumber))))
        {
            hasMark = !line[i].IsMark('.');
            minute = line[i + 1].Value;
            hasMinute = true;
            i += 2;
            if (line[i].IsMark(':') && IsMinute(line, i + 1))
            {
                second = line[i + 1].Value;
                hasSeconds = true;
                i += 2;
                i += line[i].IsMark('.') && line[i + 1].IsNumber && IsAttached(line, i) ? 2 : 0;
            }
            else
            {
                i += IsIn(line[i], MinuteMarks) || (line[i].IsWord && line[i].Folded is "min" or "m" && IsGlued(line, i)) ? 1 : 0;
                if (line[i].IsNumber && line[i].Length <= 2 && IsIn(line[i + 1], SecondMarks))
                {
                    second = Math.Min(line[i].Value, 59);
                    hasSeconds = true;
                    i += 2;
                }
            }
        }
        else if (IsHourMark(line, i))
        {
            hasMark = true;
            i++;
        }

        var after = before is null ? Meridiem(line, ref i) : null;
        var isAfternoon = before ?? after;
        if (!hasMinute && isAfternoon is null && !hasMark)
        {
            return null;
        }

        var hours = isAfternoon switch
        {
            true when hour.Value < 12 => hour.Value + 12,
            false when hour.Value == 12 => 0,
            _ => hour.Value,
        };
        // ISO 8601: 24:00 is the end of the day; at 24:05 the page's clock counts the first hour so.
        if (hours > 23 && minute + second > 0)
        {
            hours = 0;
        }

        var (zone, offset) = Zone(line, ref i, isMachine: hasSeconds || (hasMinute && line[index - 1].Folded == "t"));
        return new ClockTime(new TimeSpan(hours, minute, second), hasSeconds, zone, offset, i);
    }

    // "10:00:00-08"
    private static bool IsHourZone(LineReader line, int at) =>
        IsGlued(line, at) && line[at + 1].Length == 2 && !(line[at + 2].Kind == TextTokenKind.Mark && IsGlued(line, at + 2) && line[at + 3].IsNumber);

    private static bool IsMinute(LineReader line, int i) => line[i].IsNumber && line[i].Length == 2 && line[i].Value < 60;

    private static bool IsIn(TextToken token, string marks) => token.IsWord && token.Length == 1 && marks.Contains(token.Folded[0], StringComparison.Ordinal);

    private static bool IsHourMark(LineReader line, int i) => IsIn(line[i], HourMarks) && (line[i].Folded != "h" || IsGlued(line, i) || line[i + 1].IsNumber);

    private static bool IsGlued(LineReader line, int i) => line[i - 1].End == line[i].Start;

    private static bool IsAttached(LineReader line, int i) => IsGlued(line, i) && line[i].End == line[i + 1].Start;

    private static bool? Meridiem(LineReader line, ref int i)
    {
        var am = line.Match(i, WordUse.Am);
        var pm = line.Match(i, WordUse.Pm);
        if (am == 0 && pm == 0)
        {
            return null;
        }

        i += Math.Max(am, pm);
        return pm > am;
    }

    // Of a time for machines the zone may be hours alone; behind another one "-12" is until when.
    private static (string? Name, TimeSpan? Offset) Zone(LineReader line, ref int i, bool isMachine)
    {
        var at = i;
        if (line[at].IsMark('(') && line[at + 1].IsWord && ZoneTable.Contains(line[at + 1].Folded) && line[at + 2].IsMark(')'))
        {
            i += 3;
            return (line[at + 1].Folded, null);
        }

        // "(GMT+7)"
        var isWrapped = line[at].IsMark('(') && line[at + 1].IsWord && line[at + 1].Folded is "gmt" or "utc" && line[at + 2].Kind == TextTokenKind.Mark;
        at += isWrapped ? 1 : 0;
        string? name = null;
        if (line[at].IsWord && ZoneTable.Contains(line[at].Folded) && (line[at].Length > 2 || char.IsUpper(line.Text[line[at].Start]) || line[at].Folded == "z"))
        {
            name = line[at++].Folded;
        }

        var isUtc = name is "gmt" or "utc";
        if ((name is null || isUtc) && (line[at].IsMark('+') || line[at].IsMark('-')) && line[at + 1].IsNumber
            && (isUtc || line[at].End == line[at + 1].Start) && (isUtc || line[at + 1].Length == 4 || line[at + 2].IsMark(':') || (isMachine && IsHourZone(line, at))))
        {
            var number = line[at + 1];
            var hours = number.Length == 4 ? number.Value / 100 : number.Value;
            var minutes = number.Length == 4 ? number.Value % 100 : 0;
            var end = at + 2;
            if (number.Length <= 2 && line[end].IsMark(':') && IsMinute(line, end + 1))
            {
                minutes = line[end + 1].Value;
                end += 2;
            }

            if (number.Length is 1 or 2 or 4 && minutes < 60 && (hours * 60) + minutes <= FarthestZone)
            {
                i = end + (isWrapped && line[end].IsMark(')') ? 1 : 0);
                var offset = new TimeSpan(hours, minutes, 0);
                return (null, line[at].IsMark('-') ? -offset : offset);
            }
        }

        i = isWrapped ? i : at;
        return isWrapped ? (null, null) : (name, null);
    }
}
