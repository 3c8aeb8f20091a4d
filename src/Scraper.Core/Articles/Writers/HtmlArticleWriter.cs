using System.Net;

namespace Scraper.Core.Articles;

/// <summary>
/// An article as an HTML fragment, built from an allow list: nothing of the page's own markup passes through, every
/// text is escaped, links go to http and https only.
/// </summary>
public static class HtmlArticleWriter
{
    /// <summary>Writes an <c>article</c> element.</summary>
    /// <param name="article">The article.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(Article article, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(output);
        output.Write("<article>\n");
        if (article.Title.Length > 0)
        {
            output.Write($"<h1>{WebUtility.HtmlEncode(article.Title)}</h1>\n");
        }

        WriteBody(article, output);
        output.Write("</article>\n");
    }

    /// <summary>Writes the body alone, for a page or a feed that has a place of its own for the headline.</summary>
    /// <param name="article">The article.</param>
    /// <param name="output">Where to; left open.</param>
    public static void WriteBody(Article article, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(output);
        new HtmlBody(article, output).Write();
    }
}
