namespace Scraper.Storage;

/// <summary>What two tellings of a story have in common.</summary>
/// <param name="ArticleId">Number of the one.</param>
/// <param name="OtherId">Number of the other.</param>
/// <param name="SharedShingles">Runs of four words that stand in both.</param>
/// <param name="Share">Share of the one, 0–1, that stands in the other.</param>
/// <param name="ShareOfOther">Share of the other, 0–1, that stands in the one.</param>
public sealed record TellingPair(long ArticleId, long OtherId, int SharedShingles, double Share, double ShareOfOther);
