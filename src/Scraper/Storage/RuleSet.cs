namespace Scraper.Storage;

/// <summary>A version of the rule files that are kept in the store.</summary>
/// <param name="Version">From 1.</param>
/// <param name="PushedAt">When it was put there.</param>
/// <param name="Files">The files, by name.</param>
public sealed record RuleSet(int Version, DateTimeOffset PushedAt, IReadOnlyList<RuleFile> Files);
