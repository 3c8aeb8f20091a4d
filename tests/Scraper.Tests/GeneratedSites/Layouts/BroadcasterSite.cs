namespace Scraper.Tests.GeneratedSites;

/// <summary>After broadcasters' sites: every paragraph in a wrapper of its own, promotions in wrappers of the same kind, headings that all articles use.</summary>
internal sealed record BroadcasterSite() : GeneratedSite("quay-radio.example", "en", 7, "#main-content")
{
    protected override string[] Headings => ["What happens next?", "Why it matters", "How we got here"];

    protected override string Html(Story s) => $"""
        <!doctype html><html lang="en"><head><title>{Esc(s.Title)} - Quay Radio</title><meta property="og:title" content="{Esc(s.Title)}"><meta property="article:published_time" content="{s.Iso}T12:00:00Z"></head>
        <body><div id="root"><header role="banner"><nav><a href="/">Home</a><a href="/news">News</a><a href="/listen">Listen</a><a href="/weather">Weather</a></nav></header>
        <main id="main-content"><article>
        <div data-component="headline-block" class="ssrcss-1abc"><h1 id="main-heading">{Esc(s.Title)}</h1></div><div data-component="byline-block" class="ssrcss-2abc"><div>By {Esc(s.Author)}</div><div>{Any(s, "Quay Radio News", "Reporting from the valley", "Political correspondent")}</div></div>
        {string.Concat(s.Captions.Take(1).Select(c => $"<div data-component=\"image-block\" class=\"ssrcss-3abc\"><figure><img src=a.jpg alt=\"\"><figcaption>{Esc(c)}</figcaption></figure></div>"))}
        {Lines(s, Line, (2, Maybe(s, 0.4, Block("text-block promo", "<p>" + Esc(s.Teasers[0]) + "</p>"))), (4, Maybe(s, 0.5, More(s))), (6, Maybe(s, 0.5, Promo(s))), (8, Maybe(s, 0.4, Second(s))))}
        {Maybe(s, 0.3, Block("text-block", $"<p><i>{Any(s, "Additional reporting by", "Edited by", "Produced by")} {Esc(Prose.Of("en").Names[s.Chance.Next(Prose.Of("en").Names.Count)])}</i></p>"))}
        {Maybe(s, 0.7, Block("text-block", Any(s, "<p>Follow Quay Radio on the usual networks, or send your story ideas to newsroom@quay-radio.example. We read everything.</p>", "<p>You can listen to this story again on the Morning Programme, which is on air from six until nine and stays online for a month.</p>")))}
        </article><section data-component="links-block"><h2>More on this story</h2><ul>{Links(s.Related.Take(3), "<li>", "</li>")}</ul></section><section data-component="topic-list"><h2>Related topics</h2><ul>{Links(s.Tags, "<li>", "</li>")}</ul></section></main>
        <div class="ssrcss-9abc"><h2>Top stories</h2>{Links(s.Related.Skip(3).Take(4), "<div>", "</div>")}</div>
        <footer role="contentinfo"><p>© Quay Radio. We are not responsible for the content of external sites.</p></footer></div></body></html>
        """;

    private static string Line(StoryLine line) => line.Kind switch
    {
        "p" => Block("text-block", $"<p>{Esc(line.Text)}</p>"),
        "h2" => Block("subheadline-block", $"<h2>{Esc(line.Text)}</h2>"),
        "blockquote" => Block("text-block", $"<blockquote>{Esc(line.Text)}</blockquote>"),
        _ => $"<li>{Esc(line.Text)}</li>",
    };

    private static string Block(string component, string inner) =>
        $"<div data-component=\"{component.Split(' ')[0]}\" class=\"ssrcss-{(component.EndsWith("promo", StringComparison.Ordinal) ? "uf6wea RichTextPromo" : "uf6wea RichTextComponentWrapper")}\"><div class=\"RichTextContainer\">{inner}</div></div>";

    private static string More(Story s) => Block("text-block", $"<ul>{Links(s.Related.Skip(2).Take(2), "<li><b>", "</b></li>")}</ul>");

    private static string Promo(Story s) => Any(
        s,
        Block("text-block promo", "<p>The Long Quay is a podcast about people who stayed. New episodes come out every second Thursday, wherever you listen, and the first season is complete.</p>"),
        Block("text-block", "<p>If you have been affected by anything in this story, the helpline of the county is open day and night on 0800 000 000.</p>"));

    private static string Second(Story s) => s.Captions.Count < 2 ? string.Empty : $"<div data-component=\"image-block\" class=\"ssrcss-3abc\"><div><img src=b.jpg alt=\"\"><p class=\"caption-text\">{Esc(s.Captions[1])}</p></div></div>";
}
