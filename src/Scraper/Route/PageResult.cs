using Scraper.Core.Articles;

namespace Scraper.Route;

/// <summary>A page at the end of its journey.</summary>
/// <param name="Url">The URL that was asked for.</param>
/// <param name="Site">Name of the site it was asked for.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Article">What was read from it; <see langword="null"/> where it did not come so far.</param>
public sealed record PageResult(Uri Url, string Site, PageOutcome Outcome, Article? Article);
