namespace Scraper.Core.Metadata;

/// <summary>A date found in a line.</summary>
/// <param name="Start">Index of its first token.</param>
/// <param name="End">Index after its last token, time and zone included.</param>
/// <param name="Date">The date, or <see langword="null"/> where the year is not given.</param>
internal readonly record struct DateMatch(int Start, int End, PageDate? Date);
