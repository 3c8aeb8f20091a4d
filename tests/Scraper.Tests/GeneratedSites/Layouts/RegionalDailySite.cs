namespace Scraper.Tests.GeneratedSites;

/// <summary>After the systems of German regional dailies: one class for every paragraph, teasers in the same class, notes and copyright below.</summary>
internal sealed record RegionalDailySite() : GeneratedSite("landbote.example", "de", 2, ".article__body")
{
    protected override string Html(Story s) => $"""
        <!doctype html><html lang="de"><head><title>{Esc(s.Title)} | Landbote</title><meta name="date" content="{s.Iso}T05:00:00+01:00">
        <script type="application/ld+json">{Data(s)}</script></head>
        <body><header class="page-header"><nav class="main-nav"><a href="/lokales">Lokales</a> <a href="/politik">Politik</a> <a href="/sport">Sport</a> <a href="/abo">Abo</a></nav></header>
        <main class="page"><article class="article article--default"><header class="article__header"><span class="article__kicker">{Esc(s.Tags[0])}</span><h1 class="article__headline">{Esc(s.Title)}</h1>
        <div class="article__meta"><span class="author">Von {Esc(s.Author)}</span> <time datetime="{s.Iso}">{s.Day:dd.MM.yyyy}, 05:00 Uhr</time></div></header>
        {string.Concat(s.Captions.Take(1).Select(c => $"<figure class=\"article__figure\"><img src=a.jpg alt=\"\"><figcaption>{Esc(c)} Foto: Archiv</figcaption></figure>"))}
        <div class="article__body">
        {Lines(s, Line, (1, Maybe(s, 0.3, Picture(s))), (2, Maybe(s, 0.6, Teaser(s, 0))), (4, Maybe(s, 0.5, Also(s))), (5, Maybe(s, 0.5, Letter(s))), (7, Maybe(s, 0.5, Teaser(s, 1))))}
        {Maybe(s, 0.6, $"<p class=\"paragraph\">{Esc(Bio(s))}</p>")}
        {Maybe(s, 0.4, "<p class=\"paragraph\">In einer früheren Fassung dieses Textes war ein Ort falsch geschrieben. Wir haben das berichtigt und bitten um Nachsicht.</p>")}
        <p class="paragraph paragraph--small">{Any(s, "© dpa-infocom, alle Rechte vorbehalten", "© Landbote Medienhaus, alle Rechte vorbehalten", "Mit Material der Agenturen")}</p>
        </div><ul class="article__tags">{Links(s.Tags, "<li>", "</li>")}</ul></article>
        <section class="more"><h2>Das könnte Sie auch interessieren</h2>{Links(s.Related.Skip(4).Take(4), "<article class=\"card\"><h3>", "</h3></article>")}</section></main>
        <aside class="sidebar"><h2>Meistgelesen</h2><ol>{Links(s.Related.Take(4), "<li>", "</li>")}</ol></aside>
        <footer class="page-footer"><a href="/impressum">Impressum</a> <a href="/datenschutz">Datenschutz</a> <p>Landbote Medienhaus GmbH, Marktplatz 1</p></footer></body></html>
        """;

    private static string Line(StoryLine line) => line.Kind switch
    {
        "p" => $"<p class=\"paragraph\">{Esc(line.Text)}</p>",
        "h2" => $"<h2 class=\"article__subheading\">{Esc(line.Text)}</h2>",
        "blockquote" => $"<blockquote class=\"quote\"><p class=\"paragraph\">{Esc(line.Text)}</p></blockquote>",
        _ => $"<li>{Esc(line.Text)}</li>",
    };

    private static string Data(Story s) => System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "NewsArticle",
        ["headline"] = s.Title,
        ["datePublished"] = s.Iso,
        ["author"] = new Dictionary<string, string> { ["@type"] = "Person", ["name"] = s.Author },
    });

    private static string Teaser(Story s, int which) => s.Teasers.Count <= which ? string.Empty
        : $"<div class=\"embed embed--article\"><div class=\"embed__inner\"><strong class=\"embed__title\">{Esc(s.Related[which])}</strong><p class=\"paragraph\">{Esc(s.Teasers[which])}</p></div></div>";

    private static string Also(Story s) => $"<p class=\"paragraph\">{Any(s, "Lesen Sie auch:", "Mehr zum Thema:", "Hintergrund:")} <a href=\"/x\">{Esc(s.Related[2 % s.Related.Count])}</a></p>";

    private static string Letter(Story s) => Any(
        s,
        "<div class=\"embed embed--text\"><p class=\"paragraph\">Was zwischen Harz und Heide wichtig war, steht jeden Abend in unserem Brief „Feierabend“. Er kommt gegen 18 Uhr, kostet nichts und lässt sich mit einem Klick wieder abbestellen.</p></div>",
        "<p class=\"paragraph\">Der Landbote ist jetzt auch bei WhatsApp. Dort schicken wir zweimal am Tag, was in der Region geschieht, ohne Werbung und ohne dass jemand Ihre Nummer sieht.</p>");


    private static string Picture(Story s) => s.Captions.Count > 1 ? $"<div class=\"media\"><img src=b.jpg alt=\"\"><div class=\"media__text\">{Esc(s.Captions[1])}</div></div>" : string.Empty;

    private static string Bio(Story s) => Any(
        s,
        $"{s.Author} arbeitet seit vielen Jahren in der Lokalredaktion und schreibt am liebsten über Menschen, die ihr Dorf nicht verlassen wollen.",
        $"{s.Author} leitet das Ressort Landkreis. Hinweise nimmt die Redaktion unter 0123 4567 entgegen.");

}
