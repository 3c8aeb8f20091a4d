namespace Scraper.Core.Sites;

/// <summary>How a CSS selector is answered on the light tree.</summary>
/// <param name="Test">Whether an element fits.</param>
/// <param name="Words">Words of which every element that fits has one in its class or id; <see langword="null"/> where none are known.</param>
internal sealed record CssPlan(CssTest Test, IReadOnlyList<string>? Words);
