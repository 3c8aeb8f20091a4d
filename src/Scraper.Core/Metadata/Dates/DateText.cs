using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Scraper.Core.Metadata;

/// <summary>Dates in lines of text, in the languages of the data files.</summary>
public static class DateText
{
    private const int LongestLine = 200;
    private const int LongestText = 2000;

    /// <summary>Longest line that is a stamp, in UTF-16 code units, and the most words in it that are not of the date.</summary>
    private const int LongestStamp = 80;
    private const int MostAround = 4;

    /// <summary>Characters that count as a word where each is a token of its own.</summary>
    private const int CharactersOfWord = 5;

    /// <summary>The first full date (day, month, year) in a text, with its time and zone where they stand beside it.</summary>
    /// <param name="text">Any text; only its first 2,000 UTF-16 code units are read.</param>
    /// <param name="language">BCP 47 tag of the text, or <see langword="null"/>; it settles 3/4/2021 and months that share a name.</param>
    /// <param name="date">The date.</param>
    public static bool TryParse(string text, string? language, [NotNullWhen(true)] out PageDate? date)
    {
        ArgumentNullException.ThrowIfNull(text);
        date = Find(Line(text, LongestText, language)).Select(m => m.Date).FirstOrDefault(d => d is not null);
        return date is not null;
    }

    /// <summary>
    /// Whether a line is nothing but when: a date or a time ago, with only such words as "updated", weekdays and marks around it.
    /// A line that goes on to say something (<c>CAIRO – 17 May 2019: Iran’s …</c>) is not.
    /// </summary>
    /// <param name="text">One line or block of text.</param>
    public static bool IsDateLine(string text) => IsDateLine(text, null);

