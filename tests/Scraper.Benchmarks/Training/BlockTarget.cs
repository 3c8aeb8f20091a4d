namespace Scraper.Benchmarks.Training;

/// <summary>What the gold text says of a block.</summary>
/// <param name="Words">Words of the block.</param>
/// <param name="Share">Share of them that are the page's text, 0–1.</param>
internal readonly record struct BlockTarget(int Words, double Share);
