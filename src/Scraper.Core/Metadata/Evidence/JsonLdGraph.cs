using System.Text.Json;
using Scraper.Core.Decoding;

namespace Scraper.Core.Metadata;

/// <summary>The objects of a page's JSON-LD scripts, in page order; broken scripts are mended where that is safe and else left out.</summary>
internal sealed class JsonLdGraph
{
    private const int MostNodes = 5000;

    private readonly List<JsonElement> _nodes = [];
    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);

    /// <summary>Every object that has a type, outer before inner.</summary>
    public IReadOnlyList<JsonElement> Nodes => _nodes;

    public static JsonLdGraph Read(IEnumerable<ReadOnlyMemory<char>> scripts)
    {
        var graph = new JsonLdGraph();
        foreach (var script in scripts)
        {
            if (Parse(script) is { } root)
            {
                graph.Flatten(root);
            }
        }

        return graph;
    }

    /// <summary>The schema.org types of a node without their address; none of a value that is no object.</summary>
    public static IEnumerable<string> Types(JsonElement node)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty("@type", out var type))
        {
            return [];
        }

        return type.ValueKind switch
        {
            JsonValueKind.String => [Bare(type.GetString()!)],
            JsonValueKind.Array => type.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => Bare(t.GetString()!)),
            _ => [],
        };

        static string Bare(string type) => type[(type.LastIndexOfAny(['/', '#', ':']) + 1)..];
    }

    /// <summary>A property's value as plain text, entities resolved; the name, <c>@value</c> or url of an object; the first of an array.</summary>
    public string? Text(JsonElement node, string property) => Texts(node, property).FirstOrDefault();

    /// <summary>A property's values as plain text.</summary>
    public IEnumerable<string> Texts(JsonElement node, string property)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(property, out var value))
        {
            return [];
        }

        return Values(value).Select(Plain).OfType<string>();
    }

    /// <summary>A property's values: the members of an array, with references to other nodes followed.</summary>
    public IEnumerable<JsonElement> Values(JsonElement node, string property) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(property, out var value) ? Values(value) : [];

    private IEnumerable<JsonElement> Values(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return [Follow(value)];
        }

        return value.EnumerateArray().Take(200).SelectMany(v => v.ValueKind == JsonValueKind.Array ? v.EnumerateArray().Take(200) : [v]).Select(Follow);
    }

    /// <summary>A value as plain text.</summary>
    public static string? Plain(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                var text = EvidenceText.Decode(value.GetString()!).Trim();
                return text.Length == 0 ? null : text;
            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.Object:
                foreach (var key in (ReadOnlySpan<string>)["name", "@value", "url", "contentUrl"])
                {
                    if (value.TryGetProperty(key, out var inner) && inner.ValueKind is JsonValueKind.String or JsonValueKind.Array)
                    {
                        var first = inner.ValueKind == JsonValueKind.Array ? inner.EnumerateArray().FirstOrDefault(e => e.ValueKind == JsonValueKind.String) : inner;
                        if (first.ValueKind == JsonValueKind.String && Plain(first) is { } plain)
                        {
                            return plain;
                        }
                    }
                }

                return null;
            default:
                return null;
        }
    }

    private JsonElement Follow(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && !value.TryGetProperty("name", out _) && value.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String
            && _byId.TryGetValue(id.GetString()!, out var target) ? target : value;

    private void Flatten(JsonElement root)
    {
        var open = new Stack<JsonElement>();
        open.Push(root);
        while (_nodes.Count < MostNodes && open.TryPop(out var value))
        {
            if (value.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in value.EnumerateArray().Take(MostNodes).Reverse())
                {
                    open.Push(item);
                }
            }
            else if (value.ValueKind == JsonValueKind.Object)
            {
                if (value.TryGetProperty("@type", out _))
                {
                    _nodes.Add(value);
                    if (value.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String && value.TryGetProperty("name", out _))
                    {
                        _byId.TryAdd(id.GetString()!, value);
                    }
                }

                foreach (var property in value.EnumerateObject().Take(300).Where(p => p.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array).Reverse())
                {
                    open.Push(property.Value);
                }
            }
        }
    }

    private static JsonElement? Parse(ReadOnlyMemory<char> script)
    {
        var text = script.Trim();
        foreach (var wrapper in (ReadOnlySpan<string>)["<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "-->", "//]]>", "/*]]>*/", "]]>", ";", "//"])
        {
            text = text.Span.StartsWith(wrapper, StringComparison.Ordinal) ? text[wrapper.Length..].Trim() : text;
            text = text.Span.EndsWith(wrapper, StringComparison.Ordinal) ? text[..^wrapper.Length].Trim() : text;
        }

        return TryParse(text) ?? TryParse(BrokenJson.Mended(text.Span).AsMemory());
    }

    private static JsonElement? TryParse(ReadOnlyMemory<char> json)
    {
        try
        {
            using var document = PageJson.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // A script that is no JSON says nothing; the page has other sources.
            return null;
        }
    }
}
