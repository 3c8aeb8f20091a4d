namespace Scraper.Core.Sites;

/// <summary>What came of reading one rule file.</summary>
/// <param name="Rule">The rule; <see langword="null"/> where the file has an error.</param>
/// <param name="Problems">All that is wrong with the file, by line.</param>
public sealed record SiteRuleReading(SiteRule? Rule, IReadOnlyList<SiteProblem> Problems);
