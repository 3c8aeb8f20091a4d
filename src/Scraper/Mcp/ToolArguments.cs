using System.Text.Json;
using ModelContextProtocol;
using Scraper.Core.Sites;

namespace Scraper.Mcp;

/// <summary>The arguments of a call, held against what the schema of the tool says.</summary>
internal static class ToolArguments
{
    private const int LongestShown = 60;

    /// <summary>The arguments as the tool takes them: a number where a text is expected, such as an article's, counts as its digits.</summary>
    /// <param name="schema">The tool's schema of its input.</param>
    /// <param name="given">What the agent gave.</param>
    /// <exception cref="McpException">One is unknown, missing or of another type; says which, and what is expected.</exception>
    public static Dictionary<string, JsonElement> Fit(JsonElement schema, IDictionary<string, JsonElement> given)
    {
        var known = schema.GetProperty("properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        if (given.Keys.FirstOrDefault(name => !known.ContainsKey(name)) is { } stranger)
        {
            throw new McpException($"{stranger}: no such argument; {NearName.Hint(stranger, known.Keys)}");
        }

        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()!) : [];
        return required.FirstOrDefault(name => !given.ContainsKey(name)) is { } missing
            ? throw new McpException($"{missing}: missing; {Description(known[missing])}")
            : given.ToDictionary(a => a.Key, a => Fit(a.Key, known[a.Key], a.Value), StringComparer.Ordinal);
    }

    private static JsonElement Fit(string name, JsonElement expected, JsonElement value)
    {
        var (types, type) = (Types(expected), TypeOf(value));
        return types.Count == 0 || types.Contains(type) ? value
            : type == "integer" && types.Contains("string") ? JsonSerializer.SerializeToElement(value.GetRawText())
            : throw new McpException($"{name}: must be of type {string.Join(" or ", types)}, not {Shown(value)}; {Description(expected)}");
    }

    /// <summary>The types that a schema allows; none where it does not say.</summary>
    private static List<string> Types(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)]
        : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt32(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => "null",
    };

    private static string Description(JsonElement schema) => schema.TryGetProperty("description", out var text) ? text.GetString()! : "see the tool's schema";

    private static string Shown(JsonElement value) => value.GetRawText() is { Length: > LongestShown } text ? text[..LongestShown] + "…" : value.GetRawText();
}
