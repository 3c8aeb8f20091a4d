using Scraper.Core.Articles;
using Scraper.Core.Labelling;

namespace Scraper.Cli;

/// <summary>Prints articles on standard output in one of the formats.</summary>
internal static class ArticlePrinter
{
    public static void Print(Article article, ArticleFormat format, TextWriter output)
    {
        switch (format)
        {
            case ArticleFormat.Markdown:
                MarkdownArticleWriter.Write(article, output);
                break;
            case ArticleFormat.Html:
                HtmlArticleWriter.Write(article, output);
                break;
            case ArticleFormat.Json:
                output.WriteLine(JsonArticleWriter.ToJson(article));
                break;
            default:
                TextArticleWriter.Write(article, output);
                break;
        }
    }

    /// <summary>Prints every block with its label and reason, in page order.</summary>
    public static void Explain(Article article, TextWriter output)
    {
        foreach (var (block, verdict) in article.Blocks)
        {
            var excerpt = block.Text.ReplaceLineEndings(" ");
            output.WriteLine($"{Names.Of(verdict.Label),-12} {TerminalText.Shorten(excerpt, 70)}");
            output.WriteLine($"{string.Empty,-12}   {Names.Of(verdict.Reason.Kind)}: {verdict.Reason.Detail} ({verdict.Reason.Confidence:0.00})");
        }
    }
}
