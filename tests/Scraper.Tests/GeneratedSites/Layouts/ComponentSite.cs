namespace Scraper.Tests.GeneratedSites;

/// <summary>After sites built of components whose class names a build tool made up: nothing on the page says what it is.</summary>
internal sealed record ComponentSite() : GeneratedSite("correo-del-tajo.example", "es", 4, ".lkQwTz")
{
    protected override string Html(Story s) => $"""
        <!doctype html><html lang="es"><head><title>{Esc(s.Title)} - El Correo del Tajo</title><meta property="og:title" content="{Esc(s.Title)}"><meta property="article:published_time" content="{s.Iso}T06:00:00Z"></head>
        <body><div id="fusion-app"><div class="sc-bdnxRM hTkPzL"><a href="/">El Correo del Tajo</a><div class="sc-gtsrHT kJhGfd"><a href="/a">España</a><a href="/b">Comarca</a><a href="/c">Economía</a><a href="/d">Deportes</a></div></div>
        <div class="sc-dlnjwi mNbVcx"><div class="sc-hKFxyN qWeRty"><div class="sc-eCApnc zXcVbn"><h1 class="sc-jSFjdj poIuYt">{Esc(s.Title)}</h1></div><div class="sc-iCoGMd lKjHgF"><span>{Esc(s.Author)}</span><span>{s.Day:dd/MM/yyyy}</span></div>
        <div class="sc-fubCfw lkQwTz">
        {string.Concat(s.Captions.Take(1).Select(c => $"<div class=\"sc-pFZIQ vBnMkl\"><img src=a.jpg alt=\"\"><div class=\"sc-jrAGrp uJmNhy\">{Esc(c)}</div></div>"))}
        {Lines(s, Line, (2, Maybe(s, 0.6, Card(s, 0))), (3, Maybe(s, 0.5, Letter(s))), (5, Maybe(s, 0.5, Card(s, 1))), (6, Maybe(s, 0.3, Sponsor(s))))}
        {Maybe(s, 0.7, $"<div class=\"sc-kEjbxe bGtRfv\"><p class=\"sc-iqHYGH aSdFgh\">{Esc(Bio(s))}</p></div>")}
        {Maybe(s, 0.9, $"<p class=\"sc-iqHYGH aSdFgh\">{Any(s, "Puedes seguir la actualidad de la comarca en nuestro canal y comentar esta noticia con otros lectores en el foro de suscriptores.", "Si tienes algo que contar, escribe a redaccion@correo-del-tajo.example. Protegemos siempre a quien nos informa.")}</p>")}
        </div><div class="sc-crrsfI nHyBgT">{Links(s.Tags, "<span>", "</span>")}</div></div>
        <div class="sc-fFubgz mKoIjn"><div>Lo más visto</div>{Links(s.Related.Skip(3).Take(5), "<div class=\"sc-bkzZxe\">", "</div>")}</div></div>
        <div class="sc-idOhPF cDeXsw"><p>© Ediciones del Tajo S.L. Reservados todos los derechos.</p></div></div></body></html>
        """;

    private static string Line(StoryLine line) => line.Kind switch
    {
        "p" => $"<p class=\"sc-iqHYGH aSdFgh\">{Esc(line.Text)}</p>",
        "h2" => $"<h2 class=\"sc-giIncl jUyHtg\">{Esc(line.Text)}</h2>",
        "blockquote" => $"<blockquote class=\"sc-ezrdKe\"><p class=\"sc-iqHYGH aSdFgh\">{Esc(line.Text)}</p></blockquote>",
        _ => $"<li>{Esc(line.Text)}</li>",
    };

    private static string Card(Story s, int which) => s.Related.Count <= which ? string.Empty
        : $"<div class=\"sc-TmcTc wSxEdc\"><div class=\"sc-jgPyTC\"><a href=\"/x\">{Esc(s.Related[which])}</a></div><div class=\"sc-gSYDnn\">{Esc(s.Teasers[which])}</div></div>";

    private static string Letter(Story s) => Any(
        s,
        "<div class=\"sc-laRPJI rFvTgb\"><p class=\"sc-iqHYGH aSdFgh\">La carta del domingo reúne lo mejor de la semana, una receta y un paseo. Llega a las nueve, cuando el café ya está hecho, y es gratis para todo el mundo.</p></div>",
        "<p class=\"sc-iqHYGH aSdFgh\">El Correo del Tajo forma parte de The Trust Project y publica sus fuentes. Aquí puedes leer cómo trabajamos y quién nos paga.</p>");

    private static string Sponsor(Story s) => $"<div class=\"sc-iBPRYJ tGbYhn\"><div class=\"sc-gSYDnn\">{Esc(Prose.Of("es").Sentence(s.Chance))} {Esc(Prose.Of("es").Sentence(s.Chance))}</div></div>";

    private static string Bio(Story s) => Any(s, $"{s.Author} es redactora de la edición local y antes pasó por la radio pública.", $"{s.Author} escribe sobre el campo y el agua. Es autor de varios libros de viajes.", $"Con información de {s.Author} y agencias.");
}
