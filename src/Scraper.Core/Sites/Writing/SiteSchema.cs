using System.Text.Json;
using System.Text.Json.Nodes;

namespace Scraper.Core.Sites;

/// <summary>The JSON schema of rule files, for editors; generated from the vocabulary that the reader uses.</summary>
public static class SiteSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema (JSON Schema draft 2020-12), indented, ending in a line feed.</summary>
    public static string Create()
    {
        var root = Section(SiteVocabulary.Root);
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", "Scraper site rule");
        root["$defs"] = new JsonObject
        {
            ["label"] = new JsonObject { ["enum"] = Names(SiteVocabulary.Labels.Keys) },
            ["selector"] = OneOrMany(AnyOf(Type("string"), Section(SiteVocabulary.Selector))),
            ["marker"] = OneOrMany(AnyOf(Type("string"), Section(SiteVocabulary.Marker))),
            ["strip"] = AnyOf(
                new JsonObject { ["type"] = "object", ["additionalProperties"] = Reference("label") },
                OneOrMany(AnyOf(Type("string"), Section(SiteVocabulary.Strip)))),
        };
        return root.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Section(IReadOnlyList<SiteKey> keys)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            var value = Value(key);
            value.Insert(0, "description", key.Description);
            properties[key.Name] = value;
        }

        return new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
    }

    private static JsonObject Value(SiteKey key) => key.Shape switch
    {
        SiteKeyShape.Text => AnyOf(Type("string"), Type("number")),
        SiteKeyShape.Texts => OneOrMany(Type("string")),
        SiteKeyShape.TextMap => new JsonObject { ["type"] = "object", ["additionalProperties"] = AnyOf(Type("string"), Type("number")) },
        SiteKeyShape.Number => Type("integer"),
        SiteKeyShape.Flag => Type("boolean"),
        SiteKeyShape.Date => new JsonObject { ["type"] = "string", ["format"] = "date" },
        SiteKeyShape.Duration => new JsonObject { ["type"] = "string", ["pattern"] = "^([0-9]+(ms|s|m|h|d))+$" },
        SiteKeyShape.Interval => new JsonObject { ["type"] = "string", ["pattern"] = $"^({SiteVocabulary.Adaptive}|([0-9]+(ms|s|m|h|d))+)$" },
        SiteKeyShape.Ages => AnyOf(new JsonObject { ["const"] = SiteVocabulary.Never }, new JsonObject { ["type"] = "array", ["items"] = Value(new SiteKey(key.Name, SiteKeyShape.Duration, key.Description)) }),
        SiteKeyShape.Render => new JsonObject { ["enum"] = Names(SiteVocabulary.RenderModes.Keys) },
        SiteKeyShape.Label => Reference("label"),
        SiteKeyShape.Selectors => Reference("selector"),
        SiteKeyShape.StripMap => Reference("strip"),
        SiteKeyShape.LineMap => new JsonObject { ["type"] = "object", ["additionalProperties"] = Reference("label") },
        SiteKeyShape.Markers => Reference("marker"),
        SiteKeyShape.Rewrites => OneOrMany(Section(SiteVocabulary.Rewrite)),
        SiteKeyShape.Section => Section(key.Section!),
        SiteKeyShape.Sections => OneOrMany(Section(key.Section!)),
        _ => throw new InvalidOperationException($"no schema for {key.Shape}"),
    };

    private static JsonObject Type(string type) => new() { ["type"] = type };

    private static JsonObject Reference(string definition) => new() { ["$ref"] = "#/$defs/" + definition };

    private static JsonObject AnyOf(params JsonNode[] options) => new() { ["anyOf"] = new JsonArray(options) };

    private static JsonObject OneOrMany(JsonObject item) =>
        AnyOf(item, new JsonObject { ["type"] = "array", ["items"] = item.DeepClone() });

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Select(n => JsonValue.Create(n))];
}
