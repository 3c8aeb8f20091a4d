namespace Scraper.Tests.GeneratedSites;

/// <summary>After Bitrix and its like: text and everything else in one container, captions as paragraphs, calls to follow a channel.</summary>
internal sealed record AgencySite() : GeneratedSite("posadskie-vesti.example", "ru", 6, ".news-detail__text")
{
    protected override string Html(Story s) => $"""
        <!doctype html><html lang="ru"><head><title>{Esc(s.Title)} — Посадские вести</title><meta property="og:title" content="{Esc(s.Title)}"></head>
        <body><div class="header"><div class="header__menu"><a href="/a">Город</a><a href="/b">Область</a><a href="/c">Культура</a><a href="/d">Происшествия</a></div></div>
        <div class="workarea"><div class="news-detail" itemscope itemtype="http://schema.org/NewsArticle"><div class="news-detail__date">{s.Day:dd.MM.yyyy}</div><h1 class="news-detail__title" itemprop="headline">{Esc(s.Title)}</h1>
        <div class="news-detail__text">
        {Lines(s, Line, (1, Picture(s)), (3, Maybe(s, 0.6, Also(s, 0))), (4, Maybe(s, 0.4, Box(s))), (6, Maybe(s, 0.4, Also(s, 1))))}
        {Maybe(s, 0.5, $"<p style=\"text-align:right\">{Esc(s.Author)}{Any(s, string.Empty, ", «Посадские вести»", ", специально для «Вестей»")}</p>")}
        {Maybe(s, 0.8, Any(s, "<p>Подписывайтесь на наш канал: там мы рассказываем о городе раньше, чем напечатает типография, и отвечаем на вопросы читателей.</p>", "<p>Хотите рассказать свою историю? Напишите в редакцию, мы прочитаем каждое письмо и на многие ответим.</p>", "<p>Нашли ошибку в тексте? Выделите её мышью и нажмите две клавиши, и корректор всё исправит ещё до обеда.</p>"))}
        {Maybe(s, 0.4, "<p class=\"small\">При перепечатке ссылка на «Посадские вести» обязательна. Мнение авторов может не совпадать с мнением редакции.</p>")}
        </div><div class="news-detail__tags">{Links(s.Tags, "<span>", "</span>")}</div></div>
        <div class="news-list"><div class="news-list__title">Другие новости</div>{Links(s.Related.Skip(2).Take(5), "<div class=\"news-list__item\">", "</div>")}</div></div>
        <div class="footer"><p>Сетевое издание. Главный редактор Колокольцев И. И. 16+</p></div></body></html>
        """;

    private static string Line(StoryLine line) => line.Kind switch
    {
        "p" => $"<p>{Esc(line.Text)}</p>",
        "h2" => $"<p><b>{Esc(line.Text)}</b></p>",
        "blockquote" => $"<blockquote>{Esc(line.Text)}</blockquote>",
        _ => $"<li>{Esc(line.Text)}</li>",
    };

    private static string Picture(Story s) => s.Captions.Count == 0 ? string.Empty : $"<div class=\"photo\"><img src=a.jpg alt=\"\"></div><p class=\"photo-text\">{Esc(s.Captions[0])}{Any(s, string.Empty, " / Фото автора", " / Фото: архив")}</p>";

    private static string Also(Story s, int which) => s.Related.Count <= which ? string.Empty : $"<p>{Any(s, "Читайте также:", "Читайте также:", "Ранее мы писали:", "По теме:")} <a href=\"/x\">{Esc(s.Related[which])}</a></p>";

    private static string Box(Story s) => Any(
        s,
        "<div class=\"vrez\"><p>Каждую пятницу редакция разыгрывает среди подписчиков две корзины яблок и билеты в музей. Условия просты: нужно ответить на вопрос о городе.</p></div>",
        $"<div class=\"vrez\"><p>{Esc(s.Related[^1])}</p><p>{Esc(s.Teasers[^1])}</p></div>");
}
