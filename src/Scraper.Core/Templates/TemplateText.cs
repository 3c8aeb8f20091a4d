namespace Scraper.Core.Templates;

/// <summary>A text at a path, and how often it stands there.</summary>
/// <param name="Path">The path as a number.</param>
/// <param name="Pages">Pages on which it stands.</param>
/// <param name="AsText">Pages on which it was taken for the article.</param>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Excerpt">How it begins.</param>
public sealed record TemplateText(ulong Path, int Pages, int AsText, int Length, string Excerpt);
