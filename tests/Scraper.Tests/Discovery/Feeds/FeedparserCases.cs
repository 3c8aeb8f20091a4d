using System.Text.Json;
using AngleSharp.Html.Parser;
using Scraper.Discovery.Feeds;
using Scraper.Fetching.Http;
using Scraper.Tests.Fixtures;

namespace Scraper.Tests.Discovery.Feeds;

/// <summary>Feedparser's own test feeds, and the answers to its paths from our <see cref="Feed"/>.</summary>
internal static class FeedparserCases
{
    public const string Folder = "testdata/feeds-feedparser";

    private static readonly string Root = Path.Combine(RepositoryRoot.Shared, Folder);

    public static List<JsonElement> All()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, "cases.json")));
        return [.. file.RootElement.GetProperty("cases").Clone().EnumerateArray()];
    }

    /// <summary>What is wrong with our answer to a case, or <see langword="null"/>.</summary>
    public static string? Check(JsonElement one)
    {
        var feed = Read(one);
        var wrong = one.GetProperty("expect").EnumerateArray().Select(expect => Check(feed, expect)).OfType<string>().ToList();
        return wrong.Count == 0 ? null : $"{one.GetProperty("file").GetString()}: {string.Join("; ", wrong)}";
    }

    private static Feed? Read(JsonElement one)
    {
        var headers = one.GetProperty("headers").EnumerateArray().ToDictionary(h => h[0].GetString()!, h => h[1].GetString()!, StringComparer.OrdinalIgnoreCase);
        var (type, charset) = MediaType.Read(headers.GetValueOrDefault("Content-Type", "application/xml"));
        var body = File.ReadAllBytes(Path.Combine(Root, "files", one.GetProperty("file").GetString()!));
        return FeedReader.Read(body, type, charset, new Uri(one.GetProperty("document_url").GetString()!), headers.GetValueOrDefault("Content-Location"), headers.GetValueOrDefault("Content-Language"));
    }

    private static string? Check(Feed? feed, JsonElement expect)
    {
        var (path, op) = (expect.GetProperty("path").GetString()!, expect.GetProperty("op").GetString()!);
        var actual = Answer(feed, path);
        var value = expect.TryGetProperty("value", out var v) ? v : default;
        var holds = op switch
        {
            "eq" when path == "encoding" => string.Equals(actual as string, value.GetString(), StringComparison.OrdinalIgnoreCase),
            "eq" => IsEqual(actual, value),
            "ne" => !IsEqual(actual, value),
            "truthy" => actual is not (null or false or ""),
            "falsy" => actual is null or false or "",
            _ => throw new NotSupportedException(op),
        };
        return holds ? null : $"{path} {op} {value} but is {(actual is int[] numbers ? string.Join(",", numbers) : actual)}";
    }

    private static bool IsEqual(object? actual, JsonElement value) => (actual, value.ValueKind) switch
    {
        (null, JsonValueKind.Null) => true,
        (int[] numbers, JsonValueKind.Array) => numbers.SequenceEqual(value.EnumerateArray().Select(n => n.GetInt32())),
        (string text, JsonValueKind.String) => text == value.GetString() || SameTextAndLinks(text, value.GetString()!),
        _ => false,
    };

    // Some expectations show feedparser's own sanitiser: text and URLs are compared, as the set's README says.
    private static bool SameTextAndLinks(string a, string b) => Summary(a) == Summary(b);

    private static string Summary(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        var links = body.QuerySelectorAll("*").SelectMany(e => e.Attributes.Where(a => a.LocalName is "href" or "src").Select(a => Uri.UnescapeDataString(a.Value)));
        return string.Join(' ', body.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) + " | " + string.Join(' ', links);
    }

    private static object? Answer(Feed? feed, string path)
    {
        if (path == "bozo")
        {
            return feed?.Problem is not null;
        }

        if (feed is null)
        {
            return null;
        }

        return path.StartsWith("entries[", StringComparison.Ordinal)
            ? feed.Entries.ElementAtOrDefault(path[8] - '0') is { } entry ? Answer(entry, path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..]) : null
            : path switch
            {
                "version" => feed.Version,
                "encoding" => feed.Encoding,
                "feed.title" => feed.Title?.Value,
                "feed.link" => feed.Link,
                "feed.id" => feed.Id,
                "feed.author" => feed.Author,
                "feed.language" => feed.Language,
                "feed.description" or "feed.subtitle" => feed.Subtitle?.Value,
                "feed.updated_parsed" => Tuple(feed.Updated),
                "feed.published_parsed" => Tuple(feed.Published),
                _ => throw new NotSupportedException(path),
            };
    }

    private static object? Answer(FeedEntry entry, string path)
    {
        var parts = path.Split('.');
        var name = parts[0].Split('[')[0];
        var index = parts[0].Contains('[', StringComparison.Ordinal) ? parts[0][name.Length + 1] - '0' : 0;
        return name switch
        {
            "title" => entry.Title?.Value,
            "title_detail" => Part(entry.Title, parts[1]),
            "summary" or "description" => entry.Summary?.Value,
            "summary_detail" => Part(entry.Summary, parts[1]),
            "content" => Part(entry.Content.ElementAtOrDefault(index), parts[1]),
            "link" => entry.Link,
            "id" or "guid" => entry.Id,
            "guidislink" => entry.IdIsLink,
            "author" => entry.Author,
            "rights" => entry.Rights?.Value,
            "language" => entry.Language,
            "published" => entry.Published?.Text,
            "updated" => entry.Updated?.Text,
            "published_parsed" => Tuple(entry.Published?.Value),
            "updated_parsed" => Tuple(entry.Updated?.Value),
            "created_parsed" => Tuple(entry.Created?.Value),
            "links" => Part(entry.Links.ElementAtOrDefault(index), parts[1]),
            "enclosures" => Part(entry.Links.Where(link => link.Rel == "enclosure").ElementAtOrDefault(index), parts[1]),
            "tags" => entry.Tags.ElementAtOrDefault(index) is { } tag ? parts[1] switch { "term" => tag.Term, "scheme" => tag.Scheme, _ => tag.Label } : null,
            _ => throw new NotSupportedException(path),
        };
    }

    private static string? Part(FeedText? text, string part) => part switch { "value" => text?.Value, "type" => text?.Type, "language" => text?.Language, _ => text?.Base };

    private static string? Part(FeedLink? link, string part) => part switch { "href" => link?.Href, "rel" => link?.Rel, "type" => link?.Type, _ => link?.Length };

    private static int[]? Tuple(DateTimeOffset? date) => date is not { } d ? null
        : [d.Year, d.Month, d.Day, d.Hour, d.Minute, d.Second, ((int)d.DayOfWeek + 6) % 7, d.DayOfYear, 0];
}
