using System.Globalization;
using System.Text.RegularExpressions;
using Scraper.Core.Metadata;
using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>Reads the date a field selector found.</summary>
internal static partial class FieldDate
{
    private static readonly string[] WithZone = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss K", "r"];

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyyMMdd"];

    /// <summary>Years that a page may mean; the years of a language's own calendar and ours lie centuries apart.</summary>
    private const int FirstYear = 1800;
    private const int LastYear = 2200;

    /// <summary>The date in a text; <see langword="null"/> where it fits none of the formats.</summary>
    /// <param name="text">The text, folded.</param>
    /// <param name="filter">Formats and zone of the rule; ISO 8601 (and RFC 1123) are always known.</param>
    /// <param name="language">BCP 47 tag for month and day names.</param>
    public static PageDate? Read(string text, TextFilter.Date? filter, string? language)
    {
        var culture = Culture(language);
        foreach (var format in filter?.Formats ?? [])
        {
            if ((Exact(text, format, culture, filter!.Zone) ?? Exact(text, format, InGregorianYears(culture), filter.Zone)) is { } date)
            {
                return date;
            }
        }

        foreach (var format in WithZone)
        {
            if (Exact(text, format, CultureInfo.InvariantCulture, filter?.Zone) is { } date)
            {
                return date;
            }
        }

        return DateTime.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new PageDate(new DateTimeOffset(day, TimeSpan.Zero), DatePrecision.Day, HasZone: false)
            : null;
    }

    private static PageDate? Exact(string text, string format, CultureInfo culture, string? zone)
    {
        // RoundtripKind tells a text that names a zone (Utc or Local kind) from one that does not.
        if (!DateTime.TryParseExact(text, format, culture, DateTimeStyles.RoundtripKind | DateTimeStyles.AllowWhiteSpaces, out var bare) || bare.Year is < FirstYear or > LastYear)
        {
            return null;
        }

        var parts = Literals().Replace(format, string.Empty);
        var precision = parts.Contains('s', StringComparison.Ordinal) || format == "r" ? DatePrecision.Second
            : parts.Contains('m', StringComparison.Ordinal) ? DatePrecision.Minute
            : DatePrecision.Day;
        if (bare.Kind != DateTimeKind.Unspecified
            && DateTimeOffset.TryParseExact(text, format, culture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var moment))
        {
            return new PageDate(moment, precision, HasZone: true);
        }

        if (zone is null || precision == DatePrecision.Day || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var place))
        {
            return new PageDate(new DateTimeOffset(DateTime.SpecifyKind(bare, DateTimeKind.Unspecified), TimeSpan.Zero), precision, HasZone: false);
        }

        var local = DateTime.SpecifyKind(bare, DateTimeKind.Unspecified);
        return new PageDate(new DateTimeOffset(local, place.GetUtcOffset(local)), precision, HasZone: true);
    }

    /// <summary>What a format holds besides its fields: text in quotes, and single characters behind a backslash.</summary>
    [GeneratedRegex("""'[^']*'|"[^"]*"|\\.""")]
    private static partial Regex Literals();

    /// <summary>A page in Thai or Persian may write years of the Common Era as well.</summary>
    private static CultureInfo InGregorianYears(CultureInfo culture)
    {
        if (culture.Calendar is GregorianCalendar || culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() is not { } ours)
        {
            return culture;
        }

        var copy = (CultureInfo)culture.Clone();
        copy.DateTimeFormat.Calendar = ours;
        return copy;
    }

    private static CultureInfo Culture(string? language)
    {
        try
        {
            return language is null ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
