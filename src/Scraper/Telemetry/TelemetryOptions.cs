using Scraper.Core;

namespace Scraper.Telemetry;

/// <summary>Where figures, traces and logs are sent; the section <c>Telemetry</c>.</summary>
public sealed record TelemetryOptions
{
    /// <summary>Root of an OTLP receiver over HTTP (protobuf), such as <c>http://127.0.0.1:4318</c>; empty to send nothing.</summary>
    public string Otlp { get; init; } = string.Empty;

    /// <summary>How often figures are sent, at least a second.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Share of visits, and of pages fetched on demand, that is traced, 0–1.</summary>
    public double Traced { get; init; } = 1;

    internal IEnumerable<string> Problems()
    {
        if (Otlp.Length > 0 && !(UrlText.TryRead(Otlp, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)))
        {
            yield return "Telemetry:Otlp: must be an http or https URL";
        }

        if (!(Traced >= 0 && Traced <= 1))
        {
            yield return "Telemetry:Traced: must be 0 to 1";
        }

        if (Every < TimeSpan.FromSeconds(1))
        {
            yield return "Telemetry:Every: must be at least 1s";
        }
    }
}
