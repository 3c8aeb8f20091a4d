using System.Text.Json;

namespace Scraper.Core.Decoding;

/// <summary>JSON as pages carry it: comments and trailing commas are passed over, halves of surrogate pairs are replaced (<see cref="LoneSurrogates"/>), at most 64 levels.</summary>
internal static class PageJson
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Reads a script.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<char> script) => JsonDocument.Parse(LoneSurrogates.Replaced(script), Lenient);
}
