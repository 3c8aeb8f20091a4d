using Scraper.Core.Blocks;

namespace Scraper.Core.Metadata;

/// <summary>Tells by an element's name and its class, id, rel and itemprop words which part of a page it opens and what it marks.</summary>
internal static class ZoneWords
{
    private static readonly string[] Comments = ["comment", "disqus", "respond"];
    private static readonly string[] Related = ["related", "recommend", "teaser", "more-", "most-", "popular", "trending", "latest", "sidebar", "widget", "carousel", "promo", "readnext", "read-next", "you-may", "outbrain", "taboola", "recirc", "next-post", "prev-post", "similar", "card"];
    private static readonly string[] Navigation = ["breadcrumb", "navbar", "menu", "masthead"];
    private static readonly string[] Footer = ["footer", "copyright", "colophon"];
    private static readonly string[] Bylines = ["author", "byline", "by-line", "writer", "contributor", "autor", "auteur", "journalist", "credit-name"];
    private static readonly string[] NotBylines = ["bio", "avatar", "image", "img", "photo", "picture", "social", "follow", "share", "icon", "description", "about", "caption", "email", "twitter", "more-from", "posts", "comment", "authority", "authoriz", "desc", "title", "role", "job"];
    private static readonly string[] Dates = ["date", "time", "publish", "posted", "timestamp", "datum", "fecha", "entry-meta", "post-meta", "byline", "updated", "article-meta", "meta-data", "article-info"];
    private static readonly string[] NotDates = ["timeline", "event", "candidate", "times-", "update-form", "validate", "sometime", "countdown", "mandate"];

    public static PageZone Zone(HtmlElement element)
    {
        switch (element.Name)
        {
            case "footer":
                return IsInArticle(element) ? PageZone.None : PageZone.Footer;
            case "nav":
                return PageZone.Navigation;
            case "aside":
                return PageZone.Aside;
            case "article" or "main":
                return PageZone.Article;
            case "body" or "html" or "a" or "p" or "h1" or "b" or "i" or "em" or "strong" or "img":
                return PageZone.None;
        }

        var zone = PageZone.None;
        foreach (var words in (ReadOnlySpan<ReadOnlyMemory<char>?>)[element.Attributes.Find("class"), element.Attributes.Find("id")])
        {
            if (words is not { Length: > 0 and < 400 } text)
            {
                continue;
            }

            zone |= Has(text.Span, Comments) ? PageZone.Comments : PageZone.None;
            zone |= Has(text.Span, Related) ? PageZone.Related : PageZone.None;
            zone |= Has(text.Span, Navigation) ? PageZone.Navigation : PageZone.None;
            zone |= Has(text.Span, Footer) && !IsInArticle(element) ? PageZone.Footer : PageZone.None;
        }

        return zone;
    }

    public static bool MarksByline(HtmlElement element) => Marks(element, Bylines, NotBylines);

    public static bool MarksDate(HtmlElement element) => Marks(element, Dates, NotDates);

    public static bool Has(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Marks(HtmlElement element, string[] words, string[] not)
    {
        foreach (var name in (ReadOnlySpan<string>)["class", "id", "data-testid", "data-qa", "data-component"])
        {
            if (element.Attributes.Find(name) is { Length: > 2 and < 400 } value && Has(value.Span, words) && !Has(value.Span, not))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInArticle(HtmlElement element)
    {
        var depth = 0;
        for (var parent = element.Parent; parent is not null && depth < 64; parent = parent.Parent, depth++)
        {
            if (parent.Name == "article")
            {
                return true;
            }
        }

        return false;
    }
}
