using System.Buffers;
using Scraper.Core.Blocks;
using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Metadata;

/// <summary>
/// Tells by an element's name and its class, id, rel and itemprop words which part of a page it opens and what it marks.
/// It serves one page, and looks at each different value once.
/// </summary>
internal sealed class ZoneWords(AttributeValues values)
{
    private static readonly MarkupWords Words = new(
        ((uint)Said.Comments, ["comment", "disqus", "respond", "reviewer", "review-snippet", "review-item", "review-list", "reviews-list", "user-review", "customer-review"]),
        ((uint)Said.Related, ["related", "recommend", "teaser", "more-", "most-", "popular", "trending", "latest", "sidebar", "carousel", "promo", "readnext", "read-next", "you-may", "outbrain", "taboola", "recirc", "next-post", "prev-post", "similar"]),
        ((uint)Said.Navigation, ["breadcrumb", "navbar", "menu", "masthead"]),
        ((uint)Said.Footer, ["footer", "copyright", "colophon"]),
        ((uint)Said.Byline, ["author", "byline", "by-line", "writer", "contributor", "autor", "auteur", "journalist", "credit-name", "yazar", "forfatter", "verfasser", "skribent", "penulis", "redaktor", "schrijver", "reporter-name", "reporter_name"]),
        ((uint)Said.NotByline, ["bio", "avatar", "image", "img", "photo", "picture", "social", "follow", "share", "icon", "description", "about", "caption", "email", "twitter", "more-from", "posts", "comment", "authority", "authoriz", "desc", "title", "role", "job-title", "jobtitle", "job_title", "review"]),
        ((uint)Said.Date, ["date", "time", "publish", "posted", "timestamp", "datum", "fecha", "entry-meta", "post-meta", "byline", "updated", "tarih", "article-meta", "meta-data", "article-info"]),
        ((uint)Said.NotFooter, ["post-footer", "entry-footer", "article-footer", "story-footer", "post_footer", "article_footer"]),
        ((uint)Said.NotDate, ["timeline", "event", "candidate", "times-", "update-form", "validate", "sometime", "countdown", "mandate"]));

    private readonly Said[] _known = new Said[values.Count];

    /// <summary>What a value says, whoever carries it.</summary>
    [Flags]
    private enum Said : ushort
    {
        Unread = 0,
        Read = 1,
        Byline = 2,
        Date = 4,
        Comments = 8,
        Related = 16,
        Navigation = 32,
        Footer = 64,
        NotByline = 128,
        NotDate = 256,
        NotFooter = 512,
    }

    /// <summary>What an element's name and class words say of it, in one look.</summary>
    public (PageZone Zone, bool IsByline, bool IsDate) Read(HtmlElement element)
    {
        var zone = element.Tag.Id switch
        {
            TagId.Footer when !IsInArticle(element) => PageZone.Footer,
            TagId.Nav => PageZone.Navigation,
            TagId.Aside => PageZone.Aside,
            TagId.BlockQuote or TagId.Figure or TagId.FigCaption => PageZone.Quoted,
            TagId.Article or TagId.Main => PageZone.Article,
            _ => PageZone.None,
        };
        Said said = 0, saidByStyle = 0;
        foreach (ref readonly var attribute in element.Attributes.Pairs)
        {
            if (attribute.Kind is AttributeKind.Class or AttributeKind.Id)
            {
                saidByStyle |= Of(attribute);
            }
            else if (attribute.Kind is AttributeKind.DataTestId or AttributeKind.DataQa or AttributeKind.DataComponent)
            {
                said |= Of(attribute);
            }
        }

        said |= saidByStyle;
        if (element.Tag.Id == TagId.Aside)
        {
            zone |= (saidByStyle & Said.Related) != 0 ? PageZone.Related : PageZone.None;
        }
        else if (saidByStyle > Said.Read && !OpensNoZone(element.Tag.Id))
        {
            zone |= (saidByStyle & Said.Comments) != 0 ? PageZone.Comments : PageZone.None;
            zone |= (saidByStyle & Said.Related) != 0 ? PageZone.Related : PageZone.None;
            zone |= (saidByStyle & Said.Navigation) != 0 ? PageZone.Navigation : PageZone.None;
            zone |= (saidByStyle & Said.Footer) != 0 && !IsInArticle(element) ? PageZone.Footer : PageZone.None;
        }

        return (zone, (said & Said.Byline) != 0, (said & Said.Date) != 0);
    }

    /// <summary>A matcher for any of some words, case aside, wherever they stand.</summary>
    public static SearchValues<string> AnyOf(ReadOnlySpan<string> words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    private static bool OpensNoZone(TagId tag) => tag is TagId.Footer or TagId.Nav or TagId.Aside or TagId.Article or TagId.Main or TagId.Body or TagId.Html
        or TagId.A or TagId.P or TagId.H1 or TagId.B or TagId.I or TagId.Em or TagId.Strong or TagId.Img;

    private Said Of(in HtmlAttribute attribute)
    {
        if (attribute.Number < 0)
        {
            return Of(attribute.Value.Span);
        }

        ref var known = ref _known[attribute.Number];
        return known != Said.Unread ? known : known = Of(attribute.Value.Span);
    }

    private static Said Of(ReadOnlySpan<char> value)
    {
        var said = value.Length is <= 2 or >= 400 ? 0 : (Said)Words.In(value);
        said &= (said & Said.NotByline) != 0 ? ~Said.Byline : ~Said.Unread;
        said &= (said & Said.NotDate) != 0 ? ~Said.Date : ~Said.Unread;
        said &= (said & Said.NotFooter) != 0 ? ~Said.Footer : ~Said.Unread;
        return (said & ~(Said.NotByline | Said.NotDate | Said.NotFooter)) | Said.Read;
    }

    private static bool IsInArticle(HtmlElement element)
    {
        var depth = 0;
        for (var parent = element.Parent; parent is not null && depth < 64; parent = parent.Parent, depth++)
        {
            if (parent.Tag.Id == TagId.Article || parent.Attributes.Find(AttributeKind.ItemType) is { } type && type.Span.Contains("Article", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
