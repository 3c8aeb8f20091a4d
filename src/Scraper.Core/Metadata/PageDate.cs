using System.Globalization;

namespace Scraper.Core.Metadata;

/// <summary>A date as a page gives it: no more exact, and with no other zone, than what stood there.</summary>
/// <param name="Value">The moment; midnight for a bare day, offset zero where the page names no zone.</param>
/// <param name="Precision">How exact the page was.</param>
/// <param name="HasZone">Whether the page named a zone or offset.</param>
public sealed record PageDate(DateTimeOffset Value, DatePrecision Precision, bool HasZone)
{
    /// <summary>ISO 8601 (RFC 3339 where there is a zone): <c>2019-05-17</c>, <c>2019-05-17T09:07+00:00</c>.</summary>
    public override string ToString() => (Precision, HasZone) switch
    {
        (DatePrecision.Day, _) => Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (DatePrecision.Minute, false) => Value.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        (DatePrecision.Minute, true) => Value.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture),
        (_, false) => Value.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        (_, true) => Value.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
    };
}
