using System.Text.Json;

namespace Scraper.Cli;

/// <summary>Says what is wrong with a JSON text in words for people.</summary>
internal static class JsonProblem
{
    /// <summary>What is wrong, and at which column of which line where the text has several.</summary>
    /// <param name="broken">What the reader of JSON said; its own words count lines from 0.</param>
    public static string Of(JsonException broken)
    {
        var reason = broken.Message.Split([" LineNumber:", " Path:"], 2, StringSplitOptions.None)[0].TrimEnd('.');
        return broken.LineNumber is > 0 and { } line ? $"line {line + 1}, byte {broken.BytePositionInLine + 1}: {reason}"
            : broken.BytePositionInLine is { } at ? $"byte {at + 1}: {reason}"
            : reason;
    }
}
