using System.Text.Json;

namespace Scraper.EndToEnd;

/// <summary>How a run of the executable ended.</summary>
/// <param name="Exit">Exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Waited">Time from when its end was waited for.</param>
internal sealed record ScraperResult(int Exit, string Output, string Error, TimeSpan Waited)
{
    /// <summary>Whether a stack trace stands in what it said.</summary>
    public bool HasStackTrace => (Output + Error).Contains("   at ", StringComparison.Ordinal) || (Output + Error).Contains("Unhandled exception", StringComparison.Ordinal);

    /// <summary>Standard output as one JSON text a line.</summary>
    public IReadOnlyList<JsonElement> JsonLines =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => JsonDocument.Parse(line, default).RootElement)];
}
