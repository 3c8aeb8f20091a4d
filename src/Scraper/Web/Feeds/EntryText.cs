using System.Globalization;
using Scraper.Core;
using Scraper.Core.Articles;
using Scraper.Storage;

namespace Scraper.Web.Feeds;

/// <summary>What both formats say of an article.</summary>
internal static class EntryText
{
    /// <summary>RFC 3339, in UTC.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The body as HTML from our own writer.</summary>
    public static string Html(Article article)
    {
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        HtmlArticleWriter.WriteBody(article, html);
        return XmlText.Clean(html.ToString());
    }

    /// <summary>Section and tags, each once: feeds know no difference.</summary>
    public static IReadOnlyList<string> Topics(Article article) =>
        [.. article.Metadata.Tags.Prepend(article.Metadata.Section ?? string.Empty).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Its name for ever: the canonical URL, or a name of ours where that is no web address.</summary>
    public static string Id(StoredArticle stored) => WebAddress(stored.Article.Url) ?? $"urn:scraper:article:{stored.Id.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The address, escaped, where it is one of the web.</summary>
    public static string? WebAddress(string url) =>
        UrlText.TryRead(url, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.AbsoluteUri : null;
}
