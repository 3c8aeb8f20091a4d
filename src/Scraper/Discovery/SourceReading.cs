namespace Scraper.Discovery;

/// <summary>What was read from one source.</summary>
/// <param name="Links">Links to articles.</param>
/// <param name="Further">Sources that it names in turn, best first: the sitemaps of an index, the feeds of a home page.</param>
/// <param name="Error">What is wrong with it; what could be read is there all the same.</param>
/// <param name="Note">What is wrong with one that could be read in spite of it.</param>
internal sealed record SourceReading(IReadOnlyList<FoundLink> Links, IReadOnlyList<Uri> Further, string? Error, string? Note = null);
