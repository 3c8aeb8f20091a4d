namespace Scraper.Web.Bench;

/// <summary>A rule file's text while somebody works on it.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Text">The text as it is now.</param>
/// <param name="Began">Digest of the file's text when the work on it began.</param>
internal sealed record RuleDraft(string Site, string Text, string Began);
