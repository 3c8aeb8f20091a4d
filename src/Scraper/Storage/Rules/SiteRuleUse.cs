namespace Scraper.Storage;

/// <summary>How well a site's rule has fitted its pages. Pages are counted when they are read, not when archived pages are read again.</summary>
/// <param name="Site">Name of the site.</param>
/// <param name="Pages">Pages that were read by its rule.</param>
/// <param name="Fallbacks">Those of them whose body was left to the generic labeller.</param>
/// <param name="RecentShare">Share of the latter lately, 0–1: a moving average over about the last 20 pages.</param>
/// <param name="LastFallback">The last of them; <see langword="null"/> where there was none.</param>
/// <param name="Silent">Selectors that are still tried and have found nothing on the last 20 pages or more.</param>
public sealed record SiteRuleUse(string Site, long Pages, long Fallbacks, double RecentShare, RuleFallback? LastFallback, IReadOnlyList<SilentSelector> Silent);
