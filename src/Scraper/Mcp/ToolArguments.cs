using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Scraper.Core.Sites;

namespace Scraper.Mcp;

/// <summary>The arguments of a call, held against what the schema of the tool says.</summary>
internal static class ToolArguments
{
    private const int LongestShown = 60;
    private const int LongestText = 8 * 1024;

    /// <summary>Wraps the handling of messages: arguments that are no object are the caller's mistake, which the SDK would take for its own.</summary>
    public static McpMessageHandler Filter(McpMessageHandler next) => (context, cancellationToken) =>
        context.JsonRpcMessage is JsonRpcRequest { Method: RequestMethods.ToolsCall, Params: JsonObject call } && call["arguments"] is not (null or JsonObject)
            ? throw new McpProtocolException("arguments: must be an object, each argument under its name", McpErrorCode.InvalidParams)
            : next(context, cancellationToken);

    /// <summary>The arguments as the tool takes them: a number where a text is expected, such as an article's, counts as its digits.</summary>
    /// <param name="schema">The tool's schema of its input.</param>
    /// <param name="given">What the agent gave.</param>
    /// <exception cref="McpException">One is unknown, missing or of another type; says which, and what is expected.</exception>
    public static Dictionary<string, JsonElement> Fit(JsonElement schema, IDictionary<string, JsonElement> given)
    {
        var known = schema.GetProperty("properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        if (given.Keys.FirstOrDefault(name => !known.ContainsKey(name)) is { } stranger)
        {
            throw new McpException($"{Shown(stranger)}: no such argument; {NearName.Hint(Shown(stranger), known.Keys)}");
        }

        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()!) : [];
        return required.FirstOrDefault(name => !given.ContainsKey(name)) is { } missing
            ? throw new McpException($"{missing}: missing; {Description(known[missing])}")
            : given.ToDictionary(a => a.Key, a => Fit(a.Key, known[a.Key], a.Value), StringComparer.Ordinal);
    }

    private static JsonElement Fit(string name, JsonElement expected, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString()!.Length > LongestText)
        {
            throw new McpException($"{name}: may have {LongestText} characters; {Description(expected)}");
        }

        var types = Types(expected);
        return (types.Count == 0 || types.Contains(TypeOf(value)) ? value : Whole(value, types))
            ?? throw new McpException($"{name}: must be of type {string.Join(" or ", types)}, not {Shown(value.GetRawText())}; {Description(expected)}");
    }

    /// <summary>A whole number, however it is written, as what is expected in its place; <see langword="null"/> where it cannot be.</summary>
    private static JsonElement? Whole(JsonElement value, List<string> types) =>
        value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number) || !decimal.IsInteger(number) ? null
        : types.Contains("integer") && number is >= int.MinValue and <= int.MaxValue ? JsonSerializer.SerializeToElement((int)number)
        : types.Contains("string") ? JsonSerializer.SerializeToElement(number.ToString("F0", CultureInfo.InvariantCulture))
        : null;

    /// <summary>The types that a schema allows; none where it does not say.</summary>
    private static List<string> Types(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)]
        : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => "null",
    };

    private static string Description(JsonElement schema) => schema.TryGetProperty("description", out var text) ? text.GetString()! : "see the tool's schema";

    private static string Shown(string text) => text.Length > LongestShown ? text[..LongestShown] + "…" : text;
}
