namespace Scraper.Core.Sites;

/// <summary>A page that lists articles.</summary>
/// <param name="Url">Its absolute URL.</param>
/// <param name="Links">CSS or XPath selector of the links to follow; all links of the same site where there is none.</param>
public sealed record FrontPage(string Url, string? Links);
