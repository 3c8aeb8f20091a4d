using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Scraper.Core.Articles;

namespace Scraper.Storage.Exports;

/// <summary>One JSON object a line: the facts of storage, and the article in the form that <c>--format json</c> has.</summary>
internal sealed class JsonLinesExport : IArticleExport
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Extension => ".json";

    public void Begin(TextWriter output)
    {
    }

    public void Write(StoredArticle stored, TextWriter output)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("id", stored.Id);
            json.WriteNumber("changeSeq", stored.ChangeSeq);
            json.WriteNumber("publisherRevision", stored.PublisherRevision);
            json.WriteNumber("extractorRevision", stored.ExtractorRevision);
            json.WriteString("firstSeenAt", stored.FirstSeenAt);
            json.WriteString("fetchedAt", stored.FetchedAt);
            json.WritePropertyName("article");
            JsonArticleWriter.Write(stored.Article, json);
            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(line.WrittenSpan));
        output.Write('\n');
    }
}
