namespace Scraper.Fetching.Robots;

/// <summary>What a line of a robots.txt says.</summary>
internal enum RobotsLineKind
{
    UserAgent,
    Allow,
    Disallow,
    CrawlDelay,
    Sitemap,
}
