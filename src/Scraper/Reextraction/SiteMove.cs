namespace Scraper.Reextraction;

/// <summary>Articles that go to another site, because another rule reads their pages, or none does.</summary>
/// <param name="From">The site that they have.</param>
/// <param name="To">The site that they get: the rule's name, or the host's.</param>
/// <param name="HasRule">Whether a rule in force gives it.</param>
/// <param name="Articles">How many.</param>
internal sealed record SiteMove(string From, string To, bool HasRule, int Articles);
