namespace Scraper.Core.Sites;

/// <summary>A change to the page's source before it is parsed. It is exact text, not a pattern.</summary>
/// <param name="Find">What to look for; at least one character.</param>
/// <param name="Replace">What to put there.</param>
/// <param name="Line">Line in the rule's file.</param>
public sealed record SiteRewrite(string Find, string Replace, int Line);
