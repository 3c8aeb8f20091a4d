using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Scraper.Core.Blocks;

/// <summary>
/// Writes as HTML what editors keep as lists of typed blocks: Arc's content elements, Portable Text, ProseMirror, Lexical, Draft.js, Slate,
/// Contentful, Editor.js, WordPress blocks, trees of tags. What a block is, is told by its type's name; its text and its parts by the names of
/// the properties that hold them.
/// </summary>
/// <param name="named">Objects that others refer to by a key (<c>{"__ref": "Paragraph:7"}</c>).</param>
internal sealed class RichText(IReadOnlyDictionary<string, JsonElement> named)
{
    private const int Deepest = 24;

    /// <summary>Values looked at in one page, and bytes of those that others refer to: references could else say the same again and again.</summary>
    private const int MostValues = 500_000;
    private const long MostReferred = 16_000_000;

    /// <summary>Fewest paragraphs of an article.</summary>
    private const int FewestParagraphs = 3;

    private static readonly string[] Texts = ["text", "html", "content", "value", "body", "innerHTML", "innerHtml", "renderedHtml", "saveContent", "copy", "paragraph", "data", "markdown"];

    private static readonly string[] Parts =
        ["children", "content", "content_elements", "items", "list_items", "blocks", "innerBlocks", "nodes", "elements", "paragraphs", "data", "attributes", "model", "fields", "value", "text", "body"];

    private static readonly string[] Teasers = ["url", "href", "slug", "headline", "permalink"];

    private int _values;
    private long _referred;
    private int _paragraphs;

    /// <summary>The blocks as HTML, or <see langword="null"/> where most of an array's items are no blocks of an article.</summary>
    /// <param name="array">An array.</param>
    public string? Write(JsonElement array)
    {
        var html = new StringBuilder();
        var (blocks, others) = (0, 0);
        _paragraphs = 0;
        foreach (var item in array.EnumerateArray())
        {
            var isBlock = item.ValueKind == JsonValueKind.Object && Block(item, html, 0);
            blocks += isBlock ? 1 : 0;
            others += isBlock ? 0 : 1;
            if (others > FewestParagraphs && others > 2 * blocks)
            {
                return null;
            }
        }

        return _paragraphs >= FewestParagraphs && blocks > others ? html.ToString() : null;
    }

    /// <summary>Writes a block.</summary>
    /// <returns>Whether it is one, if only an advertisement's place.</returns>
    private bool Block(JsonElement item, StringBuilder html, int depth)
    {
        if (depth > Deepest || ++_values > MostValues)
        {
            return false;
        }

        item = Resolve(item);
        if (item.ValueKind == JsonValueKind.String)
        {
            return Paragraph("p", item.GetString()!, html);
        }

        if (item.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var kind = RichTextKinds.Of(item);
        switch (kind)
        {
            case RichTextKind.Aside:
                return true;
            case RichTextKind.Heading:
                return Paragraph("h2", Inline(item, depth), html);
            case RichTextKind.Item:
                return Paragraph("li", Inline(item, depth), html);
            case RichTextKind.Quote:
                return Paragraph("blockquote", Inline(item, depth), html);
            case RichTextKind.List:
                html.Append("<ul>");
                var isList = Items(item, html, depth + 1);
                html.Append("</ul>");
                return isList;
            case RichTextKind.None when Array.Exists(Teasers, t => item.TryGetProperty(t, out _)):
                return false;
            default:
                return OwnText(item) is { } own ? Paragraph("p", own, html)
                    : HasBlocks(item) ? Blocks(item, html, depth + 1)
                    : kind == RichTextKind.Paragraph && Paragraph("p", Inline(item, depth), html);
        }
    }

    private bool Blocks(JsonElement item, StringBuilder html, int depth)
    {
        var any = false;
        foreach (var part in PartsOf(item))
        {
            any |= Block(part, html, depth);
        }

        return any;
    }

    private bool Items(JsonElement list, StringBuilder html, int depth)
    {
        var any = false;
        foreach (var part in PartsOf(list))
        {
            any |= Paragraph("li", part.ValueKind == JsonValueKind.String ? part.GetString()! : Inline(part, depth), html);
        }

        return any;
    }

    /// <summary>The words of a block with what is in it.</summary>
    private string Inline(JsonElement item, int depth)
    {
        if (depth > Deepest || ++_values > MostValues)
        {
            return string.Empty;
        }

        item = Resolve(item);
        if (item.ValueKind == JsonValueKind.String)
        {
            return item.GetString()!;
        }

        if (item.ValueKind != JsonValueKind.Object)
        {
            return string.Empty;
        }

        return OwnText(item) ?? string.Concat(PartsOf(item).Select(p => Inline(p, depth + 1)));
    }

    private static string? OwnText(JsonElement item)
    {
        foreach (var name in Texts)
        {
            if (item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>Whether the parts of an item are blocks themselves, not words of one.</summary>
    private bool HasBlocks(JsonElement item) =>
        PartsOf(item).Any(p => Resolve(p) is { ValueKind: JsonValueKind.Object } part && (RichTextKinds.Of(part) is RichTextKind.Heading or RichTextKind.List or RichTextKind.Item or RichTextKind.Quote || RichTextKinds.IsParagraph(part)));

    private static IEnumerable<JsonElement> PartsOf(JsonElement item)
    {
        foreach (var name in Parts)
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out var parts))
            {
                continue;
            }

            if (parts.ValueKind == JsonValueKind.Array)
            {
                return parts.EnumerateArray();
            }

            if (parts.ValueKind == JsonValueKind.Object)
            {
                // Editor.js and BBC's models keep a block's parts one object further in.
                return OwnText(parts) is null && PartsOf(parts) is var inner && inner.Any() ? inner : [parts];
            }
        }

        return [];
    }

    private JsonElement Resolve(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("__ref", out var key) || key.ValueKind != JsonValueKind.String || !named.TryGetValue(key.GetString()!, out var value))
        {
            return item;
        }

        _referred += JsonMarshal.GetRawUtf8Value(value).Length;
        return _referred <= MostReferred ? value : item;
    }

    private bool Paragraph(string tag, string text, StringBuilder html)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        _paragraphs += tag == "p" ? 1 : 0;
        if (DataMarkup.IsBlocks(text))
        {
            html.Append("<div>").Append(text).Append("</div>");
            return true;
        }

        html.Append('<').Append(tag).Append('>').Append(DataMarkup.OfLine(text)).Append("</").Append(tag).Append('>');
        return true;
    }
}
