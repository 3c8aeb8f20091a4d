using System.Globalization;

namespace Scraper.Fetching.Http;

/// <summary>Reads Retry-After in both forms: seconds, or an HTTP date (RFC 9110, 10.2.3).</summary>
internal static class RetryAfterHeader
{
    /// <summary>How long to wait from now; never negative; <see langword="null"/> where there is no header or no sense in it.</summary>
    public static TimeSpan? Read(string? value, DateTimeOffset now)
    {
        if (value is null)
        {
            return null;
        }

        if (value.Length > 0 && value.All(char.IsAsciiDigit))
        {
            const double Century = 100d * 365 * 24 * 3600;
            return TimeSpan.FromSeconds(Math.Min(double.Parse(value, CultureInfo.InvariantCulture), Century));
        }

        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
        string[] forms = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy", "ddd, dd MMM yyyy HH:mm:ss zzz"];
        if (!DateTimeOffset.TryParseExact(value, forms, CultureInfo.InvariantCulture, Styles, out var date))
        {
            return null;
        }

        return date > now ? date - now : TimeSpan.Zero;
    }
}
