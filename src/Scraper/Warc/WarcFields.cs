using System.Globalization;
using Scraper.Core;

namespace Scraper.Warc;

/// <summary>The named fields of a record (ISO 28500:2017, 4). Names do not care for case; of several of one name the first counts.</summary>
internal sealed class WarcFields
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>WARC-Type, such as <c>response</c>; empty where there is none.</summary>
    public string Type => this["WARC-Type"] ?? string.Empty;

    /// <summary>Bytes of the block, or <see langword="null"/> where the field is missing or no number.</summary>
    public long? ContentLength =>
        long.TryParse(this["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    /// <summary>WARC-Date, or <see langword="null"/>.</summary>
    public DateTimeOffset? Date =>
        DateTimeOffset.TryParse(this["WARC-Date"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;

    /// <summary>WARC-Target-URI where it is an absolute http or https one; WARC 1.0 allowed angle brackets around it.</summary>
    public Uri? Target => Address("WARC-Target-URI");

    /// <summary>A field's value, or <see langword="null"/>.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>A field that holds an absolute http or https URI, or <see langword="null"/>.</summary>
    public Uri? Address(string name) =>
        UrlText.TryRead(this[name]?.Trim('<', '>', ' '), out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    /// <summary>Adds a field; a second of the same name is dropped.</summary>
    public void Add(string name, string value) => _values.TryAdd(name, value);
}
