namespace Scraper.Discovery.Feeds;

/// <summary>An attribute.</summary>
/// <param name="Namespace">Namespace, or empty.</param>
/// <param name="Name">Local name.</param>
/// <param name="Value">Value.</param>
internal sealed record FeedAttribute(string Namespace, string Name, string Value);
