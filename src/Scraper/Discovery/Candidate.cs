namespace Scraper.Discovery;

/// <summary>A URL that may be an article.</summary>
/// <param name="Url">Its canonical form (<see cref="CanonicalUrl"/>); http or https.</param>
/// <param name="Title">What the source calls it, as plain text.</param>
/// <param name="PublishedAt">When the source says it was published.</param>
/// <param name="FoundIn">Absolute URL of the feed, sitemap or page that names it.</param>
public sealed record Candidate(Uri Url, string? Title, DateTimeOffset? PublishedAt, string FoundIn);
