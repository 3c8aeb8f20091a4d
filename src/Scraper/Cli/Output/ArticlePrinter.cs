using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Scraper.Core.Articles;
using Scraper.Core.Labelling;

namespace Scraper.Cli;

/// <summary>Prints articles in one of the formats.</summary>
/// <param name="format">The format.</param>
/// <param name="explain">Whether every block is printed with its label and reason instead.</param>
/// <param name="isOneOfMany">Whether others are printed beside it: JSON then takes a line an article.</param>
internal sealed class ArticlePrinter(ArticleFormat format, bool explain, bool isOneOfMany)
{
    private static readonly JsonWriterOptions LineOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether every block is printed: of a page that is no article, too.</summary>
    public bool Explains => explain;

    /// <summary>Prints one.</summary>
    /// <param name="article">The article.</param>
    /// <param name="output">Where to.</param>
    /// <param name="file">The saved page that it is in, to tell JSON lines apart; <see langword="null"/> where its address does.</param>
    public void Print(Article article, TextWriter output, string? file = null)
    {
        if (explain)
        {
            Explain(article, output);
            return;
        }

        switch (format)
        {
            case ArticleFormat.Markdown:
                MarkdownArticleWriter.Write(article, output);
                break;
            case ArticleFormat.Html:
                HtmlArticleWriter.Write(article, output);
                break;
            case ArticleFormat.Json:
                output.WriteLine(isOneOfMany ? Line(article, file) : JsonArticleWriter.ToJson(article));
                break;
            default:
                TextArticleWriter.Write(article, output);
                break;
        }
    }

    private static string Line(Article article, string? file)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line, LineOptions))
        {
            JsonArticleWriter.Write(article, json);
        }

        var text = Encoding.UTF8.GetString(line.WrittenSpan);
        // An article's object is never empty: the file's name goes in front of its first member.
        return file is null ? text : $"{{\"file\":\"{JsonEncodedText.Encode(file, LineOptions.Encoder)}\",{text[1..]}";
    }

    /// <summary>Every block with its label and reason, in page order.</summary>
    private static void Explain(Article article, TextWriter output)
    {
        foreach (var (block, verdict) in article.Blocks)
        {
            output.WriteLine($"{Names.Of(verdict.Label),-12} {TerminalText.Shorten(TerminalText.OneLine(block.Text), 70)}");
            output.WriteLine($"{string.Empty,-12}   {Names.Of(verdict.Reason.Kind)}: {TerminalText.OneLine(verdict.Reason.Detail)} ({verdict.Reason.Confidence:0.00})");
        }
    }
}
