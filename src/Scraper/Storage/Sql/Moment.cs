using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Scraper.Core.Metadata;

namespace Scraper.Storage.Sql;

/// <summary>Moments as the store writes them: UTC text of fixed width, so that text order is time order.</summary>
internal static class Moment
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    [return: NotNullIfNotNull(nameof(moment))]
    public static string? Text(DateTimeOffset? moment) => moment is { } known ? Text(known) : null;

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    [return: NotNullIfNotNull(nameof(text))]
    public static DateTimeOffset? ReadOrNull(string? text) => text is null ? null : Read(text);

    /// <summary>Minutes east of UTC that the page gave, or <see langword="null"/> where it named no zone.</summary>
    public static long? Offset(PageDate? date) => date is { HasZone: true } ? (long)date.Value.Offset.TotalMinutes : null;

    public static string? Precision(PageDate? date) => date?.Precision switch
    {
        null => null,
        DatePrecision.Day => "day",
        DatePrecision.Minute => "minute",
        _ => "second",
    };

    public static PageDate? Date(string? text, long? offset, string? precision)
    {
        if (text is null)
        {
            return null;
        }

        var value = Read(text).ToOffset(TimeSpan.FromMinutes(offset ?? 0));
        return new PageDate(value, precision switch { "day" => DatePrecision.Day, "minute" => DatePrecision.Minute, _ => DatePrecision.Second }, offset is not null);
    }
}
