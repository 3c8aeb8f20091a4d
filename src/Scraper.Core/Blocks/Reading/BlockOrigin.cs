namespace Scraper.Core.Blocks;

/// <summary>Where a block comes from.</summary>
/// <param name="Container">Index of its nearest container.</param>
/// <param name="LinkLength">UTF-16 code units of its text that stand in links.</param>
/// <param name="MediaBefore">Pictures, videos and frames on the page before it.</param>
internal readonly record struct BlockOrigin(int Container, int LinkLength, int MediaBefore);
