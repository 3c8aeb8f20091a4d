namespace Scraper.Storage;

/// <summary>One telling of a story.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Site">Name of its site.</param>
/// <param name="Url">Its canonical URL.</param>
/// <param name="Title">Its headline.</param>
/// <param name="At">When it was published or, where the page gives no date, first seen.</param>
/// <param name="IsFirst">Whether it was the first.</param>
/// <param name="Source">The paper or agency that most tellings credit; <see langword="null"/>: none does.</param>
/// <param name="Credits">Whom this telling credits.</param>
/// <param name="ShareOfFirst">Share of its body that stands in the first, 0–1; <see langword="null"/>: they were not compared directly.</param>
/// <param name="Adds">Share of its body that stood in no telling it was compared with, 0–1.</param>
public sealed record StoryTelling(
    long ArticleId, string Site, string Url, string Title, DateTimeOffset At, bool IsFirst, string? Source, IReadOnlyList<string> Credits, double? ShareOfFirst, double Adds);
