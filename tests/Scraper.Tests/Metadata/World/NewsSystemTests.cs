using FluentAssertions;
using Xunit;

namespace Scraper.Tests.Metadata.World;

/// <summary>Whole heads and bylines as the world's common publishing systems write them.</summary>
public sealed class NewsSystemTests
{
    private const string Rain = "<p>It rained all day long in the valley, and then it went on to rain through the night until the river rose.</p>";

    [Theory]
    [MemberData(nameof(Systems))]
    public void A_page_of_the_system_gives_title_authors_and_day(string system, string html, string expected) =>
        ReadPage.All(html.Replace("RAIN", Rain, StringComparison.Ordinal)).Should().Be(expected, system);

    public static TheoryData<string, string, string> Systems() => new()
    {
        {
            "WordPress with Yoast: a graph whose article refers to its author by @id",
            """
            <html lang=en-US><head><title>Rain stops play at Lord's - The Valley Times</title><meta property=og:title content="Rain stops play at Lord&#039;s"><meta property=og:site_name content="The Valley Times">
            <meta property=article:published_time content="2024-03-05T09:00:00+00:00"><meta name=author content="alee"><meta name=twitter:label1 content="Written by"><meta name=twitter:data1 content="Ann Lee">
            <script type="application/ld+json" class="yoast-schema-graph">{"@context":"https://schema.org","@graph":[{"@type":"Article","@id":"https://news.example.com/story#article","headline":"Rain stops play at Lord&#8217;s","author":{"@id":"https://news.example.com/#/schema/person/1"},"datePublished":"2024-03-05T09:00:00+00:00","dateModified":"2024-03-06T09:00:00+00:00"},{"@type":"WebPage","@id":"https://news.example.com/story","datePublished":"2024-03-05T09:00:00+00:00"},{"@type":"Person","@id":"https://news.example.com/#/schema/person/1","name":"Ann Lee","url":"https://news.example.com/author/alee"},{"@type":"Organization","name":"The Valley Times"}]}</script></head>
            <body><article><header><h1 class=entry-title>Rain stops play at Lord’s</h1><div class=entry-meta><span class=posted-on>Posted on <a href="/2024/03/05"><time class="entry-date published" datetime="2024-03-05T09:00:00+00:00">March 5, 2024</time><time class=updated datetime="2024-03-06T09:00:00+00:00">March 6, 2024</time></a></span><span class=byline> by <span class="author vcard"><a class="url fn n" href="/author/alee/">Ann Lee</a></span></span></div></header>RAIN</article></body>
            """,
            "Rain stops play at Lord’s / Ann Lee / 2024-03-05"
        },
        {
            "WordPress without data: class marks only",
            """
            <html lang=de-DE><head><title>Regen im Tal › Talbote</title></head><body><article class="post type-post"><h1 class="entry-title">Regen im Tal</h1><div class="entry-meta">Veröffentlicht am <a href=#><time class="entry-date" datetime="2023-11-02T08:15:00+01:00">2. November 2023</time></a> von <a class="author" rel="author" href="/author/anna">Anna Müller</a></div>RAIN</article><footer>© 2026 Talbote</footer></body>
            """,
            "Regen im Tal / Anna Müller / 2023-11-02"
        },
        {
            "Arc XP: authors as a list of objects, a subheadline, a teaser list in data",
            """
            <html lang=en><head><title>River rises after night of rain - The Ledger</title><meta property=og:title content="River rises after night of rain"><meta property=og:site_name content="The Ledger">
            <script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Another story","author":"Zed Zane","datePublished":"2020-01-01"}]}</script>
            <script type="application/ld+json">{"@type":"NewsArticle","mainEntityOfPage":{"@type":"WebPage","@id":"https://news.example.com/story"},"headline":"River rises after night of rain","datePublished":"2024-05-14T22:30:00Z","author":[{"@type":"Person","name":"Ann Lee"},{"@type":"Person","name":"Bob Ray"}]}</script></head>
            <body><main><h1 class="headline">River rises after night of rain</h1><h2 class="subheadline">The valley was warned</h2><div class="byline">By <a href="/staff/ann-lee">Ann Lee</a> and <a href="/staff/bob-ray">Bob Ray</a></div><time datetime="2024-05-14T22:30:00Z">May 14, 2024 at 10:30 p.m. UTC</time>RAIN</main></body>
            """,
            "River rises after night of rain / Ann Lee|Bob Ray / 2024-05-14"
        },
        {
            "Chorus: parsely metas and a byline that names a photographer",
            """
            <html lang=en><head><title>The rain that would not end | The Verge of Town</title><meta name=parsely-title content="The rain that would not end"><meta name=parsely-author content="Ann Lee"><meta name=parsely-pub-date content="2022-08-09T10:00:00Z"></head>
            <body><h1 class="c-page-title">The rain that would not end</h1><div class="c-byline">By <span class="c-byline__item">Ann Lee</span> <span class="c-byline__item">Photography by Bob Ray</span> <time data-ui=timestamp datetime="2022-08-09T10:00:00+00:00">Aug 9, 2022, 6:00am EDT</time></div>RAIN</body>
            """,
            "The rain that would not end / Ann Lee / 2022-08-09"
        },
        {
            "Drupal: fields without data",
            """
            <html lang=es dir=ltr><head><title>La lluvia no cesa en el valle | El Valle</title><meta name=dcterms.title content="La lluvia no cesa en el valle"></head><body><div class="node node--type-article"><h1 class="page-header"><span class="field field--name-title">La lluvia no cesa en el valle</span></h1><div class="field field--name-field-author"><div class="field__label">Por</div><div class="field__item">Ana Ruiz</div></div><div class="field field--name-created"><div class="field__item">14 de marzo de 2021</div></div>RAIN</div></body>
            """,
            "La lluvia no cesa en el valle / Ana Ruiz / 2021-03-14"
        },
        {
            "Ghost",
            """
            <html lang=en><head><title>Rain, again</title><meta property=og:site_name content="Wet Letters"><meta property=og:title content="Rain, again"><meta property=article:published_time content="2023-02-01T12:00:00.000Z"><meta name=twitter:label1 content="Written by"><meta name=twitter:data1 content="Ann Lee"><meta name=twitter:label2 content="Filed under"><meta name=twitter:data2 content="Weather">
            <script type="application/ld+json">{"@type":"Article","publisher":{"@type":"Organization","name":"Wet Letters"},"author":{"@type":"Person","name":"Ann Lee","image":{"@type":"ImageObject","url":"x"}},"headline":"Rain, again","datePublished":"2023-02-01T12:00:00.000Z"}</script></head>
            <body><article><h1 class="gh-article-title">Rain, again</h1><h4 class="gh-article-meta-name"><a href="/author/ann/">Ann Lee</a></h4><time datetime="2023-02-01">Feb 1, 2023</time>RAIN</article></body>
            """,
            "Rain, again / Ann Lee / 2023-02-01"
        },
        {
            "Brightspot: an agency as organisation beside a person",
            """
            <html lang=en><head><meta property=og:title content="Rain closes three roads"><meta property=og:site_name content="KVAL News">
            <script type="application/ld+json">{"@type":"NewsArticle","url":"https://news.example.com/story","headline":"Rain closes three roads","datePublished":"2025-01-09T16:12:00-0500","author":[{"@type":"Person","name":"Ann Lee"},{"@type":"Organization","name":"Associated Press"}]}</script></head>
            <body><h1 class="Page-headline">Rain closes three roads</h1><div class="Page-byline"><span>By</span> <a class="Link">Ann Lee</a>, Associated Press</div><div class="Page-dateModified">Updated 9:12 AM EST, January 10, 2025</div>RAIN</body>
            """,
            "Rain closes three roads / Ann Lee / 2025-01-09"
        },
        {
            "Escenic in Norway: microdata",
            """
            <html lang=nb><head><title>Regnet ga seg ikke – Dalposten</title><meta property=og:title content="Regnet ga seg ikke"></head><body><article itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop=headline>Regnet ga seg ikke</h1><ul class=authors><li itemprop=author itemscope itemtype="http://schema.org/Person"><span itemprop=name>Kari Moen</span><span itemprop=jobTitle>Journalist</span></li><li itemprop=author itemscope itemtype="http://schema.org/Person"><span itemprop=name>Ola Vik</span></li></ul><time itemprop=datePublished datetime="2021-10-03T07:21:00+02:00">Publisert 3. okt. 2021 kl. 07:21</time>RAIN</article></body>
            """,
            "Regnet ga seg ikke / Kari Moen|Ola Vik / 2021-10-03"
        },
        {
            "Polopoly in Finland: nothing but classes",
            """
            <html lang=fi><head><title>Sade jatkui yön yli - Laakson Sanomat</title></head><body><div class="article-head"><h1>Sade jatkui yön yli</h1><div class="author-name">Aino Virtanen</div><div class="pub-date">Julkaistu 12.4.2020 6:15</div></div>RAIN</body>
            """,
            "Sade jatkui yön yli / Aino Virtanen / 2020-04-12"
        },
        {
            "Naviga in Sweden: names and a photographer",
            """
            <html lang=sv><head><title>Regnet fortsatte | Dalabladet</title><meta property=og:title content="Regnet fortsatte"><meta property="article:published_time" content="2022-06-07T04:00:00Z"></head><body><h1>Regnet fortsatte</h1><div class=byline><span>Text: Anna Berg</span><span>Foto: Nils Ek</span></div>RAIN</body>
            """,
            "Regnet fortsatte / Anna Berg / 2022-06-07"
        },
        {
            "Next.js with hashed classes and no marks",
            """
            <html lang=en><head><title>Rain floods the old town | Coastline</title><meta property=og:site_name content=Coastline></head><body><div id=__next><div class="css-1a2b"><h1 class="css-9z">Rain floods the old town</h1><div class="css-7q"><span>Ann Lee</span><span>July 8, 2024</span></div></div><div>RAIN</div></div></body>
            """,
            "Rain floods the old town / Ann Lee / 2024-07-08"
        },
        {
            "AMP: the data says all, the byline has a picture and a handle",
            """
            <html amp lang=en><head><title>Rain over the bay</title><script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","mainEntityOfPage":"https://news.example.com/story","headline":"Rain over the bay","datePublished":"2019-12-24T08:00:00+01:00","author":{"@type":"Person","name":"Ann Lee"}}</script></head><body><h1>Rain over the bay</h1><div class="amp-byline"><amp-img alt="Ann Lee"></amp-img>Ann Lee @annlee</div><time datetime="2019-12-24">24 Dec 2019</time>RAIN</body>
            """,
            "Rain over the bay / Ann Lee / 2019-12-24"
        },
        {
            "Substack",
            """
            <html lang=en><head><title>On rain - by Ann Lee - Wet Feet</title><meta property=og:title content="On rain"><meta name=author content="Ann Lee"><script type="application/ld+json">{"@type":"NewsArticle","headline":"On rain","datePublished":"2024-02-29T13:02:00+00:00","author":[{"@type":"Person","name":"Ann Lee","url":"https://substack.com/@annlee"}],"publisher":{"@type":"Organization","name":"Wet Feet"}}</script></head><body><h1 class="post-title">On rain</h1><h3 class=subtitle>And its friends</h3><div class="byline-wrapper"><a href="https://substack.com/@annlee">Ann Lee</a><div>Feb 29, 2024</div></div>RAIN</body>
            """,
            "On rain / Ann Lee / 2024-02-29"
        },
        {
            "Medium: title with author and site, reading time",
            """
            <html lang=en><head><title>What rain taught me. A story of water | by Ann Lee | Better Wet | Medium</title><meta property=og:title content="What rain taught me"><meta property=og:site_name content=Medium><meta name=author content="Ann Lee"><meta property=article:published_time content="2021-04-05T17:44:39.153Z"></head><body><article><h1>What rain taught me</h1><a rel=author href="/@annlee">Ann Lee</a><span>·</span><span>Follow</span><span>5 min read</span><span>Apr 5, 2021</span>RAIN</article></body>
            """,
            "What rain taught me / Ann Lee / 2021-04-05"
        },
        {
            "Blogger: the date is in the title of an abbr, the headline an h3",
            """
            <html lang=pt-BR><head><title>Diário do Vale: Chuva não para no vale</title><meta property=og:title content="Chuva não para no vale"></head><body><div class="header"><h1 class=title><a href="/">Diário do Vale</a></h1></div><h2 class="date-header"><span>quinta-feira, 6 de maio de 2021</span></h2><div class="post hentry"><h3 class="post-title entry-title" itemprop=name>Chuva não para no vale</h3>RAIN<div class="post-footer"><span class="post-author vcard">Postado por <span class=fn itemprop=author><span itemprop=name>Ana Souza</span></span></span> <span class="post-timestamp">às <abbr class=published itemprop=datePublished title="2021-05-06T10:12:00-03:00">10:12</abbr></span></div></div></body>
            """,
            "Chuva não para no vale / Ana Souza / 2021-05-06"
        },
        {
            "Joomla: definition list",
            """
            <html lang=it-it><head><title>La pioggia non smette</title></head><body><div class="item-page"><div class="page-header"><h1 itemprop=headline>La pioggia non smette</h1></div><dl class="article-info"><dt>Dettagli</dt><dd class="createdby">Scritto da Ada Bruni</dd><dd class="category-name">Categoria: <a>Cronaca</a></dd><dd class="published">Pubblicato: 09 Gennaio 2018</dd><dd class="modified">Ultima modifica: 11 Gennaio 2018</dd></dl>RAIN</div></body>
            """,
            "La pioggia non smette / Ada Bruni / 2018-01-09"
        },
        {
            "TYPO3 news",
            """
            <html lang=de><head><title>Talbote: Regen im ganzen Tal</title></head><body><div class="news news-single"><div class="article" itemscope itemtype="http://schema.org/Article"><h1 itemprop="headline">Regen im ganzen Tal</h1><p><span class="news-list-date"><time itemprop="datePublished" datetime="2020-02-03">03.02.2020</time></span> <span class="news-list-author">Von <span itemprop=author>Jan Groß</span></span></p>RAIN</div></div></body>
            """,
            "Regen im ganzen Tal / Jan Groß / 2020-02-03"
        },
        {
            "Bitrix in Russia",
            """
            <html lang=ru><head><title>Дождь не прекращается - Долина</title><meta property=og:title content="Дождь не прекращается"></head><body><h1 class="news-detail__title">Дождь не прекращается</h1><div class="news-date-time">05.04.2022 18:20</div><div class="news-author">Автор: Иван Петров</div>RAIN</body>
            """,
            "Дождь не прекращается / Иван Петров / 2022-04-05"
        },
        {
            "Naver-like portal in Korea",
            """
            <html lang=ko><head><title>밤새 비 계속돼 : 골짜기 뉴스</title><meta property=og:title content="밤새 비 계속돼"><meta property="og:article:author" content="골짜기일보 | 골짜기 뉴스"></head><body><h2 id=title_area class="media_end_head_headline"><span>밤새 비 계속돼</span></h2><div class="media_end_head_info_datestamp"><div><em>입력</em><span class="media_end_head_info_datestamp_time _ARTICLE_DATE_TIME" data-date-time="2023-07-14 08:31:05">2023.07.14. 오전 8:31</span></div><div><em>수정</em><span class="_ARTICLE_MODIFY_DATE_TIME" data-modify-date-time="2023-07-15 09:00:00">2023.07.15. 오전 9:00</span></div></div><div class="media_end_head_journalist"><em class="media_end_head_journalist_name">홍길동 기자</em></div>RAIN</body>
            """,
            "밤새 비 계속돼 / 홍길동 / 2023-07-14"
        },
        {
            "Yahoo-like portal in Japan: the source is the author",
            """
            <html lang=ja><head><title>夜通し雨が続く（谷新聞） - ニュースポータル</title><meta property=og:title content="夜通し雨が続く（谷新聞） - ニュースポータル"><meta property=og:site_name content="ニュースポータル"><script type="application/ld+json">{"@type":"NewsArticle","headline":"夜通し雨が続く（谷新聞） - ニュースポータル","datePublished":"2023-09-08T21:05:09+09:00","author":{"@type":"Organization","name":"谷新聞"}}</script></head><body><article><h1>夜通し雨が続く</h1><time>9/8(金) 21:05</time><span>配信</span>RAIN</article></body>
            """,
            "夜通し雨が続く / 谷新聞 / 2023-09-08"
        },
        {
            "Hindi news site: data with a name in another script, date in IST",
            """
            <html lang=hi><head><title>घाटी में बारिश नहीं रुकी | घाटी समाचार</title><meta property=og:title content="घाटी में बारिश नहीं रुकी"><script type="application/ld+json">{"@type":"NewsArticle","headline":"घाटी में बारिश नहीं रुकी","datePublished":"2024-07-02T00:45:00+05:30","author":{"@type":"Person","name":"अमित शर्मा"}}</script></head><body><h1>घाटी में बारिश नहीं रुकी</h1><div class="author">Written by: <a href="/authors/amit">अमित शर्मा</a></div><div>Publish Date: Tue, 02 Jul 2024 12:45 AM (IST)</div>RAIN</body>
            """,
            "घाटी में बारिश नहीं रुकी / अमित शर्मा / 2024-07-02"
        },
        {
            "Arabic news site: microdata in metas",
            """
            <html lang=ar dir=rtl><head><title>المطر لا يتوقف في الوادي | صحيفة الوادي</title><meta itemprop=datePublished content="2023-03-01T11:00:00+03:00"><meta name=author content="أحمد علي"></head><body><h1>المطر لا يتوقف في الوادي</h1><div class="post-author">كتب: أحمد علي</div><div class="date">الأربعاء 1 مارس 2023</div>RAIN</body>
            """,
            "المطر لا يتوقف في الوادي / أحمد علي / 2023-03-01"
        },
        {
            "Hebrew: only visible",
            """
            <html lang=he dir=rtl><head><title>הגשם לא פוסק | עיתון העמק</title></head><body><h1>הגשם לא פוסק</h1><div class="art-author">מאת: דנה כהן</div><div class="art-date">14 במרץ 2022</div>RAIN</body>
            """,
            "הגשם לא פוסק / דנה כהן / 2022-03-14"
        },
        {
            "Turkish: data with a zone offset, site behind a dash",
            """
            <html lang=tr><head><title>Vadide yağmur durmadı - Vadi Haber</title><meta property=og:title content="Vadide yağmur durmadı - Vadi Haber"><meta name=datePublished content="2022-01-15T23:40:00+03:00"><meta name=articleAuthor content="Ayşe Kaya"></head><body><h1>Vadide yağmur durmadı</h1><span class=yazar>Ayşe Kaya</span><span class=tarih>15.01.2022 - 23:40</span>RAIN</body>
            """,
            "Vadide yağmur durmadı / Ayşe Kaya / 2022-01-15"
        },
        {
            "Chinese: the title has channel and site behind underscores",
            """
            <html lang=zh-CN><head><title>山谷大雨不止_社会_山谷网</title><meta name=author content="山谷网"><meta name=publishdate content="2021-08-09"></head><body><h1>山谷大雨不止</h1><div class="info"><span>2021年08月09日 07:30</span> <span>来源：山谷日报</span> <span>作者：王小明</span></div>RAIN</body>
            """,
            "山谷大雨不止 / 王小明 / 2021-08-09"
        },
        {
            "Polish: author in a link to the author's page",
            """
            <html lang=pl><head><title>Deszcz nie ustaje - Głos Doliny</title><meta property=og:title content="Deszcz nie ustaje"></head><body><h1>Deszcz nie ustaje</h1><div class="art-info"><a href="/autor/jan-nowak">Jan Nowak</a> <span>3 października 2020, 14:02</span></div>RAIN</body>
            """,
            "Deszcz nie ustaje / Jan Nowak / 2020-10-03"
        },
        {
            "Czech: roles behind names",
            """
            <html lang=cs><head><title>Déšť neustává - Údolní noviny</title></head><body><h1>Déšť neustává</h1><div class="authors">Jan Novák, redaktor</div><div class="datum">4. listopadu 2021 9:05</div>RAIN</body>
            """,
            "Déšť neustává / Jan Novák / 2021-11-04"
        },
        {
            "Greek: the newsroom",
            """
            <html lang=el><head><title>Η βροχή δεν σταματά | Κοιλάδα</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Η βροχή δεν σταματά","datePublished":"2023-05-04T12:00:00+03:00","author":{"@type":"Person","name":"Νίκος Παπάς"}}</script></head><body><h1>Η βροχή δεν σταματά</h1><span>04 Μαΐου 2023</span>RAIN</body>
            """,
            "Η βροχή δεν σταματά / Νίκος Παπάς / 2023-05-04"
        },
        {
            "French: an agency with the paper is one organisation",
            """
            <html lang=fr><head><title>La pluie ne cesse pas</title><meta property=og:site_name content="Le Val"><script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@type":"NewsArticle","headline":"La pluie ne cesse pas","datePublished":"2022-11-12T06:00:14+01:00","author":[{"@type":"Organization","name":"Le Val avec AFP"}]}]</script></head><body><h1>La pluie ne cesse pas</h1><p class="meta">Publié le 12 novembre 2022 à 06h00, modifié le 13 novembre 2022 à 08h30</p>RAIN</body>
            """,
            "La pluie ne cesse pas / Le Val avec AFP / 2022-11-12"
        },
        {
            "Dutch: byline with a standing and a place",
            """
            <html lang=nl><head><title>Regen houdt aan | Dalkrant</title></head><body><h1>Regen houdt aan</h1><div class="author">Door onze redacteur Piet de Vries</div><time datetime="2021-02-03T10:00+0100">3 februari 2021</time>RAIN</body>
            """,
            "Regen houdt aan / Piet de Vries / 2021-02-03"
        },
        {
            "A page whose data stands in one array with nested graphs",
            """
            <html lang=en><head><script type="application/ld+json">[{"@context":"https://schema.org","@graph":[{"@graph":[{"@type":["Article","NewsArticle"],"headline":"Rain in the hills","author":[{"@id":"#p1"},{"@id":"#p2"}],"datePublished":"2020-05-06"},{"@type":"Person","@id":"#p1","name":"Ann Lee"},{"@type":"Person","@id":"#p2","name":"Bob Ray"}]}]}]</script></head><body><h1>Rain in the hills</h1>RAIN</body>
            """,
            "Rain in the hills / Ann Lee|Bob Ray / 2020-05-06"
        },
    };
}
