namespace Scraper.Discovery.Feeds;

/// <summary>Tells the format from the root element.</summary>
internal static class FeedVersion
{
    /// <summary>Version as in <see cref="Feed.Version"/>; empty where the element is no feed's.</summary>
    public static string Of(FeedNode root) => root.Name.ToLowerInvariant() switch
    {
        "rss" => Rss(root.Attribute("version")?.Trim() ?? string.Empty),
        "rdf" => Rdf(root),
        "feed" => Atom(root),
        "channel" or "item" => "rss",
        _ => string.Empty,
    };

    private static string Rss(string version) => version switch
    {
        "0.90" => "rss090",
        "0.91" => "rss091",
        "0.92" => "rss092",
        "0.93" => "rss093",
        "0.94" => "rss094",
        _ when version.StartsWith("2.", StringComparison.Ordinal) || version == "2" => "rss20",
        _ => "rss",
    };

    private static string Rdf(FeedNode root)
    {
        var isNetscape = root.Attributes.Any(a => a.Namespace == FeedNames.Xmlns && a.Value.Contains("/rdf/simple/0.9", StringComparison.Ordinal));
        return isNetscape ? "rss090" : "rss10";
    }

    private static string Atom(FeedNode root) => root.Namespace switch
    {
        "http://www.w3.org/2005/Atom" => "atom10",
        "http://purl.org/atom/ns#" => root.Attribute("version")?.Trim() switch { "0.1" => "atom01", "0.2" => "atom02", _ => "atom03" },
        _ => root.Attribute("version")?.Trim() == "0.3" ? "atom03" : "atom",
    };
}
