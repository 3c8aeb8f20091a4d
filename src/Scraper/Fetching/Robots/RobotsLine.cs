namespace Scraper.Fetching.Robots;

/// <summary>A line that means something.</summary>
/// <param name="Kind">What.</param>
/// <param name="Value">Its value; patterns with octets outside US-ASCII percent-encoded and percent-encodings in upper case.</param>
internal readonly record struct RobotsLine(RobotsLineKind Kind, string Value);
