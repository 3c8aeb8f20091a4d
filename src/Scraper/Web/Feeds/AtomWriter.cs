using System.Text;
using System.Xml;
using Scraper.Storage;

namespace Scraper.Web.Feeds;

/// <summary>Writes Atom (RFC 4287) with full text.</summary>
internal static class AtomWriter
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public static byte[] Write(FeedContent feed)
    {
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineHandling = NewLineHandling.Entitize }))
        {
            xml.WriteStartElement("feed", Namespace);
            Text(xml, "id", feed.Request.Id);
            Text(xml, "title", feed.Request.Title);
            Text(xml, "updated", EntryText.Moment(feed.Updated));
            Link(xml, "self", feed.Origin + feed.Request.Path("atom"), "application/atom+xml");
            Link(xml, "alternate", feed.Origin + feed.Request.Page, "text/html");
            Text(xml, "generator", "Scraper");
            foreach (var article in feed.Articles)
            {
                Entry(xml, article);
            }

            xml.WriteEndElement();
        }

        return output.ToArray();
    }

    private static void Entry(XmlWriter xml, StoredArticle stored)
    {
        var article = stored.Article;
        xml.WriteStartElement("entry", Namespace);
        Text(xml, "id", EntryText.Id(stored));
        Text(xml, "title", article.Title);
        Text(xml, "updated", EntryText.Moment(stored.FetchedAt));
        if (article.PublishedAt is { } published)
        {
            Text(xml, "published", EntryText.Moment(published.Value));
        }

        if (EntryText.WebAddress(article.Url) is { } url)
        {
            Link(xml, "alternate", url, "text/html");
        }

        // An entry must have an author, by itself or by its feed (4.1.2); where the page names none it is the site.
        foreach (var name in article.Authors.Count > 0 ? article.Authors : [article.Site])
        {
            xml.WriteStartElement("author", Namespace);
            Text(xml, "name", name);
            xml.WriteEndElement();
        }

        foreach (var topic in EntryText.Topics(article))
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", XmlText.Clean(topic));
            xml.WriteEndElement();
        }

        if (article.Subtitle is { Length: > 0 } subtitle)
        {
            Text(xml, "summary", subtitle);
        }

        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        if (article.Language is { } language)
        {
            xml.WriteAttributeString("xml", "lang", null, XmlText.Clean(language));
        }

        xml.WriteString(EntryText.Html(article));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Namespace, XmlText.Clean(value));

    private static void Link(XmlWriter xml, string rel, string address, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", XmlText.Clean(address));
        xml.WriteEndElement();
    }
}
