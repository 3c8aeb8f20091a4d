namespace Scraper.Tests.GeneratedSites;

/// <summary>After TYPO3: every piece of the page a content element with a number, so that notices look just like the text.</summary>
internal sealed record MunicipalSite() : GeneratedSite("stadtblatt.example", "de", 10, ".news-text-wrap")
{
    protected override string Html(Story s) => $"""
        <!doctype html><html lang="de"><head><title>Stadtblatt: {Esc(s.Title)}</title><meta name="date" content="{s.Iso}"></head>
        <body id="p{s.Number}"><div id="header"><ul class="mainmenu"><li><a href="/a">Rathaus</a></li><li><a href="/b">Leben</a></li><li><a href="/c">Termine</a></li></ul></div>
        <div id="content"><div class="news news-single"><div class="article" itemscope itemtype="http://schema.org/Article"><h1 itemprop="headline">{Esc(s.Title)}</h1><p class="news-date">{s.Day:dd.MM.yyyy} | {Esc(s.Author)}</p>
        <div class="news-text-wrap" itemprop="articleBody">
        {Lines(s, l => Line(s, l), (2, Maybe(s, 0.5, Element(s, "textmedia", "<p class=\"bodytext\">" + Any(s, "Das Bürgerbüro hat am Samstag von neun bis zwölf Uhr geöffnet. Einen Termin braucht man dafür nicht, nur ein wenig Geduld und den alten Ausweis.", "Die Stadt sucht Menschen, die bei der nächsten Wahl mithelfen. Es gibt ein Erfrischungsgeld, belegte Brote und gute Gespräche.") + "</p>"))), (4, Maybe(s, 0.5, Element(s, "shortcut", $"<h3>{Esc(s.Related[0])}</h3><p class=\"bodytext\">{Esc(s.Teasers[0])}</p>"))), (6, Maybe(s, 0.4, $"<p class=\"bodytext\">{Any(s, "Siehe dazu auch", "Zum Nachlesen:", "Bereits erschienen:")} <a href=\"/x\">{Esc(s.Related[^1])}</a></p>")))}
        {Maybe(s, 0.6, Element(s, "text", $"<p class=\"bodytext\">{Any(s, "Rückfragen beantwortet", "Ansprechpartner für die Presse ist", "Auskunft gibt")} {Esc(Prose.Of("de").Names[s.Chance.Next(10)])} im Rathaus, Zimmer {s.Chance.Next(10, 99)}.</p>"))}
        {Maybe(s, 0.7, Element(s, "text", "<p class=\"bodytext\">" + Any(s, "Das Stadtblatt erscheint alle zwei Wochen und liegt in der Bücherei, im Rathaus und beim Bäcker aus. Wer es lieber im Briefkasten hat, meldet sich bei der Redaktion.", "Für die Richtigkeit der Angaben übernimmt die Stadt keine Gewähr. Maßgeblich ist die öffentliche Bekanntmachung am Rathaus.") + "</p>"))}
        </div></div></div><div class="news-related"><h4>Weitere Meldungen</h4><ul>{Links(s.Related.Skip(1).Take(4), "<li>", "</li>")}</ul></div></div>
        <div id="footer"><a href="/i">Impressum</a> <a href="/d">Datenschutz</a> <a href="/b">Barrierefreiheit</a></div></body></html>
        """;

    private static string Line(Story s, StoryLine line) => line.Kind switch
    {
        "p" => s.Chance.NextDouble() < 0.3 ? Element(s, "text", $"<p class=\"bodytext\">{Esc(line.Text)}</p>") : $"<p class=\"bodytext\">{Esc(line.Text)}</p>",
        "blockquote" => $"<blockquote><p class=\"bodytext\">{Esc(line.Text)}</p></blockquote>",
        _ => $"<{line.Kind}>{Esc(line.Text)}</{line.Kind}>",
    };

    private static string Element(Story s, string type, string inner) => $"<div id=\"c{s.Chance.Next(100, 9999)}\" class=\"frame frame-default frame-type-{type}\">{inner}</div>";
}
