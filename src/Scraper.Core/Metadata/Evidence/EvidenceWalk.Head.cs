using Scraper.Core.Blocks;

namespace Scraper.Core.Metadata;

// Elements that hold no text of the page but say something about it.
internal sealed partial class EvidenceWalk
{
    private const int LongestScript = 2_000_000;

    private void ReadMeta(HtmlElement element, PageZone zone)
    {
        // How Remix writes structured data; read like a script.
        if (element.Attributes.Find(AttributeKind.Name) is { } name && name.Span.SequenceEqual("script:ld+json"))
        {
            AddJsonLd(element.Attributes.Find(AttributeKind.Content) ?? default);
            return;
        }

        if (element.Attribute("content") is not { } content || string.IsNullOrWhiteSpace(content) || content.Length > 20_000)
        {
            return;
        }

        if (element.Attribute("itemprop") is { Length: > 0 } itemprop && zone != PageZone.None)
        {
            Add(_evidence.Properties, new Mark(EvidenceText.Collapse(content), _order, zone, itemprop.ToLowerInvariant()));
        }

        foreach (var attribute in (ReadOnlySpan<AttributeKind>)[AttributeKind.Property, AttributeKind.Name, AttributeKind.ItemProp, AttributeKind.HttpEquiv])
        {
            if (element.Attributes.Find(attribute) is { Length: > 0 and < 100 } key && _metas++ < MostMetas)
            {
                Into(_evidence.Metas, key.Span.Trim().ToString().ToLowerInvariant(), EvidenceText.Collapse(content));
            }
        }
    }

    private void ReadLink(HtmlElement element)
    {
        if (element.Attribute("href") is { Length: > 0 } href && element.Attribute("rel") is { Length: > 0 and < 100 } rel)
        {
            foreach (var token in rel.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (token is "canonical" or "author" or "image_src" or "amphtml" && _metas++ < MostMetas)
                {
                    Into(_evidence.Links, token, href.Trim());
                }
            }
        }
    }

    private void ReadScript(HtmlElement element)
    {
        if (element.Attributes.Find(AttributeKind.Type) is { } type && type.Span.Contains("ld+json", StringComparison.OrdinalIgnoreCase) && element.ChildSpan is [HtmlText text, ..])
        {
            AddJsonLd(text.Text);
        }
    }

    private void AddJsonLd(ReadOnlyMemory<char> json)
    {
        if (json.Length < LongestScript && _evidence.JsonLd.Count < 50)
        {
            _evidence.JsonLd.Add(json);
        }
    }

    private static void Into(Dictionary<string, List<string>> map, string key, string value)
    {
        if (!map.TryGetValue(key, out var values))
        {
            map[key] = values = [];
        }

        values.Add(value);
    }
}
