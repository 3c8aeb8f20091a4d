namespace Scraper.Tests.GeneratedSites;

/// <summary>A piece of a story.</summary>
/// <param name="Kind">What it is, by its tag: <c>p</c>, <c>h2</c>, <c>li</c>, <c>blockquote</c>.</param>
/// <param name="Text">Its words.</param>
internal sealed record StoryLine(string Kind, string Text);
