using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Scraper.Core;

namespace Scraper.Tests.Drift;

/// <summary>Ten ways in which a site changes overnight.</summary>
internal static class LayoutChanges
{
    public static readonly IReadOnlyDictionary<string, Action<SimulatedPage>> All = new Dictionary<string, Action<SimulatedPage>>
    {
        ["class renamed"] = Rename,
        ["wrapper added"] = Wrap,
        ["body split"] = Split,
        ["JSON-LD only"] = OnlyData,
        ["consent wall"] = Consent,
        ["captions into paragraphs"] = CaptionsToParagraphs,
        ["date removed"] = RemoveDate,
        ["title is the site's name"] = TitleToSiteName,
        ["related list in the body"] = RelatedInBody,
        ["p to div"] = ParagraphsToDivs,
    };

    /// <summary>Replaces text in the page's data.</summary>
    public static void EditData(IDocument document, string old, string with)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            script.TextContent = script.TextContent.Replace(old, with);
        }
    }

    private static IElement Body(SimulatedPage page) => page.Document.QuerySelector(page.Site.Body)!;

    private static void Rename(SimulatedPage page)
    {
        var body = Body(page);
        body.RemoveAttribute("id");
        body.RemoveAttribute("itemprop");
        body.ClassName = "story-text";
    }

    private static void Wrap(SimulatedPage page)
    {
        var body = Body(page);
        var wrapper = page.Document.CreateElement("section");
        wrapper.ClassName = "story-wrap";
        Move([.. body.ChildNodes], wrapper);
        body.After(wrapper);
    }

    private static void Split(SimulatedPage page)
    {
        var body = Body(page);
        var second = page.Document.CreateElement("div");
        second.ClassName = "part-two";
        var children = body.Children.Where(c => c.LocalName is "p" or "h2" or "h3" or "ul").ToList();
        Move([.. children.Skip(children.Count / 2)], second);
        body.After(second);
    }

    private static void OnlyData(SimulatedPage page)
    {
        var body = Body(page);
        var text = new Extractor().ExtractHtml(page.Html, new PageContext { Url = new Uri(page.Url), Rule = page.Site.Rule }, CancellationToken.None).Article.Text;
        body.TextContent = string.Empty;
        var data = page.Document.CreateElement("script");
        data.SetAttribute("type", "application/ld+json");
        data.TextContent = JsonSerializer.Serialize(new Dictionary<string, string> { ["@context"] = "https://schema.org", ["@type"] = "NewsArticle", ["headline"] = page.Title, ["articleBody"] = text });
        page.Document.Head!.Append(data);
    }

    private static void Consent(SimulatedPage page)
    {
        page.Document.Title = "Before you continue";
        page.Document.Body!.InnerHtml = "<div class=consent><h1>Before you continue</h1><p>We and our partners use cookies and similar technologies to store and access information on a device and to process personal data.</p><p>You can accept all cookies, reject them or manage your preferences at any time in the privacy settings.</p><button>Accept all</button></div>";
    }

    private static void CaptionsToParagraphs(SimulatedPage page)
    {
        foreach (var caption in page.Document.QuerySelectorAll(page.Site.Caption).ToList())
        {
            var paragraph = page.Document.CreateElement("p");
            paragraph.TextContent = caption.TextContent;
            caption.Replace(paragraph);
            if (!Body(page).Contains(paragraph))
            {
                Body(page).Prepend(paragraph);
            }
            else if (paragraph.Closest("figure, .wp-caption, .articleImgBox, .artSplitter, .td-post-featured-image") is { } box && Body(page).Contains(box))
            {
                box.After(paragraph);
            }
        }
    }

    private static void RemoveDate(SimulatedPage page)
    {
        var document = page.Document;
        foreach (var element in document.QuerySelectorAll($"time, {page.Site.Date}, meta[property*='time'], meta[itemprop*='date'], meta[name*='date'], meta[property*='date']").ToList())
        {
            element.Remove();
        }

        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            script.TextContent = Regex.Replace(script.TextContent, "\"date(Published|Modified|Created)\"", "\"was\"");
        }

        foreach (var leaf in document.All.Where(e => e.ChildElementCount == 0 && e.LocalName is not ("script" or "style") && Regex.IsMatch(e.TextContent, @"\b20\d\d\b") && e.TextContent.Length < 80).ToList())
        {
            leaf.TextContent = Regex.Replace(leaf.TextContent, @"\S* ?\S* ?\b20\d\d\b\S*", string.Empty);
        }
    }

    private static void TitleToSiteName(SimulatedPage page)
    {
        var document = page.Document;
        var headline = document.QuerySelector(page.Site.Headline)!;
        var moved = document.CreateElement("div");
        moved.ClassName = "story-headline";
        moved.TextContent = headline.TextContent;
        headline.TextContent = page.Site.Host;
        headline.Before(moved);
        document.Title = page.Site.Host;
        EditData(document, page.Title, page.Site.Host);
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            meta.SetAttribute("content", meta.GetAttribute("content")!.Replace(page.Title, page.Site.Host));
        }
    }

    private static void RelatedInBody(SimulatedPage page)
    {
        var random = new Random(page.Title.Length);
        var list = page.Document.CreateElement("ul");
        list.ClassName = "more-stories";
        for (var i = 0; i < 8; i++)
        {
            var item = page.Document.CreateElement("li");
            var link = page.Document.CreateElement("a");
            link.SetAttribute("href", $"/other-{i}");
            link.TextContent = SimulatedSite.Text(random)[..70].Trim();
            item.Append(link);
            list.Append(item);
        }

        var paragraphs = Body(page).QuerySelectorAll("p");
        paragraphs[paragraphs.Length / 2].After(list);
    }

    private static void ParagraphsToDivs(SimulatedPage page)
    {
        foreach (var paragraph in Body(page).QuerySelectorAll("p").ToList())
        {
            var div = page.Document.CreateElement("div");
            div.ClassName = paragraph.ClassName;
            Move([.. paragraph.ChildNodes], div);
            paragraph.Replace(div);
        }
    }

    private static void Move(IReadOnlyList<INode> nodes, IElement to)
    {
        foreach (var node in nodes)
        {
            to.AppendChild(node);
        }
    }
}
