using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Metadata;

namespace Scraper.Tests.Articles;

/// <summary>What is written of markup of which every block counts as text.</summary>
internal static class Written
{
    private static readonly Verdict Body = new(Label.Body, new Reason(ReasonKind.Model, "test", 1));

    public static string Markdown(string html) => By(html, MarkdownArticleWriter.Write);

    public static string Html(string html) => By(html, HtmlArticleWriter.WriteBody);

    public static string Text(string html) => By(html, TextArticleWriter.Write);

    private static string By(string html, Action<Article, TextWriter> write)
    {
        var document = HtmlBlockReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None));
        var article = ArticleBuilder.Build([.. document.Blocks.Select(b => new LabelledBlock(b, Body))], PageMetadata.None, new Uri("https://news.example/2024/rain"), site: null);
        using var output = new StringWriter();
        write(article, output);
        return output.ToString().TrimEnd('\n');
    }
}
