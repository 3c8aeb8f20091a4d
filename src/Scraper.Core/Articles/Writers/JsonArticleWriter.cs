using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Scraper.Core.Labelling;

namespace Scraper.Core.Articles;

/// <summary>An article as one JSON object, the form that programs read (<c>--format json</c>, the API, exports).</summary>
public static class JsonArticleWriter
{
    // The output is no HTML: letters of all scripts stay readable, control characters are still escaped.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The article as indented JSON.</summary>
    /// <param name="article">The article.</param>
    public static string ToJson(Article article)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            Write(article, json);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Writes the article as one object into a larger JSON text.</summary>
    /// <param name="article">The article.</param>
    /// <param name="json">The writer, where a value may stand.</param>
    public static void Write(Article article, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("url", article.Url);
        json.WriteString("site", article.Site);
        json.WriteString("title", article.Title);
        json.WriteString("subtitle", article.Subtitle);
        WriteStrings(json, "authors", article.Authors);
        json.WriteString("publishedAt", article.PublishedAt?.ToString());
        json.WriteString("modifiedAt", article.ModifiedAt?.ToString());
        json.WriteString("language", article.Language);
        json.WriteString("section", article.IsComplete ? article.Metadata.Section : null);
        WriteStrings(json, "tags", article.IsComplete ? article.Metadata.Tags : null);
        WriteStrings(json, "summary", article.Summary);
        json.WriteString("text", article.Text);
        json.WriteStartArray("captions");
        foreach (var caption in article.Captions)
        {
            json.WriteStartObject();
            json.WriteString("text", caption.Text);
            json.WriteNumber("repeats", caption.Repeats);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WritePictures(json, article.IsComplete ? article.Pictures : null);
        json.WriteNumber("confidence", Math.Round(article.Confidence, 3));
        WriteRule(json, article.Rule);
        json.WriteStartArray("blocks");
        foreach (var block in article.Blocks)
        {
            WriteBlock(json, block);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Null where they are not known, which is not the same as none.</summary>
    private static void WritePictures(Utf8JsonWriter json, IReadOnlyList<Picture>? pictures)
    {
        if (pictures is null)
        {
            json.WriteNull("pictures");
            return;
        }

        json.WriteStartArray("pictures");
        foreach (var picture in pictures)
        {
            json.WriteStartObject();
            json.WriteString("address", picture.Address);
            json.WriteString("caption", picture.Caption);
            json.WriteString("credit", picture.Credit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRule(Utf8JsonWriter json, ArticleRule? rule)
    {
        if (rule is null)
        {
            json.WriteNull("rule");
            return;
        }

        json.WriteStartObject("rule");
        json.WriteString("name", rule.Name);
        json.WriteString("file", rule.File);
        json.WriteString("layoutUntil", rule.LayoutUntil?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("fellBack", rule.FellBack);
        json.WriteEndObject();
    }

    private static void WriteBlock(Utf8JsonWriter json, LabelledBlock labelled)
    {
        var reason = labelled.Verdict.Reason;
        json.WriteStartObject();
        json.WriteString("text", labelled.Block.Text);
        json.WriteString("label", Names.Of(labelled.Verdict.Label));
        json.WriteString("reason", $"{Names.Of(reason.Kind)}: {reason.Detail}");
        json.WriteNumber("confidence", Math.Round(reason.Confidence, 3));
        if (labelled.Block.Line > 0)
        {
            json.WriteNumber("line", labelled.Block.Line);
        }

        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string>? values)
    {
        if (values is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
