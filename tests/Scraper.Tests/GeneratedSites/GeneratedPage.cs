namespace Scraper.Tests.GeneratedSites;

/// <summary>A page of a generated site.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Html">The page.</param>
/// <param name="Text">The text that is wanted.</param>
internal sealed record GeneratedPage(string Url, string Title, string Html, string Text);
