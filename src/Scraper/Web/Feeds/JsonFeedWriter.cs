using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Scraper.Storage;

namespace Scraper.Web.Feeds;

/// <summary>Writes JSON Feed 1.1 (jsonfeed.org/version/1.1) with full text.</summary>
internal static class JsonFeedWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(FeedContent feed)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", XmlText.Clean(feed.Request.Title));
            json.WriteString("home_page_url", feed.Origin + feed.Request.Page);
            json.WriteString("feed_url", feed.Origin + feed.Request.Path("json"));
            json.WriteStartArray("items");
            foreach (var article in feed.Articles)
            {
                Item(json, article);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return output.ToArray();
    }

    private static void Item(Utf8JsonWriter json, StoredArticle stored)
    {
        var article = stored.Article;
        json.WriteStartObject();
        json.WriteString("id", EntryText.Id(stored));
        Optional(json, "url", EntryText.WebAddress(article.Url));
        Optional(json, "title", article.Title);
        Optional(json, "summary", article.Subtitle);
        json.WriteString("content_html", EntryText.Html(article));
        json.WriteString("content_text", XmlText.Clean(article.Text));
        Optional(json, "date_published", article.PublishedAt is { } published ? EntryText.Moment(published.Value) : null);
        json.WriteString("date_modified", EntryText.Moment(stored.FetchedAt));
        Optional(json, "language", article.Language);
        if (article.Authors.Count > 0)
        {
            json.WriteStartArray("authors");
            foreach (var author in article.Authors)
            {
                json.WriteStartObject();
                json.WriteString("name", XmlText.Clean(author));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (EntryText.Topics(article) is { Count: > 0 } topics)
        {
            json.WriteStartArray("tags");
            foreach (var topic in topics)
            {
                json.WriteStringValue(XmlText.Clean(topic));
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, XmlText.Clean(value));
        }
    }
}
