using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Scraper.Core.Decoding;

namespace Scraper.Core.Blocks;

/// <summary>
/// Finds the text of a page that stands only in its data: <c>articleBody</c> of JSON-LD, the state that a script
/// framework leaves for its first rendering (<c>__NEXT_DATA__</c> and its kin).
/// </summary>
internal static class DataText
{
    /// <summary>Shorter text (UTF-16 code units, or letters' weight in scripts without spaces) is a teaser.</summary>
    private const int Shortest = 500;

    /// <summary>A text of less weight, in letters, is no prose.</summary>
    private const int LeastProse = 40;

    private const int LongestData = 8_000_000;
    private const int MostPaths = 20_000;

    private const string Body = "articleBody";

    private static readonly string[] Names =
        [Body, "body", "bodyHtml", "bodyText", "body_html", "content", "contentHtml", "html", "text", "fullText", "rendered", "cooked", "paragraphs", "paragraph", "value", "story"];

    private static readonly byte[][] Utf8Names = Array.ConvertAll(Names, Encoding.UTF8.GetBytes);

    /// <summary>The text as HTML, or <see langword="null"/> where the data holds none that is at least as long as asked.</summary>
    /// <param name="data">The page's JSON scripts.</param>
    /// <param name="atLeast">UTF-16 code units.</param>
    /// <param name="bodyOnly">Whether only what calls itself <c>articleBody</c> counts.</param>
    public static string? Find(IReadOnlyList<HtmlElement> data, int atLeast, bool bodyOnly)
    {
        var found = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        foreach (var script in data)
        {
            if (Data(script) is { } json && (!bodyOnly || NamesBody(json)))
            {
                Read(json, found);
            }
        }

        // What calls itself the article's body is believed before anything that is merely long.
        var best = found.Where(f => f.Value.Length >= atLeast && (f.Value.Length >= Shortest || DataMarkup.Measure(f.Value.ToString()).Weight >= Shortest) && (!bodyOnly || IsBody(f.Key)))
            .OrderByDescending(f => IsBody(f.Key)).ThenByDescending(f => f.Value.Length).ThenBy(f => f.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Value?.ToString();
    }

    /// <summary>Whether any of the page's JSON scripts has the word <c>articleBody</c>: without it none is worth parsing for one.</summary>
    /// <param name="data">The page's JSON scripts.</param>
    public static bool MayHoldBody(IReadOnlyList<HtmlElement> data) => data.Any(script => Data(script) is { } json && NamesBody(json));

    private static ReadOnlyMemory<char>? Data(HtmlElement script) =>
        script.ChildSpan is [HtmlText { Text.Length: >= Shortest and <= LongestData } only] ? only.Text : null;

    private static bool NamesBody(ReadOnlyMemory<char> json) => json.Span.Contains(Body, StringComparison.Ordinal);

    private static bool IsBody(string path) => path.EndsWith($"/{Body}", StringComparison.Ordinal);

    private static void Read(ReadOnlyMemory<char> json, Dictionary<string, StringBuilder> found)
    {
        try
        {
            using var document = PageJson.Parse(json);
            Walk(document.RootElement, isNamed: false, [], found);
        }
        catch (JsonException)
        {
            // A script that is no JSON holds no data to be read.
        }
    }

    // The parser refuses more than 64 levels, so this recursion is bounded. Items of an array share a path.
    private static void Walk(JsonElement value, bool isNamed, List<JsonProperty> path, Dictionary<string, StringBuilder> found)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Walk(item, isNamed, path, found);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    path.Add(property);
                    Walk(property.Value, IsNamed(property), path, found);
                    path.RemoveAt(path.Count - 1);
                }

                break;
            case JsonValueKind.String when isNamed && found.Count < MostPaths:
                Add(value.GetString()!, path, found);
                break;
            default:
                break;
        }
    }

    /// <summary>Whether a property has one of the names, told without making a string of most.</summary>
    public static bool IsNamed(JsonProperty property)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(property);
        if (name.ContainsAny((byte)'/', (byte)'\\'))
        {
            return Array.Exists(Names, n => $"/{property.Name}".EndsWith($"/{n}", StringComparison.Ordinal));
        }

        foreach (var known in Utf8Names)
        {
            if (name.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(string text, List<JsonProperty> path, Dictionary<string, StringBuilder> found)
    {
        if (!DataMarkup.IsProse(text, LeastProse))
        {
            return;
        }

        ref var whole = ref CollectionsMarshal.GetValueRefOrAddDefault(found, $"/{string.Join('/', path.Select(p => p.Name))}", out _);
        whole ??= new StringBuilder();
        if (DataMarkup.Is(text))
        {
            whole.Append("<div>").Append(text).Append("</div>");
            return;
        }

        foreach (var paragraph in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // Plain text may still hold entities; a bare "<" is a less-than sign.
            whole.Append("<p>").Append(paragraph.Replace("<", "&lt;", StringComparison.Ordinal)).Append("</p>");
        }
    }
}
