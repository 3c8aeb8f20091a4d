namespace Scraper.Fetching.Http;

/// <summary>What is asked for, by purpose.</summary>
internal static class AcceptHeader
{
    public static string For(FetchPurpose purpose) => purpose switch
    {
        FetchPurpose.Feed => "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5",
        FetchPurpose.Sitemap => "application/xml, text/xml, application/gzip;q=0.9, text/plain;q=0.8, */*;q=0.5",
        FetchPurpose.Robots => "text/plain, */*;q=0.5",
        _ => "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5",
    };
}
