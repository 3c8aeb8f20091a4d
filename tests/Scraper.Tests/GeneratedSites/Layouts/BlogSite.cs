namespace Scraper.Tests.GeneratedSites;

/// <summary>After hosted blogs: loose text with line breaks instead of paragraphs, a signature, lines that ask to follow.</summary>
internal sealed record BlogSite() : GeneratedSite("il-ponte.example", "it", 5, ".post-body")
{
    protected override string Html(Story s) => $"""
        <!doctype html><html lang="it"><head><title>Il Ponte: {Esc(s.Title)}</title><meta property="og:title" content="{Esc(s.Title)}"></head>
        <body><div class="content"><div class="header-outer"><h1 class="title"><a href="/">Il Ponte</a></h1><p class="description">Cronache dalle due rive</p></div>
        <div class="main-inner"><div class="blog-posts hfeed"><h2 class="date-header"><span>{s.Day:d/M/yyyy}</span></h2><div class="post hentry">
        <h3 class="post-title entry-title">{Esc(s.Title)}</h3>
        <div class="post-body entry-content"><div class="separator"><img src=a.jpg></div>{string.Concat(s.Captions.Take(1).Select(c => $"<span class=\"didascalia\">{Esc(c)}</span><br><br>"))}
        {Lines(s, Line, (3, Maybe(s, 0.5, Also(s))), (5, Maybe(s, 0.4, Follow(s))))}
        {Maybe(s, 0.8, $"<i>{Esc(Any(s, $"di {s.Author}", $"{s.Author} vive e lavora sulla riva sinistra; tiene un orto e una rubrica.", $"Testo e foto di {s.Author}"))}</i><br><br>")}
        {Maybe(s, 0.9, Any(s, "Questo blog non è una testata giornalistica in quanto viene aggiornato senza alcuna periodicità. Non può pertanto considerarsi un prodotto editoriale ai sensi della legge.<br>", "Il Ponte non riceve soldi da nessuno. Se questa pagina ti è stata utile, offrici un caffè: il tasto è in alto a destra, e il caffè lo beviamo davvero.<br>"))}
        </div><div class="post-footer"><span class="post-author">Pubblicato da <span>{Esc(s.Author)}</span></span><span class="post-labels">Etichette: {Links(s.Tags, "", ", ")}</span></div></div>
        <div class="comments" id="comments"><h4>Commenti</h4><p class="comment-body">{Esc(Prose.Of("it").Sentence(s.Chance))}</p></div></div></div>
        <div class="sidebar"><div class="widget PopularPosts"><h2>Post più letti</h2><ul>{Links(s.Related.Take(5), "<li>", "</li>")}</ul></div><div class="widget Profile"><h2>Chi siamo</h2><p>Tre amici, un ponte e un computer.</p></div></div></div></body></html>
        """;

    private static string Line(StoryLine line) => line.Kind switch
    {
        "p" => $"{Esc(line.Text)}<br><br>",
        "h2" => $"<b>{Esc(line.Text)}</b><br><br>",
        "blockquote" => $"<blockquote>{Esc(line.Text)}</blockquote>",
        _ => $"<li>{Esc(line.Text)}</li>",
    };

    private static string Also(Story s) => $"{Any(s, "Leggi anche:", "Leggi anche:", "Ne avevamo parlato qui:")} <a href=\"/x\">{Esc(s.Related[0])}</a><br><br>";

    private static string Follow(Story s) => Any(
        s,
        "Il Ponte è anche su Telegram: una notizia al giorno, la mattina presto, senza foto di gattini. Il canale si chiama come il blog.<br><br>",
        "<div class=\"riquadro\">Sabato alle undici si cammina insieme lungo l'argine, con qualunque tempo. Chi vuole venire lascia un commento qui sotto o telefona ad Anna.</div>");
}
