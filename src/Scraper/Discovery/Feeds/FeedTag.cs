namespace Scraper.Discovery.Feeds;

/// <summary>A category or keyword.</summary>
/// <param name="Term">The word.</param>
/// <param name="Scheme">Where it is defined.</param>
/// <param name="Label">How it is shown.</param>
internal sealed record FeedTag(string Term, string? Scheme, string? Label);
