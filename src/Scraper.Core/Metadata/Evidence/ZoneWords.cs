using System.Buffers;
using Scraper.Core.Blocks;

namespace Scraper.Core.Metadata;

/// <summary>Tells by an element's name and its class, id, rel and itemprop words which part of a page it opens and what it marks.</summary>
internal static class ZoneWords
{
    private static readonly string[] CommentsWords = ["comment", "disqus", "respond"];
    private static readonly string[] RelatedWords = ["related", "recommend", "teaser", "more-", "most-", "popular", "trending", "latest", "sidebar", "carousel", "promo", "readnext", "read-next", "you-may", "outbrain", "taboola", "recirc", "next-post", "prev-post", "similar"];
    private static readonly string[] NavigationWords = ["breadcrumb", "navbar", "menu", "masthead"];
    private static readonly string[] FooterWords = ["footer", "copyright", "colophon"];
    private static readonly string[] BylinesWords = ["author", "byline", "by-line", "writer", "contributor", "autor", "auteur", "journalist", "credit-name"];
    private static readonly SearchValues<string> NotBylines = AnyOf(["bio", "avatar", "image", "img", "photo", "picture", "social", "follow", "share", "icon", "description", "about", "caption", "email", "twitter", "more-from", "posts", "comment", "authority", "authoriz", "desc", "title", "role", "job"]);
    private static readonly string[] DatesWords = ["date", "time", "publish", "posted", "timestamp", "datum", "fecha", "entry-meta", "post-meta", "byline", "updated", "article-meta", "meta-data", "article-info"];
    private static readonly SearchValues<string> NotDates = AnyOf(["timeline", "event", "candidate", "times-", "update-form", "validate", "sometime", "countdown", "mandate"]);
    private static readonly SearchValues<string> Comments = AnyOf(CommentsWords);
    private static readonly SearchValues<string> Related = AnyOf(RelatedWords);
    private static readonly SearchValues<string> Navigation = AnyOf(NavigationWords);
    private static readonly SearchValues<string> Footer = AnyOf(FooterWords);
    private static readonly SearchValues<string> Bylines = AnyOf(BylinesWords);
    private static readonly SearchValues<string> Dates = AnyOf(DatesWords);
    private static readonly SearchValues<string> Any = AnyOf([.. CommentsWords, .. RelatedWords, .. NavigationWords, .. FooterWords, .. BylinesWords, .. DatesWords]);

    /// <summary>What an element's name and class words say of it, in one look.</summary>
    public static (PageZone Zone, bool IsByline, bool IsDate) Read(HtmlElement element)
    {
        var zone = element.Name switch
        {
            "footer" when !IsInArticle(element) => PageZone.Footer,
            "nav" => PageZone.Navigation,
            "aside" => PageZone.Aside,
            "article" or "main" => PageZone.Article,
            _ => PageZone.None,
        };
        var opensNoZone = element.Name is "footer" or "nav" or "aside" or "article" or "main" or "body" or "html" or "a" or "p" or "h1" or "b" or "i" or "em" or "strong" or "img";
        bool isByline = false, isDate = false;
        foreach (var (name, value) in element.Attributes.Pairs)
        {
            var isStyle = name.Span is "class" or "id";
            if (value.Length is <= 2 or >= 400 || !(isStyle || name.Span is "data-testid" or "data-qa" or "data-component") || !value.Span.ContainsAny(Any))
            {
                continue;
            }

            var words = value.Span;
            isByline |= words.ContainsAny(Bylines) && !words.ContainsAny(NotBylines);
            isDate |= words.ContainsAny(Dates) && !words.ContainsAny(NotDates);
            if (isStyle && !opensNoZone)
            {
                zone |= words.ContainsAny(Comments) ? PageZone.Comments : PageZone.None;
                zone |= words.ContainsAny(Related) ? PageZone.Related : PageZone.None;
                zone |= words.ContainsAny(Navigation) ? PageZone.Navigation : PageZone.None;
                zone |= words.ContainsAny(Footer) && !IsInArticle(element) ? PageZone.Footer : PageZone.None;
            }
        }

        return (zone, isByline, isDate);
    }

    /// <summary>A matcher for any of some words, case aside, wherever they stand.</summary>
    public static SearchValues<string> AnyOf(ReadOnlySpan<string> words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

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
