using Scraper.Core.Sites;

namespace Scraper.Storage;

/// <summary>A version of the rule files that are kept in the store.</summary>
/// <param name="Version">From 1.</param>
/// <param name="PushedAt">When it was put there.</param>
/// <param name="Files">The files; their paths are below the folder, with slashes.</param>
public sealed record RuleSet(int Version, DateTimeOffset PushedAt, IReadOnlyList<SiteFile> Files);
