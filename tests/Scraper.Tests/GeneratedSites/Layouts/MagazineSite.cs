namespace Scraper.Tests.GeneratedSites;

/// <summary>After WordPress magazine themes: plain paragraphs of one container, boxes and "read also" lines among them, a biography at the end.</summary>
internal sealed record MagazineSite() : GeneratedSite("harbour-post.example", "en", 1, ".td-post-content")
{
    private static readonly string[] Beats = ["the coast", "local government", "courts and crime", "schools and health", "farming"];

    protected override string Html(Story s) => $"""
        <!doctype html><html lang="en"><head><title>{Esc(s.Title)} - Harbour Post</title>
        <meta property="og:title" content="{Esc(s.Title)}"><meta property="article:published_time" content="{s.Iso}T07:10:00+00:00"></head>
        <body class="post-template-default single single-post"><div class="td-header-wrap"><ul class="sf-menu"><li><a href="/news">News</a></li><li><a href="/sea">Sea</a></li><li><a href="/sport">Sport</a></li><li><a href="/letters">Letters</a></li></ul></div>
        <div class="td-main-content-wrap"><div class="td-pb-row"><div class="td-main-content"><article class="post type-post">
        <header class="td-post-title"><h1 class="entry-title">{Esc(s.Title)}</h1><div class="td-post-author-name">By <a href="/author">{Esc(s.Author)}</a></div><span class="td-post-date"><time class="entry-date" datetime="{s.Iso}">{s.Iso}</time></span></header>
        <div class="td-post-content tagdiv-type">
        {string.Concat(s.Captions.Take(1).Select(c => $"<div class=\"wp-caption alignnone\"><img src=a.jpg alt=\"\"><p class=\"wp-caption-text\">{Esc(c)}</p></div>"))}
        {Lines(s, Line, (2, Maybe(s, 0.7, Also(s, 0))), (3, Maybe(s, 0.6, Letter(s))), (5, Maybe(s, 0.4, Also(s, 1))), (6, Maybe(s, 0.2, Sponsor(s))), (7, Maybe(s, 0.5, Picture(s))))}
        {Maybe(s, 0.75, $"<p><em>{Esc(Bio(s))}</em></p>")}
        {Maybe(s, 0.9, "<p>The Harbour Post is owned by its readers. If you value reporting from the coast, please consider a small monthly gift; it keeps our boat afloat and this site free for everyone.</p>")}
        </div>
        <footer><ul class="td-tags"><li><span>TAGS</span></li>{Links(s.Tags, "<li>", "</li>")}</ul><div class="td-post-sharing"><a href="#">Facebook</a> <a href="#">Email</a></div></footer>
        <div class="td_block_related_posts"><h4>RELATED ARTICLES</h4>{Links(s.Related.Take(3), "<div class=\"td_module\"><h3 class=\"entry-title\">", "</h3></div>")}</div></article></div>
        <div class="td-main-sidebar"><h4 class="block-title">Most read</h4>{Links(s.Related.Skip(3).Take(5), "<div class=\"item-details\"><h3>", "</h3></div>")}</div></div></div>
        <div class="td-footer-wrapper">© Harbour Post Co-operative. Registered at the quay.</div></body></html>
        """;

    private static string Line(StoryLine line) => line.Kind == "p" ? $"<p>{Esc(line.Text)}</p>" : line.Kind == "blockquote" ? $"<blockquote><p>{Esc(line.Text)}</p></blockquote>" : $"<{line.Kind}>{Esc(line.Text)}</{line.Kind}>";

    private static string Also(Story s, int which) => s.Related.Count <= which ? string.Empty
        : $"<p><strong>{Any(s, "Read also:", "Read also:", "See also:", "From the archive:")} <a href=\"/x\">{Esc(s.Related[which])}</a></strong></p>";

    private static string Letter(Story s) => Any(
        s,
        "<p>Every weekday at six our editors send the day's stories from the coast to 14,000 inboxes. <a href=\"/letter\">Join them here</a>, it costs nothing and you can leave whenever you like.</p>",
        "<div class=\"inline-box\"><p>The Morning Tide is our letter for people who get up early. Weather, ferries and the three stories that matter, written on the pier before the first boat leaves.</p></div>");

    private static string Sponsor(Story s) => Any(
        s,
        "<p>This series is supported by the Seamen's Savings Bank, which has looked after the money of the coast since 1871. The bank has no say in what we write.</p>",
        "<p>Looking for a berth? Tarn Marina has twelve new places for boats of up to nine metres, with water, power and a view of the lighthouse.</p>");

    private static string Picture(Story s) => s.Captions.Count < 2 ? string.Empty : $"<div class=\"wp-caption aligncenter\"><img src=b.jpg alt=\"\"><p class=\"wp-caption-text\">{Esc(s.Captions[1])}</p></div>";

    private static string Bio(Story s) => $"{s.Author} {Any(s, "reports on", "writes about", "has covered")} {Beats[s.Author.Length % Beats.Length]} for the Harbour Post. {Any(s, "You can reach the desk at desk@harbour-post.example.", "Before that came a long time at sea.", string.Empty)}".TrimEnd();
}
