namespace Scraper.Storage;

/// <summary>An article found by its words.</summary>
/// <param name="Article">It.</param>
/// <param name="Score">How well it matches; higher is better, comparable within one search only.</param>
/// <param name="Snippet">The passage that matches best, matches between U+0002 and U+0003.</param>
public sealed record SearchHit(ArticleSummary Article, double Score, string Snippet);
