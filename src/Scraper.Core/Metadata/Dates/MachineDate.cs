using System.Globalization;

namespace Scraper.Core.Metadata;

/// <summary>Dates as pages write them for machines: ISO 8601, RFC 5322, Unix time in seconds or milliseconds; or, wrongly, as for people.</summary>
internal static class MachineDate
{
    public static PageDate? Parse(string text, string? language)
    {
        var trimmed = text.Trim();
        if (trimmed.Length is 10 or 13 && trimmed.All(char.IsAsciiDigit) && long.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var unix))
        {
            return new PageDate(trimmed.Length == 13 ? DateTimeOffset.FromUnixTimeMilliseconds(unix) : DateTimeOffset.FromUnixTimeSeconds(unix), DatePrecision.Second, true);
        }

        // ISO 8601's basic format.
        if (trimmed.Length is > 14 and < 25 && trimmed[8] is 'T'
            && DateTimeOffset.TryParseExact(trimmed, ["yyyyMMdd'T'HHmmssK", "yyyyMMdd'T'HHmmsszzz"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var basic))
        {
            return new PageDate(basic, DatePrecision.Second, trimmed.Length > 15);
        }

        return DateText.TryParse(IsoDay.ToCalendar(trimmed) ?? trimmed, language, out var date) ? date : null;
    }
}
