using Scraper.Core.Articles;

namespace Scraper.Storage;

/// <summary>What today's rules and model read from the page that a stored article comes from.</summary>
/// <param name="PageId">Number of the page in the archive.</param>
/// <param name="Article">The reading.</param>
public sealed record EarlierReading(long PageId, Article Article);
