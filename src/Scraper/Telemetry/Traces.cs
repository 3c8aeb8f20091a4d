using System.Diagnostics;

namespace Scraper.Telemetry;

/// <summary>The spans of a visit, for OpenTelemetry. README.md beside this file lists the names. Without a listener they cost nothing.</summary>
internal static class Traces
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "Scraper";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>A visit of a site; the spans of its pages are below it.</summary>
    public static Activity? Visit(string site) => Start("scraper.visit", site);

    /// <summary>The fetching of a page.</summary>
    public static Activity? Fetch(string site) => Start("scraper.fetch", site);

    /// <summary>The reading of a page: decode, blocks, labels, article.</summary>
    public static Activity? Extract(string site) => Start("scraper.extract", site);

    /// <summary>The storing of a page, and learning from it.</summary>
    public static Activity? Store(string site) => Start("scraper.store", site);

    private static Activity? Start(string name, string site) => Source.StartActivity(name)?.SetTag("site", site);
}
