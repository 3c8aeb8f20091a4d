namespace Scraper.Core.Articles;

/// <summary>An article as Markdown (CommonMark, with tables as in GitHub's): links, emphasis, lists, quotes and tables kept.</summary>
public static class MarkdownArticleWriter
{
    /// <summary>Writes the article with <c>\n</c> line ends.</summary>
    /// <param name="article">The article.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(Article article, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(output);
        if (article.Title.Length > 0)
        {
            output.Write($"# {MarkdownText.Escape(article.Title)}\n\n");
        }

        new MarkdownBody(article, output).Write();
        output.Write('\n');
    }
}
