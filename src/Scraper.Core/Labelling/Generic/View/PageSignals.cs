using System.Text.Json;
using Scraper.Core.Blocks;
using Scraper.Core.Decoding;

namespace Scraper.Core.Labelling;

/// <summary>What the page's head and data say about it, as word hashes: enough to see which blocks repeat it.</summary>
internal sealed class PageSignals
{
    private const int LongestData = 2_000_000;
    private readonly List<uint> _words = [];

    /// <summary>Folded hashes of every form of the title.</summary>
    public HashSet<uint> Titles { get; } = [];

    public HashSet<uint> TitleWords { get; } = [];

    public HashSet<uint> DescriptionWords { get; } = [];

    public HashSet<uint> AuthorWords { get; } = [];

    /// <summary>Words of what the site calls itself.</summary>
    public HashSet<uint> SiteWords { get; } = [];

    /// <summary>Three-word shingles of <c>articleBody</c>.</summary>
    public HashSet<uint> BodyShingles { get; } = [];

    public int BodyWords { get; private set; }

    public bool IsArticleType { get; private set; }

    public bool IsOtherType { get; private set; }

    public bool IsOpenGraphArticle { get; private set; }

    public bool HasDate { get; private set; }

    /// <summary>Hashed names of what the page's data calls it (<c>NewsArticle</c>, <c>product</c>).</summary>
    public HashSet<uint> TypeTokens { get; } = [];

    public string Url { get; private set; } = string.Empty;

    public static PageSignals Of(BlockOutline outline)
    {
        var signals = new PageSignals();
        if (outline.Title is { } title)
        {
            signals.AddTitle(title.TextContent(), isHeadline: false);
        }

        foreach (var meta in outline.Metas)
        {
            signals.Add(meta);
        }

        signals.Url = signals.Url.Length > 0 ? signals.Url : outline.Canonical ?? string.Empty;
        signals.AddPath();
        foreach (var data in outline.Data)
        {
            if (data.Attributes.Find(AttributeKind.Type) is { } type && type.Span.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
            {
                signals.AddLinkedData(data);
            }
        }

        return signals;
    }

    /// <summary>Shingle that ends at a word.</summary>
    public static uint Shingle(uint first, uint second, uint third) => TokenHash.Add(TokenHash.Add(TokenHash.Add(TokenHash.Phrase, first), second), third);

    private void Add(HtmlElement meta)
    {
        var name = meta.Attribute("property") ?? meta.Attribute("name") ?? meta.Attribute("itemprop");
        if (name is null || meta.Attribute("content") is not { Length: > 0 } content)
        {
            return;
        }

        switch (name.ToLowerInvariant())
        {
            case "og:title" or "twitter:title" or "title" or "headline" or "dc.title" or "parsely-title" or "sailthru.title":
                AddTitle(content, isHeadline: true);
                break;
            case "og:description" or "description" or "twitter:description" or "sailthru.description":
                AddWords(content, DescriptionWords);
                break;
            case "og:type":
                TypeTokens.Add(TokenHash.Of(TokenHash.Role, "og " + content));
                IsOpenGraphArticle |= content.Contains("article", StringComparison.OrdinalIgnoreCase);
                break;
            case "article:published_time" or "datepublished" or "date" or "pubdate" or "parsely-pub-date" or "sailthru.date" or "dc.date":
                HasDate = true;
                break;
            case "author" or "article:author" or "parsely-author" or "sailthru.author" or "dc.creator" or "byl" when !content.Contains("://", StringComparison.Ordinal):
                AddWords(content, AuthorWords);
                break;
            case "og:url":
                Url = content;
                break;
            case "og:site_name" when content.Length < 60:
                AddWords(content, SiteWords);
                break;
            default:
                break;
        }
    }

    /// <summary>The words of the address say much about what it leads to.</summary>
    private void AddPath()
    {
        if (!UrlText.TryRead(Url, out var uri))
        {
            return;
        }

        foreach (var part in uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).Take(6))
        {
            TypeTokens.Add(TokenHash.Of(TokenHash.Role, "path " + part));
        }

        TypeTokens.Add(TokenHash.Of(TokenHash.Role, "host " + uri.Host.Split('.')[0]));
    }

    private void AddLinkedData(HtmlElement script)
    {
        var text = script.ChildSpan is [HtmlText only] ? only.Text : default;
        if (text.Length is 0 or > LongestData)
        {
            return;
        }

        try
        {
            using var document = PageJson.Parse(text);
            Walk(document.RootElement);
        }
        catch (JsonException)
        {
            // Data that is no JSON says nothing; the metadata reader is the one to report it.
        }
    }

    // The parser refuses more than 64 levels, so this recursion is bounded.
    private void Walk(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Walk(item);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                Read(property);
            }
        }
    }

    private void Read(JsonProperty property)
    {
        var value = property.Value;
        if (value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
        {
            Walk(value);
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String)
            {
                if (property.NameEquals("author"))
                {
                    AddWords(name.GetString()!, AuthorWords);
                }
                else if (property.NameEquals("publisher") && SiteWords.Count == 0 && name.GetString() is { Length: < 60 } publisher)
                {
                    AddWords(publisher, SiteWords);
                }
            }

            return;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return;
        }

        // By its bytes: the names of properties that nobody wants are no strings.
        if (property.NameEquals("@type"u8))
        {
            AddType(value.GetString()!);
        }
        else if (property.NameEquals("headline"u8))
        {
            AddTitle(value.GetString()!, isHeadline: true);
        }
        else if (property.NameEquals("description"u8))
        {
            AddWords(value.GetString()!, DescriptionWords);
        }
        else if (property.NameEquals("articleBody"u8) || property.NameEquals("text"u8) || property.NameEquals("reviewBody"u8))
        {
            AddBody(value.GetString()!);
        }
        else if (property.NameEquals("datePublished"u8))
        {
            HasDate = true;
        }
    }

    private void AddType(string type)
    {
        TypeTokens.Add(TokenHash.Of(TokenHash.Role, "type " + type));
        IsArticleType |= type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal) || type == "Report";
        IsOtherType |= type is "Product" or "ItemList" or "CollectionPage" or "QAPage" or "FAQPage" or "DiscussionForumPosting" or "SoftwareApplication" or "Service" or "LocalBusiness" or "Recipe" or "Event";
    }

    private void AddTitle(string text, bool isHeadline)
    {
        if (text.Length is 0 or > 1000)
        {
            return;
        }

        _words.Clear();
        Titles.Add(TextShape.Of(text, _words).Folded);
        if (isHeadline || TitleWords.Count == 0)
        {
            TitleWords.UnionWith(_words);
        }

        // "Headline | Site", "Site - Headline": each side may be the headline.
        foreach (var part in text.Split([" | ", " - ", " – ", " — ", " :: ", " » ", " · "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Length > 12)
            {
                Titles.Add(TextShape.Of(part, _words).Folded);
            }
        }
    }

    private void AddWords(string text, HashSet<uint> to)
    {
        if (text.Length is > 0 and < 5000)
        {
            _words.Clear();
            TextShape.Of(text, _words);
            to.UnionWith(_words);
        }
    }

    private void AddBody(string text)
    {
        if (text.Length < 200)
        {
            return;
        }

        _words.Clear();
        TextShape.Of(text, _words);
        BodyWords += _words.Count;
        for (var i = 2; i < _words.Count; i++)
        {
            BodyShingles.Add(Shingle(_words[i - 2], _words[i - 1], _words[i]));
        }
    }
}
