namespace Scraper.Fetching;

/// <summary>Whether robots.txt lets a URL be asked for, and how fast.</summary>
/// <param name="Refusal">The outcome that ends the fetch, or <see langword="null"/>.</param>
/// <param name="CrawlDelay">Least time between requests that robots.txt asks for.</param>
internal sealed record Permit(FetchResult? Refusal, TimeSpan? CrawlDelay)
{
    /// <summary>Go ahead.</summary>
    public static readonly Permit Granted = new(null, null);
}
