namespace Scraper.Core.Sites.Learning;

/// <summary>A selector that was found, and why it was chosen.</summary>
/// <param name="Expression">CSS or XPath.</param>
/// <param name="Why">For a person, one line.</param>
/// <param name="Attribute">Attribute to read, or <see langword="null"/>.</param>
public sealed record LearntSelector(string Expression, string Why, string? Attribute = null);
