using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Scraper.Core.Articles;
using Scraper.Core.Metadata;

namespace Scraper.Storage.Sql;

/// <summary>The lists and the metadata of an article as JSON columns.</summary>
internal static class ArticleJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static string Strings(IReadOnlyList<string> values) => values.Count == 0 ? "[]" : JsonSerializer.Serialize(values, Options);

    public static IReadOnlyList<string> Strings(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<string[]>(json, Options)!;

    /// <summary>As <c>[[text, repeats], …]</c>.</summary>
    public static string Captions(IReadOnlyList<Caption> captions) =>
        captions.Count == 0 ? "[]" : JsonSerializer.Serialize(captions.Select(c => new object[] { c.Text, c.Repeats }), Options);

    public static IReadOnlyList<Caption> Captions(string json) =>
        json == "[]" ? [] : [.. JsonSerializer.Deserialize<JsonElement[][]>(json, Options)!.Select(c => new Caption(c[0].GetString()!, c[1].GetInt32()))];

    /// <summary>As <c>[[address, caption, credit], …]</c>.</summary>
    public static string Pictures(IReadOnlyList<Picture> pictures) =>
        pictures.Count == 0 ? "[]" : JsonSerializer.Serialize(pictures.Select(p => new[] { p.Address, p.Caption, p.Credit }), Options);

    public static IReadOnlyList<Picture> Pictures(string json) =>
        json == "[]" ? [] : [.. JsonSerializer.Deserialize<string?[][]>(json, Options)!.Select(p => new Picture(p[0]!, p[1], p[2]))];

    /// <summary>Without the body that the page's data repeats, and what has columns of its own.</summary>
    public static string Metadata(PageMetadata metadata) =>
        ReferenceEquals(metadata, PageMetadata.None) ? "{}" : JsonSerializer.Serialize(metadata with { ArticleBody = null, Section = null, Tags = [] }, Options);

    public static PageMetadata Metadata(string json) =>
        json == "{}" ? PageMetadata.None : JsonSerializer.Deserialize<PageMetadata>(json, Options)!;

    public static string Headers(IReadOnlyDictionary<string, string> headers) => JsonSerializer.Serialize(
        headers.Where(h => !h.Key.Contains("cookie", StringComparison.OrdinalIgnoreCase) && !h.Key.Contains("authenticat", StringComparison.OrdinalIgnoreCase))
            .OrderBy(h => h.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(h => h.Key, h => h.Value), Options);

    public static IReadOnlyDictionary<string, string> Headers(string json) => new Dictionary<string, string>(
        JsonSerializer.Deserialize<Dictionary<string, string>>(json, Options)!, StringComparer.OrdinalIgnoreCase);
}
