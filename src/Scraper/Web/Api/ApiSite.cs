namespace Scraper.Web.Api;

/// <summary>A site with what is stored of it and how well its rule fits.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Articles">Articles stored.</param>
/// <param name="LastArticleAt">When one was last stored or changed.</param>
/// <param name="LastRunAt">When its last run began.</param>
/// <param name="NextDueAt">When the next is due; null where nobody visits it: no rule with a schedule has its name.</param>
/// <param name="PausedAt">Since when it is not visited because somebody said so; null where it is.</param>
/// <param name="RulePages">Pages read by its rule; null where it has none.</param>
/// <param name="RuleFallbackShare">Share of them lately that the rule did not fit, 0–1.</param>
/// <param name="SilentSelectors">Selectors of the rule that find nothing any more, with file and line.</param>
internal sealed record ApiSite(
    string Name, long Articles, DateTimeOffset? LastArticleAt, DateTimeOffset? LastRunAt, DateTimeOffset? NextDueAt, DateTimeOffset? PausedAt, long? RulePages, double? RuleFallbackShare, IReadOnlyList<string> SilentSelectors);
