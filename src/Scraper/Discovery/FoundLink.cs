namespace Scraper.Discovery;

/// <summary>A link as a source names it.</summary>
/// <param name="Url">As written, made absolute where it was relative.</param>
/// <param name="Title">What the source calls it, as plain text.</param>
/// <param name="PublishedAt">When the source says it was published.</param>
internal sealed record FoundLink(string Url, string? Title, DateTimeOffset? PublishedAt);
