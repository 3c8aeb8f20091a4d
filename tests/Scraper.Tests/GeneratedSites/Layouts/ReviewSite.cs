namespace Scraper.Tests.GeneratedSites;

/// <summary>After Ghost: cards of many kinds among the paragraphs, a note of the editors above the text, a box about the writer below.</summary>
internal sealed record ReviewSite() : GeneratedSite("estuary-review.example", "en", 9, ".gh-content")
{
    protected override string[] Headings => ["The verdict", "What it costs"];

    protected override string Html(Story s) => $"""
        <!doctype html><html lang="en"><head><title>{Esc(s.Title)}</title><meta property="og:title" content="{Esc(s.Title)}"><meta property="article:published_time" content="{s.Iso}T10:00:00.000Z"></head>
        <body class="post-template tag-reviews"><div class="gh-site"><header class="gh-head"><nav class="gh-head-menu"><ul class="nav"><li><a href="/">Home</a></li><li><a href="/reviews">Reviews</a></li><li><a href="/about">About</a></li></ul></nav></header>
        <main class="site-main"><article class="gh-article post tag-reviews"><header class="gh-article-header"><h1 class="gh-article-title">{Esc(s.Title)}</h1><aside class="gh-article-sidebar"><a href="/a">{Esc(s.Author)}</a> <time datetime="{s.Iso}">{s.Day:dd MMM yyyy}</time></aside></header>
        <section class="gh-content gh-canvas">
        {Maybe(s, 0.4, Any(s, "<p><em>The writer paid for everything that is described here. Nobody at the Review takes presents, and nobody outside of it has read this text before you.</em></p>", "<p><em>This text is part of our series on places that nobody goes to. All parts are open to everyone until the end of the season.</em></p>"))}
        {Lines(s, Line, (1, Maybe(s, 0.5, $"<div class=\"kg-card kg-bookmark-card\"><a class=\"kg-bookmark-container\" href=\"/x\"><div class=\"kg-bookmark-title\">{Esc(s.Related[0])}</div><div class=\"kg-bookmark-description\">{Esc(s.Teasers[0])}</div></a></div>")), (3, Maybe(s, 0.5, Callout(s))), (5, Maybe(s, 0.4, $"<p>{Any(s, "Elsewhere on these pages:", "We have been there before:")} <a href=\"/y\">{Esc(s.Related[1 % s.Related.Count])}</a></p>")), (6, Maybe(s, 0.3, $"<div class=\"kg-card kg-product-card\"><p>{Esc(Prose.Of("en").Sentence(s.Chance))} {Esc(Prose.Of("en").Sentence(s.Chance))}</p><p>Shops pay us a share when you buy through this card.</p></div>")))}
        {Maybe(s, 0.6, $"<p class=\"gh-credit\">{Any(s, "Words and photographs:", "Text:", "Words:")} {Esc(s.Author)}. {Any(s, "Editor:", "Edited by")} {Esc(Prose.Of("en").Names[s.Chance.Next(10)])}.</p>")}
        {Maybe(s, 0.8, "<hr><p>The Estuary Review has no owner, no advertisements and two and a half editors. If you would like it to go on, you can become a friend of the house for the price of a ferry ticket.</p>")}
        </section></article><section class="gh-comments"><h3>Comments</h3></section></main><aside class="gh-readmore"><h3>Read next</h3>{Links(s.Related.Skip(2).Take(4), "<article class=\"gh-card\"><h4>", "</h4></article>")}</aside>
        <footer class="gh-foot"><p>© The Estuary Review</p></footer></div></body></html>
        """;

    private static string Line(StoryLine line) => line.Kind == "p" ? $"<p>{Esc(line.Text)}</p>" : line.Kind == "blockquote" ? $"<blockquote>{Esc(line.Text)}</blockquote>" : $"<{line.Kind}>{Esc(line.Text)}</{line.Kind}>";

    private static string Callout(Story s) => $"<div class=\"kg-card kg-callout-card\"><div class=\"kg-callout-text\">{Any(s, "Would you rather listen? This text is read aloud by its writer in our podcast, with the sound of the place behind it.", "Tickets for our evening on the pier are on sale. There will be soup, a choir and three short talks.", "You are reading the Review as a guest. Friends of the house also get the printed map, four times a year.")}</div></div>";
}
