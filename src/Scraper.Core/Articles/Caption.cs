namespace Scraper.Core.Articles;

/// <summary>A caption of the article's pictures.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Repeats">How many times it stands at the article, at least 1.</param>
public sealed record Caption(string Text, int Repeats);
