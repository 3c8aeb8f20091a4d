namespace Scraper.Hosting;

/// <summary>One setting as it is in force.</summary>
/// <param name="Key">Its key, sections parted by colons.</param>
/// <param name="Value">Its value as text; a mask for a secret that is set, empty for nothing.</param>
/// <param name="From">Where it was said: <c>FILE:KEY</c>, an environment variable, <c>command line</c>, <c>default</c>.</param>
/// <param name="IsSecret">Whether <paramref name="Value"/> is masked.</param>
public sealed record EffectiveSetting(string Key, string Value, string From, bool IsSecret);
