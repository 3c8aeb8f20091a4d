using System.Text;
using System.Text.Json;
using Scraper.Core.Decoding;

namespace Scraper.Discovery.Feeds;

/// <summary>Reads a JSON Feed (version 1 and 1.1).</summary>
internal static class JsonFeedReader
{
    private const int MaxEntries = 20_000;

    /// <summary>Reads a feed, or returns <see langword="null"/> where it is none.</summary>
    public static Feed? Read(ReadOnlySpan<byte> body, Uri? url)
    {
        try
        {
            // Invalid bytes and halves of surrogate pairs, as a text that was cut leaves them, cost a letter and not the feed.
            var text = LoneSurrogates.Replaced(Encoding.UTF8.GetString(body).TrimStart('\uFEFF').AsMemory());
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
                ? Map(root, items, url)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Feed Map(JsonElement root, JsonElement items, Uri? url)
    {
        var language = Text(root, "language");
        return new Feed
        {
            Version = Text(root, "version")?.EndsWith("1.1", StringComparison.Ordinal) == true ? "json11" : "json1",
            Encoding = "utf-8",
            Title = Plain(Text(root, "title"), language),
            Subtitle = Plain(Text(root, "description"), language),
            Link = Link(root, "home_page_url", url),
            Id = Text(root, "feed_url"),
            Author = Author(root),
            Language = language,
            Entries = [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Take(MaxEntries).Select(item => Entry(item, url, language))],
        };
    }

    private static FeedEntry Entry(JsonElement item, Uri? url, string? feedLanguage)
    {
        var language = Text(item, "language") ?? feedLanguage;
        var link = Link(item, "url", url) ?? Link(item, "external_url", url);
        var html = Text(item, "content_html");
        var plain = Text(item, "content_text");
        List<FeedText> content = html is not null ? [new FeedText(FeedUrl.AbsoluteLinks(url, html), "text/html", language, url?.AbsoluteUri)] : plain is not null ? [Plain(plain, language)!] : [];
        return new FeedEntry
        {
            Id = Text(item, "id"),
            Title = Plain(Text(item, "title"), language),
            Link = link,
            Links = link is null ? [] : [new FeedLink(link, "alternate", "text/html", null)],
            Summary = Plain(Text(item, "summary"), language) ?? content.FirstOrDefault(),
            Content = content,
            Author = Author(item),
            Language = language,
            Tags = item.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array
                ? [.. tags.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => new FeedTag(tag.GetString()!, null, null))]
                : [],
            Published = Text(item, "date_published") is { } published ? FeedDate.Read(published) : null,
            Updated = Text(item, "date_modified") is { } modified ? FeedDate.Read(modified) : null,
        };
    }

    private static string? Author(JsonElement element)
    {
        if (element.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array)
        {
            var names = authors.EnumerateArray().Where(author => author.ValueKind == JsonValueKind.Object).Select(author => Text(author, "name")).OfType<string>().ToList();
            return names.Count > 0 ? string.Join(", ", names) : null;
        }

        return element.TryGetProperty("author", out var one) && one.ValueKind == JsonValueKind.Object ? Text(one, "name") : null;
    }

    private static FeedText? Plain(string? text, string? language) => text is null ? null : new FeedText(text, "text/plain", language, null);

    private static string? Link(JsonElement element, string name, Uri? url) => Text(element, name) is { } link ? FeedUrl.Absolute(url, link) : null;

    // Ids that are numbers are met in the wild.
    private static string? Text(JsonElement element, string name) => !element.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
