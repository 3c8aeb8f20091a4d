using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Scraper.Tests.GeneratedSites;

namespace Scraper.Benchmarks.Drift;

/// <summary>Ways in which a site changes overnight, other than those that the watch's thresholds were chosen by.</summary>
internal static class OtherChanges
{
    public static readonly IReadOnlyList<(string Name, Action<IHtmlDocument, GeneratedSite, int> Change)> All =
    [
        ("body loaded later", Lazy),
        ("names made by a build tool", Hash),
        ("text in a shadow root", Shadow),
        ("paragraphs as lines", BreakLines),
        ("paywall after two paragraphs", Paywall),
        ("cookie wall in another language", CookieWall),
        ("next article below", Endless),
        ("page builder", Builder),
        ("summary box above the text", Summary),
        ("comments in the body", Comments),
    ];

    /// <summary>The page of a site after the change.</summary>
    public static GeneratedPage Apply(GeneratedSite site, int number, Action<IHtmlDocument, GeneratedSite, int> change)
    {
        var page = site.Page(number);
        var document = new HtmlParser().ParseDocument(page.Html);
        change(document, site, number);
        return page with { Html = "<!doctype html>" + document.DocumentElement.OuterHtml };
    }

    private static IElement Body(IHtmlDocument document, GeneratedSite site) => document.QuerySelector(site.Body)!;

    /// <summary>The element in the body whose children are the pieces of the text.</summary>
    private static IElement Holder(IHtmlDocument document, GeneratedSite site)
    {
        var holder = Body(document, site);
        while (holder.Children.FirstOrDefault(c => c.TextContent.Length * 2 > holder.TextContent.Length) is { } inner)
        {
            holder = inner;
        }

        return holder;
    }

    private static void KeepFirst(IElement holder, int nodes)
    {
        foreach (var node in holder.ChildNodes.Where(n => n is IElement || !string.IsNullOrWhiteSpace(n.TextContent)).Where(n => n is not IElement { LocalName: "br" }).Skip(nodes).ToList())
        {
            holder.RemoveChild(node);
        }
    }

    private static void Lazy(IHtmlDocument document, GeneratedSite site, int number)
    {
        KeepFirst(Holder(document, site), 4);
        Add(Holder(document, site), "<div class=\"skeleton\"></div><div class=\"skeleton\"></div><noscript>JavaScript</noscript>");
    }

    private static void Hash(IHtmlDocument document, GeneratedSite site, int number)
    {
        foreach (var element in document.All)
        {
            if (element.Id is not null)
            {
                element.RemoveAttribute("id");
            }

            if (element.ClassName is { Length: > 0 } names)
            {
                element.ClassName = string.Join(' ', names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => "_" + Scrambled(n)));
            }

            element.RemoveAttribute("itemprop");
        }
    }

    private static string Scrambled(string name)
    {
        var hash = name.Aggregate(2166136261u, (h, c) => unchecked((h ^ c) * 16777619));
        var text = new StringBuilder();
        for (var i = 0; i < 6; i++, hash /= 52)
        {
            text.Append((char)(hash % 52 < 26 ? 'a' + (hash % 26) : 'A' + (hash % 26)));
        }

        return text.ToString();
    }

    private static void Shadow(IHtmlDocument document, GeneratedSite site, int number)
    {
        var body = Body(document, site);
        body.InnerHtml = $"<story-body><template shadowrootmode=\"open\"><style>p {{ margin: 0 }}</style><div class=\"shadow-text\">{body.InnerHtml}</div></template></story-body>";
    }

    private static void BreakLines(IHtmlDocument document, GeneratedSite site, int number)
    {
        foreach (var paragraph in Body(document, site).QuerySelectorAll("p").ToList())
        {
            paragraph.Insert(AdjacentPosition.AfterEnd, "<br><br>");
            paragraph.Replace([.. paragraph.ChildNodes]);
        }
    }

    private static void Paywall(IHtmlDocument document, GeneratedSite site, int number)
    {
        KeepFirst(Holder(document, site), 5);
        Add(Holder(document, site), "<div class=\"wall\"><h3>Read on with a subscription</h3><p>This article is for subscribers. Take a month for 1 € and cancel whenever you like.</p><a href=\"/subscribe\">Subscribe now</a> <a href=\"/login\">I have an account</a></div>");
    }

    private static void CookieWall(IHtmlDocument document, GeneratedSite site, int number)
    {
        document.Title = site.Language == "it" ? "Vstup" : "Il tuo consenso";
        document.Body!.InnerHtml = site.Language == "it"
            ? "<div class=cmp><h1>Souhlas s cookies</h1><p>My a naši partneři ukládáme soubory cookie a další údaje do vašeho zařízení, abychom mohli zobrazovat reklamu a měřit návštěvnost.</p><p>Souhlas můžete kdykoli odvolat v nastavení soukromí.</p><button>Přijmout vše</button><button>Odmítnout</button></div>"
            : "<div class=cmp><h1>Il tuo consenso ai cookie</h1><p>Noi e i nostri partner archiviamo e leggiamo informazioni su un dispositivo, come i cookie, e trattiamo dati personali per annunci e contenuti personalizzati.</p><p>Puoi revocare il consenso in qualsiasi momento dalle impostazioni della privacy.</p><button>Accetta tutto</button><button>Rifiuta</button></div>";
    }

    private static void Endless(IHtmlDocument document, GeneratedSite site, int number)
    {
        var next = new HtmlParser().ParseDocument(site.Page(number + 5000).Html);
        var article = Whole(next, site);
        Whole(document, site).Insert(AdjacentPosition.AfterEnd, article.OuterHtml);
    }

    /// <summary>The element with headline and text.</summary>
    private static IElement Whole(IHtmlDocument document, GeneratedSite site)
    {
        var body = Body(document, site);
        return body.Closest("article") ?? (body.QuerySelector("article") is { } inner ? inner : body.ParentElement!);
    }

    private static void Builder(IHtmlDocument document, GeneratedSite site, int number)
    {
        var body = Body(document, site);
        foreach (var child in body.Children.Where(c => c.LocalName is "p" or "h2" or "ul" or "blockquote" or "div").ToList())
        {
            var (row, column) = (document.CreateElement("div"), document.CreateElement("div"));
            (row.ClassName, column.ClassName) = ("vc_row wpb_row", "wpb_column wpb_text_column");
            child.Replace(row);
            row.Append(column);
            column.Append(child);
        }

        body.RemoveAttribute("id");
        body.ClassName = "wpb-content-wrapper";
    }

    private static void Summary(IHtmlDocument document, GeneratedSite site, int number)
    {
        var random = new Random(number);
        var points = string.Concat(Enumerable.Range(0, 4).Select(_ => $"<li>{Prose.Of(site.Language).Sentence(random)}</li>"));
        Holder(document, site).Insert(AdjacentPosition.AfterBegin, $"<div class=\"ai-summary\"><h4>Summary</h4><ul>{points}</ul><p>This summary was made by a machine and checked by nobody in particular.</p></div>");
    }

    private static void Comments(IHtmlDocument document, GeneratedSite site, int number)
    {
        var random = new Random(number);
        var html = new StringBuilder("<div class=\"talk\">");
        for (var left = 6; left > 0; left--)
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"talk-entry\"><b>{Prose.Of(site.Language).Phrase(random, "name")}</b><p>{Prose.Of(site.Language).Paragraph(random)}</p></div>");
        }

        Add(Holder(document, site), html.Append("</div>").ToString());
    }

    private static void Add(IElement to, string html) => to.Insert(AdjacentPosition.BeforeEnd, html);
}
