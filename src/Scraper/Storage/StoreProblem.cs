namespace Scraper.Storage;

/// <summary>Something that <c>scraper db check</c> found wrong.</summary>
/// <param name="Check">Name of the check.</param>
/// <param name="Detail">What was found, and where.</param>
public sealed record StoreProblem(string Check, string Detail);
