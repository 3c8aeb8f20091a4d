using System.Globalization;
using System.Text.RegularExpressions;

namespace Scraper.Discovery.Feeds;

/// <summary>A date of a feed.</summary>
/// <param name="Text">As written.</param>
/// <param name="Value">What it means, in UTC; <see langword="null"/> where that is not clear.</param>
internal sealed partial record FeedDate(string Text, DateTimeOffset? Value)
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // RFC 822, 5.1, and the zones that are met besides.
    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["Z"] = 0,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["BST"] = 1,
        ["CET"] = 1,
        ["CEST"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
        ["JST"] = 9,
    };

    /// <summary>Reads W3C-DTF (any precision), RFC 822/1123/5322 with their usual errors, and asctime. A date without a zone is UTC.</summary>
    public static FeedDate Read(string text) => new(text, Iso(text) ?? Rfc822(text));

    private static DateTimeOffset? Iso(string text)
    {
        if (IsoForm().Match(text.Trim()) is not { Success: true } m)
        {
            return null;
        }

        return Build(Number(m, 1), Number(m, 2, 1), Number(m, 3, 1), Number(m, 4), Number(m, 5), Number(m, 6), m.Groups[7].Value);
    }

    private static DateTimeOffset? Rfc822(string text)
    {
        if (Rfc822Form().Match(text.Trim()) is { Success: true } m)
        {
            var year = Number(m, 3);
            year += m.Groups[3].Length > 2 ? 0 : year < 70 ? 2000 : 1900;
            return Build(year, Month(m.Groups[2].Value), Number(m, 1), Number(m, 4), Number(m, 5), Number(m, 6), m.Groups[7].Value);
        }

        return AsctimeForm().Match(text.Trim()) is { Success: true } a
            ? Build(Number(a, 6), Month(a.Groups[1].Value), Number(a, 2), Number(a, 3), Number(a, 4), Number(a, 5), string.Empty)
            : null;
    }

    private static DateTimeOffset? Build(int year, int month, int day, int hour, int minute, int second, string zone)
    {
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 24 || minute > 59 || second > 60 || Offset(zone) is not { } offset)
        {
            return null;
        }

        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).AddHours(hour).AddMinutes(minute).AddSeconds(second);
        return local.Year is > 1 and < 9998 ? new DateTimeOffset(local - offset, TimeSpan.Zero) : null;
    }

    private static TimeSpan? Offset(string zone)
    {
        if (zone.Length == 0)
        {
            return TimeSpan.Zero;
        }

        if (zone[0] is '+' or '-')
        {
            var digits = zone[1..].Replace(":", string.Empty, StringComparison.Ordinal).PadRight(4, '0');
            var offset = new TimeSpan(int.Parse(digits[..2], CultureInfo.InvariantCulture), int.Parse(digits[2..4], CultureInfo.InvariantCulture), 0);
            return offset > TimeSpan.FromHours(15) ? null : zone[0] == '-' ? -offset : offset;
        }

        return Zones.TryGetValue(zone, out var hours) ? TimeSpan.FromHours(hours) : TimeSpan.Zero;
    }

    private static int Month(string name) => Array.IndexOf(Months, name[..3].ToLowerInvariant()) + 1;

    private static int Number(Match match, int group, int otherwise = 0) =>
        match.Groups[group].Success && match.Groups[group].Length > 0 ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : otherwise;

    [GeneratedRegex(@"^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*([Zz]|[+-]\d{2}:?\d{0,2}|[A-Z]{2,4})?)?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex IsoForm();

    [GeneratedRegex(@"^(?:[A-Za-z]+\.?,?\s*)?(\d{1,2})[\s-]+([A-Za-z]{3})[A-Za-z]*\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([+-]\d{2}:?\d{2}|[A-Za-z]{1,5})?(?:\s*\([^)]*\))?)?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Rfc822Form();

    [GeneratedRegex(@"^[A-Za-z]{3,9},?\s+([A-Za-z]{3})[a-z]*\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(?:[A-Z]{1,5}\s+)?(\d{4})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex AsctimeForm();
}
