namespace Scraper.Tests.GeneratedSites;

/// <summary>After newsletter platforms: the writer's text with invitations to subscribe in it, pictures with captions, footnotes, links to earlier letters.</summary>
internal sealed record LetterSite() : GeneratedSite("slow-ferry.example", "en", 8, ".body.markup")
{
    protected override string Html(Story s) => $"""
        <!doctype html><html lang="en"><head><title>{Esc(s.Title)}</title><meta property="og:title" content="{Esc(s.Title)}"><meta name="author" content="{Esc(s.Author)}"></head>
        <body><div id="entry"><div class="main-menu"><a href="/">The Slow Ferry</a><button>Subscribe</button><button>Sign in</button></div>
        <div class="single-post-container"><div class="single-post"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">{Esc(s.Title)}</h1><h3 class="subtitle">{Esc(s.Teasers[^1])}</h3><div class="byline-wrapper"><a href="/u">{Esc(s.Author)}</a><div class="pencraft">{s.Day:MMM dd, yyyy}</div></div></div>
        <div class="available-content"><div dir="auto" class="body markup">
        {Maybe(s, 0.5, "<p><em>Welcome to The Slow Ferry, a letter about places that are hard to reach. It goes to 4,100 readers and is free; those who can pay for those who cannot.</em></p>")}
        {Lines(s, Line, (1, Picture(s, 0)), (2, Maybe(s, 0.7, Widget(s))), (4, Maybe(s, 0.3, Earlier(s))), (5, Picture(s, 1)), (7, Maybe(s, 0.6, Widget(s))))}
        {Maybe(s, 0.5, $"<p><strong>{Any(s, "Earlier letters you may like", "If this was to your taste")}</strong></p>{Links(s.Related.Take(3), "<p>", "</p>")}")}
        {Maybe(s, 0.7, $"<p>{Any(s, "Until next week,", "With greetings from the pier,", "Yours, a little seasick,")}</p><p>{Esc(s.Author)}</p>")}
        {Maybe(s, 0.8, "<div class=\"subscription-widget-wrap\"><div class=\"subscription-widget show-subscribe\"><div class=\"preamble\"><p class=\"cta-caption\">The Slow Ferry is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div></div></div>")}
        </div></div><div class="post-footer"><a>12 Likes</a><a>Share</a></div></article>
        <div class="comments-section"><h4>Discussion about this post</h4><div class="comment-body"><p>{Esc(Prose.Of("en").Sentence(s.Chance))}</p></div></div>
        <div class="portable-archive">{Links(s.Related.Skip(4).Take(4), "<div class=\"post-preview-title\">", "</div>")}</div></div></div>
        <footer class="footer-wrap"><p>© The Slow Ferry · Privacy · Terms</p></footer></div></body></html>
        """;

    private static string Line(StoryLine line) => line.Kind == "p" ? $"<p>{Esc(line.Text)}</p>" : line.Kind == "blockquote" ? $"<blockquote><p>{Esc(line.Text)}</p></blockquote>" : $"<{line.Kind}>{Esc(line.Text)}</{line.Kind}>";

    private static string Picture(Story s, int which) => s.Captions.Count <= which ? string.Empty : $"<div class=\"captioned-image-container\"><figure><img src=a.jpg alt=\"\"><figcaption class=\"image-caption\">{Esc(s.Captions[which])}</figcaption></figure></div>";

    private static string Widget(Story s) => Any(
        s,
        "<div class=\"subscription-widget-wrap\"><div class=\"subscription-widget\"><p>Letters like this one take about three days, two ferries and one pair of shoes. If you would like there to be more of them, you can pay what a coffee costs.</p></div></div>",
        "<p class=\"button-wrapper\"><a class=\"button primary\" href=\"/s\">Give a gift subscription</a></p>",
        "<p>Know somebody who would like this letter? Send it on. It is the only advertising that we do, and it works better than any other.</p>");

    private static string Earlier(Story s) => $"<div class=\"digest-post-embed\"><h4>{Esc(s.Related[^1])}</h4><div>{Esc(s.Teasers[^1])}</div></div>";
}
