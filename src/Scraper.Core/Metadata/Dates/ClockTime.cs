namespace Scraper.Core.Metadata;

/// <summary>A time of day as a page prints it.</summary>
/// <param name="Time">Since midnight; a whole day where the day ends (24:00).</param>
/// <param name="HasSeconds">Whether seconds stood there.</param>
/// <param name="Zone">The zone's folded name, or <see langword="null"/>.</param>
/// <param name="Offset">The numeric offset, or <see langword="null"/>.</param>
/// <param name="End">Index of the token after it.</param>
internal readonly record struct ClockTime(TimeSpan Time, bool HasSeconds, string? Zone, TimeSpan? Offset, int End);
