using System.Buffers;
using Scraper.Core.Blocks;

namespace Scraper.Core.Metadata;

/// <summary>Tells by an element's name and its class, id, rel and itemprop words which part of a page it opens and what it marks.</summary>
internal static class ZoneWords
{
    private static readonly SearchValues<string> Comments = Any(["comment", "disqus", "respond"]);
    private static readonly SearchValues<string> Related = Any(["related", "recommend", "teaser", "more-", "most-", "popular", "trending", "latest", "sidebar", "carousel", "promo", "readnext", "read-next", "you-may", "outbrain", "taboola", "recirc", "next-post", "prev-post", "similar"]);
    private static readonly SearchValues<string> Navigation = Any(["breadcrumb", "navbar", "menu", "masthead"]);
    private static readonly SearchValues<string> Footer = Any(["footer", "copyright", "colophon"]);
    private static readonly SearchValues<string> Bylines = Any(["author", "byline", "by-line", "writer", "contributor", "autor", "auteur", "journalist", "credit-name"]);
    private static readonly SearchValues<string> NotBylines = Any(["bio", "avatar", "image", "img", "photo", "picture", "social", "follow", "share", "icon", "description", "about", "caption", "email", "twitter", "more-from", "posts", "comment", "authority", "authoriz", "desc", "title", "role", "job"]);
    private static readonly SearchValues<string> Dates = Any(["date", "time", "publish", "posted", "timestamp", "datum", "fecha", "entry-meta", "post-meta", "byline", "updated", "article-meta", "meta-data", "article-info"]);
    private static readonly SearchValues<string> NotDates = Any(["timeline", "event", "candidate", "times-", "update-form", "validate", "sometime", "countdown", "mandate"]);

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

    /// <summary>A matcher for any of some words, case aside, wherever they stand.</summary>
    public static SearchValues<string> Any(ReadOnlySpan<string> words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    private static bool Has(ReadOnlySpan<char> text, SearchValues<string> words) => text.ContainsAny(words);

    private static bool Marks(HtmlElement element, SearchValues<string> words, SearchValues<string> not)
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
