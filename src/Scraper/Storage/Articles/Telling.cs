namespace Scraper.Storage;

/// <summary>An article as one of several that tell a story.</summary>
/// <param name="Article">The article.</param>
/// <param name="FirstSeenAt">When it was first stored.</param>
/// <param name="Credits">Papers and agencies that its text credits.</param>
/// <param name="Adds">Share of its body, 0–1, that stands in no telling before it.</param>
/// <param name="Added">Its paragraphs of which most stands in no telling before it.</param>
public sealed record Telling(ArticleSummary Article, DateTimeOffset FirstSeenAt, IReadOnlyList<string> Credits, double Adds, IReadOnlyList<string> Added);