    /// <inheritdoc cref="IsDateLine(string)"/>
    /// <param name="text">One line or block of text.</param>
    /// <param name="language">BCP 47 tag of the text, or <see langword="null"/>.</param>
    public static bool IsDateLine(string text, string? language)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestLine || !HasDigit(text))
        {
            return false;
        }

        return IsDateLine(new LineReader(text, language), 0, int.MaxValue);
    }

    /// <summary>As <see cref="IsDateLine(string)"/> for the line that is being read.</summary>
    internal static bool IsDateLine(LineReader line) => line.Text.Length <= LongestLine && HasDigit(line.Text) && IsDateLine(line, 0, int.MaxValue);

    private static bool HasDigit(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.AsSpan().ContainsAnyInRange('0', '9');
        }

        foreach (var c in text)
        {
            if (char.IsDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>As <see cref="IsDateLine(string)"/> for a stretch of tokens.</summary>
    internal static bool IsDateLine(LineReader line, int start, int end)
    {
        int dates = 0, clocks = 0, numbers = 0;
        var uses = WordUse.None;
        var isCounted = false;
        for (var i = start; i < end && line.Has(i);)
        {
            if (Date(line, i) is { } date && date.End <= end)
            {
                dates++;
                i = date.End;
            }
            else if (line.MayBeWhen(i) && ClockReader.Read(line, i) is { } clock && clock.End <= end)
            {
                clocks++;
                i = clock.End;
            }
            else if (line[i].Kind == TextTokenKind.Mark)
            {
                if (line[i].Folded[0] is '%' or '$' or '€' or '£' or '?' or '!' or '"')
                {
                    return false;
                }

                i++;
            }
            else if (line[i].IsNumber)
            {
                numbers++;
                i++;

                // "3 hours ago", but not "Day 3": what is counted follows.
                isCounted |= i < end && line.Match(i, WordUse.Relative) > 0;
            }
            else if (Around(line, i, ref uses) is > 0 and var length)
            {
                i += length;
            }
            else if (ZoneTable.Contains(line[i].Folded) && clocks + dates > 0)
            {
                i++;
            }
            else
            {
                return false;
            }
        }

        var isLabelled = (uses & (WordUse.Published | WordUse.Updated)) != 0;
        return dates > 0 ? numbers <= 1
            : clocks > 0 ? isLabelled && numbers == 0
            : numbers is 1 or 2 && isCounted && Math.Min(end, line.Count) - start <= 10;
    }

    /// <summary>
    /// Whether a line is when something was put out and by whom: a date with a time of day, and at most a few words around it
    /// (<c>2014年01月16日 04:04 新浪科技</c>, <c>Reader7 - 16.08.2015 10:16</c>). What ends like a sentence is none.
    /// </summary>
    internal static bool IsStamp(LineReader line)
    {
        if (line.Text.Length > LongestStamp || line.Text.AsSpan().TrimEnd() is [.., '.' or '?' or '!' or '。'])
        {
            return false;
        }

        for (var i = 0; line.Has(i); i++)
        {
            if (Date(line, i) is { Date.Precision: > DatePrecision.Day } date)
            {
                return Said(line, 0, i) + Said(line, date.End, line.Count) <= MostAround;
            }
        }

        return false;
    }

    /// <summary>How many words a stretch has besides its marks; of scripts that write each character as a token, so many make one.</summary>
    private static int Said(LineReader line, int start, int end)
    {
        int words = 0, characters = 0;
        for (var i = start; i < end; i++)
        {
            var isCharacter = line[i].Folded is [> '\u007f'];
            characters += isCharacter ? 1 : 0;
            words += isCharacter || line[i].Kind == TextTokenKind.Mark ? 0 : 1;
        }

        return words + ((characters + CharactersOfWord - 1) / CharactersOfWord);
    }

    /// <summary>All dates of a line, in order, none overlapping.</summary>
    internal static IEnumerable<DateMatch> Find(LineReader line)
    {
        for (var i = 0; line.Has(i);)
        {
            if (Date(line, i) is { } match)
            {
                yield return match;
                i = match.End;
            }
            else
            {
                i++;
            }
        }
    }

    internal static LineReader Line(string text, int cap, string? language) => new(text.Length > cap ? text[..cap] : text, language);

    // A day with the time before or after it, or a day alone.
    internal static DateMatch? Date(LineReader line, int index)
    {
        if (!line.MayBeWhen(index))
        {
            return null;
        }

        if (CalendarReader.Read(line, index) is { } day)
        {
            var clock = day.Clock;
            var end = day.End;
            if (clock is null && ClockReader.Read(line, SkipToClock(line, end)) is { } after)
            {
                (clock, end) = (after, after.End);
            }

            return Combine(index, end, day, clock);
        }

        if (ClockReader.Read(line, index) is { } before)
        {
            var dayAt = SkipToDay(line, before.End);
            if (CalendarReader.Read(line, dayAt) is { Year: > 0 } later)
            {
                return Combine(index, later.End, later, before);
            }
        }

        return null;
    }

    /// <summary>The date behind a weekday, or <see langword="null"/>.</summary>
    internal static DateMatch? BehindWeekday(LineReader line, int index)
    {
        if (line.MatchOwn(index, WordUse.Weekday) is not (> 0 and var length))
        {
            return null;
        }

        for (index += length; line[index].IsMark(',') || line[index].IsMark('.'); index++)
        {
        }

        return line.Has(index) ? Date(line, index) : null;
    }

    private static DateMatch Combine(int start, int end, CalendarDay day, ClockTime? clock)
    {
        if (day.Year == 0)
        {
            return new DateMatch(start, end, null);
        }

        var local = new DateTime(day.Year, day.Month, day.Day) + (clock?.Time ?? TimeSpan.Zero);
        var offset = clock is null ? null : clock.Value.Offset ?? (clock.Value.Zone is { } zone ? ZoneTable.Find(zone, local) : null);
        var precision = clock is null ? DatePrecision.Day : clock.Value.HasSeconds ? DatePrecision.Second : DatePrecision.Minute;
        return new DateMatch(start, end, new PageDate(new DateTimeOffset(local, offset ?? TimeSpan.Zero), precision, offset is not null));
    }

    private static int SkipToClock(LineReader line, int i)
    {
        for (var skipped = 0; skipped < 4; skipped++)
        {
            if (line[i].Kind == TextTokenKind.Mark && ",-|·•/@.(:)".Contains(line[i].Folded[0], StringComparison.Ordinal))
            {
                i++;
            }
            else if (line[i].IsWord && line[i].Folded == "t" && line[i + 1].IsNumber)
            {
                i++;
            }
            else if (line[i].IsWord && line.Match(i, WordUse.At | WordUse.Weekday) is > 0 and var length && line.Match(i, WordUse.Am | WordUse.Pm) == 0)
            {
                i += length;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    private static int SkipToDay(LineReader line, int i)
    {
        for (var skipped = 0; skipped < 5; skipped++)
        {
            if (line[i].Kind == TextTokenKind.Mark && ",-|·•/.(".Contains(line[i].Folded[0], StringComparison.Ordinal))
            {
                i++;
            }
            else if (line[i].IsWord && !line.IsMonth(i, out _, out _) && line.Match(i, WordUse.At | WordUse.Weekday) is > 0 and var length)
            {
                i += length;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    private static int Around(LineReader line, int i, ref WordUse uses)
    {
        var longest = 0;
        foreach (var use in (ReadOnlySpan<WordUse>)[WordUse.Published, WordUse.Updated, WordUse.Relative, WordUse.At | WordUse.Weekday | WordUse.Am | WordUse.Pm | WordUse.Ordinal])
        {
            if (line.Match(i, use) is > 0 and var length)
            {
                uses |= use;
                longest = Math.Max(longest, length);
            }
        }

        return longest;
    }
}
