namespace Scraper.Tests.GeneratedSites;

/// <summary>After Drupal: fields in wrappers, insets as paragraphs of the body, a partner's text, an invitation to subscribe.</summary>
internal sealed record DrupalWeeklySite() : GeneratedSite("gazette-des-rives.example", "fr", 3, ".field--name-body")
{
    protected override string Html(Story s) => $"""
        <!doctype html><html lang="fr"><head><title>{Esc(s.Title)} | La Gazette des Rives</title><meta property="og:title" content="{Esc(s.Title)}"><meta property="article:published_time" content="{s.Iso}T09:30:00+02:00"></head>
        <body class="path-node page-node-type-article"><div class="region region-header"><nav role="navigation"><ul class="menu"><li><a href="/a">À la une</a></li><li><a href="/b">Territoires</a></li><li><a href="/c">Idées</a></li></ul></nav></div>
        <main role="main"><div class="region region-content"><article class="node node--type-article node--view-mode-full">
        <h1 class="page-title"><span class="field field--name-title">{Esc(s.Title)}</span></h1>
        <div class="node__submitted">Par <span class="username">{Esc(s.Author)}</span>, le <time datetime="{s.Iso}">{s.Day:dd/MM/yyyy}</time></div>
        <div class="node__content"><div class="clearfix text-formatted field field--name-body field--type-text-with-summary"><div class="field__item">
        {Lines(s, Line, (1, string.Concat(s.Captions.Take(1).Select(c => $"<p class=\"legende\">{Esc(c)}</p>"))), (2, Maybe(s, 0.5, Subject(s))), (4, Maybe(s, 0.4, Partner(s))), (5, Maybe(s, 0.5, Advice(s))), (6, Maybe(s, 0.3, Invite(s))))}
        {Maybe(s, 0.5, $"<p>{Esc(Signed(s))}</p>")}
        {Maybe(s, 0.8, Any(s, "<p>Vous avez aimé cet article ? La Gazette vit de ses abonnés et de personne d'autre : pour quatre euros par mois, vous lisez tout et vous nous aidez à rester libres.</p>", "<p>La Gazette des Rives paraît chaque jeudi. Elle est éditée par une coopérative de journalistes et ne publie aucune publicité.</p>"))}
        </div></div>
        <div class="field field--name-field-tags">{Links(s.Tags, "<div class=\"field__item\">", "</div>")}</div></div></article>
        <div class="views-element-container block-views"><h2>Dans la même rubrique</h2>{Links(s.Related.Skip(3).Take(4), "<div class=\"views-row\"><h3>", "</h3></div>")}</div></div></main>
        <footer role="contentinfo"><p>Mentions légales · Nous écrire · Plan du site</p></footer></body></html>
        """;

    private static string Line(StoryLine line) => line.Kind == "p" ? $"<p>{Esc(line.Text)}</p>" : line.Kind == "blockquote" ? $"<blockquote><p>{Esc(line.Text)}</p></blockquote>" : $"<{line.Kind}>{Esc(line.Text)}</{line.Kind}>";

    private static string Subject(Story s) => $"<div class=\"paragraph paragraph--type--inset\"><p>Sur le même sujet</p>{Links(s.Related.Take(2), "<p>", "</p>")}</div>";

    private static string Advice(Story s) => $"<p>{Any(s, "À lire aussi", "Lire aussi", "Notre enquête")} : <a href=\"/x\">{Esc(s.Related[^1])}</a></p>";

    private static string Invite(Story s) => Any(
        s,
        "<p>Chaque matin, notre lettre raconte ce qui s'est passé sur les deux rives pendant que vous dormiez. Inscrivez-vous en deux clics, la désinscription en demande un seul.</p>",
        "<div class=\"paragraph paragraph--type--inset\"><p>Le podcast de la rédaction revient chaque semaine sur une histoire de rivière. Il s'écoute sur toutes les plateformes, et de préférence au bord de l'eau.</p></div>");

    // A partner's text is another on every page, but always in the same place.
    private static string Partner(Story s) => $"<div class=\"paragraph paragraph--type--partner\"><p>{Esc(Prose.Of("fr").Paragraph(s.Chance))}</p><p>Contenu proposé par la Mutuelle des Rives</p></div>";

    private static string Signed(Story s) => Any(s, $"{s.Author}, à {s.Tags[0]}", $"{s.Author} est journaliste à la Gazette depuis {2005 + s.Author.Length}. Dernier livre paru : Carnets d'un fleuve.", $"Propos recueillis par {s.Author}");
}
