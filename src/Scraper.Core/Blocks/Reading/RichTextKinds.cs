using System.Text.Json;

namespace Scraper.Core.Blocks;

/// <summary>Tells what a block of an editor's data is by the name of its type.</summary>
internal static class RichTextKinds
{
    private static readonly string[] Types = ["type", "_type", "nodeType", "__typename", "kind", "blockName", "blockType", "component", "tag", "tagName", "name"];

    /// <summary>Parts of names in the order in which they decide: "pullquote" is no quote, "list-item" no list.</summary>
    private static readonly (RichTextKind Kind, string[] Names)[] Known =
    [
        (RichTextKind.Aside,
        [
            "image", "picture", "photo", "video", "audio", "gallery", "slideshow", "figure", "caption", "advert", "banner", "promo", "related", "interstitial", "readmore", "read-more", "embed",
            "iframe", "social", "tweet", "twitter", "instagram", "youtube", "newsletter", "pull", "poll", "quiz", "author", "byline", "script", "raw_html", "rawhtml", "divider", "recirc", "teaser", "subscri",
        ]),
        (RichTextKind.Item, ["listitem", "list-item", "list_item"]),
        (RichTextKind.List, ["list", "bullet"]),
        (RichTextKind.Heading, ["heading", "header", "headline", "intertitle", "crosshead", "subhead", "subtitle"]),
        (RichTextKind.Quote, ["quote"]),
        (RichTextKind.Paragraph, ["paragraph", "text", "html", "unstyled", "copy", "block", "document", "section", "fragment"]),
    ];

    /// <summary>What an object is.</summary>
    /// <param name="item">An object.</param>
    public static RichTextKind Of(JsonElement item)
    {
        if (StringOf(item, "listItem") is not null)
        {
            return RichTextKind.Item;
        }

        if (StringOf(item, "subtype") is { } subtype && Of(subtype) == RichTextKind.Aside)
        {
            return RichTextKind.Aside;
        }

        if (StringOf(item, "style") is { } style && Of(style) is not (RichTextKind.None or RichTextKind.Paragraph) and var styled)
        {
            return styled;
        }

        foreach (var type in Types)
        {
            // A tree of tags says of each only that it is one; its name says which.
            if (StringOf(item, type) is { Length: > 0 } name && name is not ("tag" or "element" or "node"))
            {
                return Of(name);
            }
        }

        return RichTextKind.None;
    }

    /// <summary>Whether an object calls itself a paragraph, which the words of one never do.</summary>
    /// <param name="item">An object.</param>
    public static bool IsParagraph(JsonElement item) =>
        Array.Exists(Types, t => StringOf(item, t) is { } name && (name.Contains("paragraph", StringComparison.OrdinalIgnoreCase) || name is "p" or "P" or "block" or "unstyled"));

    private static RichTextKind Of(string name)
    {
        switch (name)
        {
            case "p" or "P" or "div" or "root" or "doc":
                return RichTextKind.Paragraph;
            case "ul" or "ol" or "UL" or "OL":
                return RichTextKind.List;
            case "li" or "LI":
                return RichTextKind.Item;
            case ['h' or 'H', >= '1' and <= '6']:
                return RichTextKind.Heading;
            case "ad" or "ads" or "hr" or "img" or "link":
                return RichTextKind.Aside;
            default:
                break;
        }

        foreach (var (kind, names) in Known)
        {
            if (Array.Exists(names, n => name.Contains(n, StringComparison.OrdinalIgnoreCase)))
            {
                return kind;
            }
        }

        return RichTextKind.None;
    }

    private static string? StringOf(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
