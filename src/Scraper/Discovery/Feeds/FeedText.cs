namespace Scraper.Discovery.Feeds;

/// <summary>A text of a feed.</summary>
/// <param name="Value">Text, or HTML with absolute links, by <paramref name="Type"/>.</param>
/// <param name="Type"><c>text/plain</c>, <c>text/html</c>, <c>application/xhtml+xml</c>, or what the feed says.</param>
/// <param name="Language">Language tag that holds for it.</param>
/// <param name="Base">URL its relative links are relative to.</param>
internal sealed record FeedText(string Value, string Type, string? Language, string? Base);
