namespace Scraper.Core.Sites;

/// <summary>A page on which the rule can be tried.</summary>
/// <param name="Url">Its absolute URL.</param>
/// <param name="Contains">Texts that the article must contain.</param>
/// <param name="Line">Line in the rule's file.</param>
public sealed record SiteTest(string Url, IReadOnlyList<string> Contains, int Line);
