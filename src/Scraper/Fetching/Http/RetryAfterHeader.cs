using System.Globalization;

namespace Scraper.Fetching.Http;

/// <summary>Reads Retry-After in both forms: seconds, or an HTTP date (RFC 9110, 10.2.3); each also as servers misspell it.</summary>
internal static class RetryAfterHeader
{
    private const double Century = 100d * 365 * 24 * 3600;
    private const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;

    private static readonly string[] Forms =
    [
        "d MMM yyyy H:mm:ss 'GMT'", "d MMM yyyy H:mm:ss 'UTC'", "d MMM yyyy H:mm:ss zzz", "d MMM yyyy H:mm:ss", "d-MMM-yy H:mm:ss 'GMT'", "d-MMM-yyyy H:mm:ss 'GMT'",
        "MMM d H:mm:ss yyyy", "yyyy-M-d'T'H:mm:ss.FFFFFFFK", "yyyy-M-d'T'H:mmK", "yyyy-M-d H:mm:ss.FFFFFFFK",
    ];

    /// <summary>How long to wait from now; never negative; <see langword="null"/> where there is no header or no sense in it.</summary>
    public static TimeSpan? Read(string? value, DateTimeOffset now)
    {
        if (value is null)
        {
            return null;
        }

        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, Century));
        }

        if (!DateTimeOffset.TryParseExact(WithoutWeekday(value), Forms, CultureInfo.InvariantCulture, Styles, out var date))
        {
            return null;
        }

        return date > now ? date - now : TimeSpan.Zero;
    }

    // It says nothing that the date does not, and is sometimes wrong.
    private static string WithoutWeekday(string value)
    {
        var date = value.Trim();
        var length = date.IndexOfAny([',', ' ']);
        var isWeekday = length >= 3 && Enum.GetNames<DayOfWeek>().Any(day => date.StartsWith(day[..3], StringComparison.OrdinalIgnoreCase));
        return isWeekday ? date[(length + 1)..].TrimStart() : date;
    }
}
