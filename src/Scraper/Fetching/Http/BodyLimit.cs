namespace Scraper.Fetching.Http;

/// <summary>How much of a body is read.</summary>
/// <param name="MaxBytes">Most bytes after content codings are undone.</param>
/// <param name="CutsOff">Whether a longer body is cut there (robots.txt) rather than refused.</param>
internal sealed record BodyLimit(int MaxBytes, bool CutsOff);
