namespace Scraper.Core.Articles;

/// <summary>An article as plain text: the headline, then the body, a blank line between paragraphs.</summary>
public static class TextArticleWriter
{
    /// <summary>Writes the article, with <c>\n</c> line ends and one at the end.</summary>
    /// <param name="article">The article.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(Article article, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(output);
        if (article.Title.Length > 0)
        {
            output.Write($"{article.Title}\n\n");
        }

        output.Write($"{article.Text}\n");
    }
}
