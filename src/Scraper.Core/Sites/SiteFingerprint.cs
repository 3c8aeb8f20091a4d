namespace Scraper.Core.Sites;

/// <summary>How a page shows that a family's software made it. Every part that is given must be there.</summary>
/// <param name="Generator">Matched against <c>meta name="generator"</c>, or <see langword="null"/>.</param>
/// <param name="Selector">Must match something, or <see langword="null"/>.</param>
/// <param name="Source">Exact text of the page's source, or <see langword="null"/>.</param>
public sealed record SiteFingerprint(SitePattern? Generator, Selector? Selector, string? Source);
