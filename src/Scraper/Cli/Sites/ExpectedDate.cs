using System.Globalization;

namespace Scraper.Cli;

/// <summary>A date as people write it down beside a saved page: ISO 8601, a day or a time with or without an offset.</summary>
internal static class ExpectedDate
{
    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    /// <summary>One form for all ways to write a date, to the second; <see langword="null"/> where it is none.</summary>
    /// <param name="text">The date.</param>
    public static string? Normal(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text
        : DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
        : DateTimeOffset.TryParseExact(text, [.. Times.Select(t => $"{t}K")], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
        : null;
}
