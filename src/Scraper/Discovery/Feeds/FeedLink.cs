namespace Scraper.Discovery.Feeds;

/// <summary>A link of a feed or entry.</summary>
/// <param name="Href">Absolute where that can be made.</param>
/// <param name="Rel">Relation; <c>alternate</c> where none is given.</param>
/// <param name="Type">Media type.</param>
/// <param name="Length">Length as written, for enclosures.</param>
internal sealed record FeedLink(string Href, string Rel, string? Type, string? Length);
