using System.Text.Json;

namespace Scraper.Cli;

/// <summary>Reads the objects of which a line of input is one.</summary>
internal static class JsonField
{
    /// <summary>A text that the object must have.</summary>
    /// <param name="entry">The object.</param>
    /// <param name="name">Name of its member.</param>
    /// <exception cref="FormatException">It is no object, or has no such text.</exception>
    public static string Text(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FormatException($"'{name}' is missing or no string");

    /// <summary>A text that the object may lack.</summary>
    /// <param name="entry">The object.</param>
    /// <param name="name">Name of its member.</param>
    /// <returns>The text, or <see langword="null"/> where the member is missing or null.</returns>
    /// <exception cref="FormatException">It is no object, or the member is something else than a text.</exception>
    public static string? TextIfAny(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && (!entry.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) ? null : Text(entry, name);
}
