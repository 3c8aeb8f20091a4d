using System.Text;
using Scraper.Core.Articles;

namespace Scraper.Web.Markup;

/// <summary>The body of an article as <see cref="HtmlArticleWriter"/> builds it from its allow list: the only markup that is not made of elements of ours.</summary>
internal sealed class ArticleBody(Article article) : Node
{
    public override void Write(StringBuilder output)
    {
        using var writer = new StringWriter(output);
        HtmlArticleWriter.WriteBody(article, writer);
    }
}
