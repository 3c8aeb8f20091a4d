using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling.Generic;

public class GenericLabellerTests
{
    public static TheoryData<string, string, string, string, string> Stories => new()
    {
        { "en", "Council votes to reopen the old railway line", "The town council voted on Tuesday night to reopen the railway line that was closed in 1967, after a debate that went on for more than four hours.", "The first trains could run in three years, the mayor said, if the government pays its share of the costs as it promised last autumn.", "Read more: Five walks along the old railway" },
        { "de", "Gemeinderat stimmt für alte Bahnstrecke", "Der Gemeinderat hat am Dienstagabend nach einer mehr als vierstündigen Debatte beschlossen, die 1967 stillgelegte Bahnstrecke wieder in Betrieb zu nehmen.", "Die ersten Züge könnten in drei Jahren fahren, sagte die Bürgermeisterin, wenn der Bund seinen Anteil an den Kosten wie versprochen übernimmt.", "Lesen Sie auch: Fünf Wanderungen an der alten Strecke" },
        { "fr", "Le conseil vote la réouverture de la ligne", "Le conseil municipal a voté mardi soir la réouverture de la ligne de chemin de fer fermée en 1967, après un débat qui a duré plus de quatre heures.", "Les premiers trains pourraient circuler dans trois ans, a déclaré le maire, si l'État paie sa part des coûts comme il l'a promis l'automne dernier.", "Lire aussi : Cinq promenades le long de la ligne" },
        { "es", "El consejo aprueba reabrir la línea", "El consejo municipal votó el martes por la noche a favor de reabrir la línea de tren cerrada en 1967, después de un debate que duró más de cuatro horas.", "Los primeros trenes podrían circular dentro de tres años, dijo la alcaldesa, si el gobierno paga su parte de los costes como prometió el otoño pasado.", "Lea también: Cinco paseos por la línea" },
        { "pt", "Câmara aprova reabertura da linha", "A câmara municipal votou na noite de terça-feira a reabertura da linha de comboio encerrada em 1967, depois de um debate que durou mais de quatro horas.", "Os primeiros comboios poderão circular dentro de três anos, disse o presidente, se o governo pagar a sua parte dos custos como prometeu no outono.", "Leia também: Cinco passeios ao longo da linha" },
        { "no", "Kommunestyret vil åpne jernbanen igjen", "Kommunestyret vedtok tirsdag kveld å åpne jernbanelinjen som ble nedlagt i 1967, etter en debatt som varte i mer enn fire timer.", "De første togene kan gå om tre år, sier ordføreren, hvis staten betaler sin del av kostnadene slik den lovet i fjor høst.", "Les også: Fem turer langs den gamle linjen" },
        { "tr", "Meclis eski demiryolunu yeniden açıyor", "Belediye meclisi, dört saatten fazla süren bir tartışmanın ardından, 1967 yılında kapatılan demiryolu hattının yeniden açılmasına salı gecesi karar verdi.", "Belediye başkanı, hükümet geçen sonbaharda söz verdiği gibi masrafların bir kısmını öderse ilk trenlerin üç yıl içinde çalışabileceğini söyledi.", "Bunu da okuyun: Hat boyunca beş yürüyüş" },
        { "ja", "町議会、旧鉄道路線の再開を決定", "町議会は火曜日の夜、四時間以上にわたる議論の末に、1967年に廃止された鉄道路線を再開することを決めた。路線は町と港を結んでいた。", "町長は、政府が昨年の秋に約束したとおりに費用の一部を負担すれば、最初の列車は三年後に走ることができると述べた。", "続きを読む：旧線沿いの散歩道五選" },
        { "zh", "镇议会投票决定重开旧铁路", "经过四个多小时的辩论，镇议会于星期二晚上投票决定重新开放1967年关闭的铁路线。这条铁路曾经把小镇和港口连接在一起。", "镇长说，如果政府按照去年秋天的承诺支付其应承担的费用，第一批列车可以在三年之内开始运行。", "相关阅读：旧铁路沿线的五条步道" },
        { "ko", "군의회, 옛 철도 노선 재개통 결정", "군의회는 네 시간이 넘는 토론 끝에 1967년에 폐쇄된 철도 노선을 다시 열기로 화요일 밤에 결정했다. 이 노선은 마을과 항구를 이어 주었다.", "군수는 정부가 지난 가을에 약속한 대로 비용의 일부를 부담하면 첫 열차가 삼 년 안에 운행될 수 있다고 말했다.", "관련 기사: 옛 철길을 따라 걷는 다섯 코스" },
        { "ar", "المجلس يصوت لإعادة فتح خط السكة القديم", "صوت مجلس المدينة مساء الثلاثاء لصالح إعادة فتح خط السكة الحديدية الذي أغلق عام 1967، بعد نقاش استمر أكثر من أربع ساعات.", "وقال رئيس البلدية إن أول القطارات يمكن أن تسير خلال ثلاث سنوات إذا دفعت الحكومة حصتها من التكاليف كما وعدت في الخريف الماضي.", "اقرأ أيضا: خمس نزهات على طول الخط" },
        { "he", "המועצה הצביעה בעד פתיחת המסילה", "מועצת העיר הצביעה ביום שלישי בערב בעד פתיחה מחדש של מסילת הרכבת שנסגרה בשנת 1967, לאחר דיון שנמשך יותר מארבע שעות.", "הרכבות הראשונות יוכלו לנסוע בעוד שלוש שנים, אמר ראש העיר, אם הממשלה תשלם את חלקה בעלויות כפי שהבטיחה בסתיו שעבר.", "קראו גם: חמישה טיולים לאורך המסילה" },
        { "hi", "परिषद ने पुरानी रेल लाइन खोलने का फैसला किया", "नगर परिषद ने चार घंटे से अधिक चली बहस के बाद मंगलवार की रात को 1967 में बंद की गई रेल लाइन को फिर से खोलने के पक्ष में मतदान किया।", "महापौर ने कहा कि यदि सरकार पिछले साल किए गए वादे के अनुसार अपने हिस्से की लागत देती है तो पहली रेलगाड़ी तीन साल में चल सकती है।", "यह भी पढ़ें: पुरानी लाइन के साथ पाँच सैर" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void The_story_is_body_and_what_stands_around_it_is_not(string language, string headline, string first, string second, string teaser)
    {
        var blocks = Label(Page(language, headline, first, second, teaser));

        blocks.Where(b => b.Verdict.IsText).Select(b => b.Block.Text).Should().Equal(first, second);
    }

    [Fact]
    public void What_is_not_the_story_is_named_by_its_markup()
    {
        var labels = Label(Page("en", "Council votes", "The town council voted on Tuesday night to reopen the railway line that was closed in 1967, after a long debate.", "The first trains could run in three years, the mayor said, if the government pays its share.", "More: walks"))
            .ToLookup(b => b.Block.Text, b => b.Verdict.Label);

        labels["Home Sport Culture"].Should().Equal(Core.Labelling.Label.Navigation);
        labels["A station in winter"].Should().Equal(Core.Labelling.Label.Caption);
        labels["We use cookies to make this site work."].Should().Equal(Core.Labelling.Label.Consent);
        labels["Mari Lind"].Should().Equal(Core.Labelling.Label.Byline);
    }

    [Fact]
    public void A_block_that_has_a_label_keeps_it()
    {
        var sheet = new LabelSheet(Read("<p>One paragraph that is the whole of a page, and long enough to be taken for its text by anybody.</p>"));
        var verdict = new Verdict(Core.Labelling.Label.Advert, new Reason(ReasonKind.SiteRule, "test"));
        sheet.TryLabel(0, verdict);

        new GenericLabeller().Label(sheet, CancellationToken.None);

        sheet[0].Should().BeSameAs(verdict);
    }

    [Fact]
    public void The_same_page_gets_the_same_scores_on_any_number_of_threads()
    {
        var document = Read(Page("en", "Council votes", "The town council voted on Tuesday night to reopen the line.", "The first trains could run in three years, the mayor said.", "More: walks"));

        var runs = Enumerable.Range(0, 32).AsParallel().Select(_ => string.Join(' ', GenericModel.Shipped.Predict(document, CancellationToken.None).Probabilities)).Distinct();

        runs.Should().HaveCount(1);
    }

    [Fact]
    public void Key_points_above_the_marked_body_are_a_summary()
    {
        var labels = Label($"""
            <html lang="en"><head><title>Ferry to stop in March | The Example</title><meta property="og:title" content="Ferry to stop in March"><meta property="og:type" content="article"></head>
            <body><div class="article"><h1>Ferry to stop in March</h1>
            <ul><li>The ferry between the two towns will stop in March, the county said on Monday</li><li>More than four hundred people cross on it every day to work and to school</li><li>A bridge was promised thirty years ago and has never been built, its users say</li></ul>
            <div itemprop="articleBody">{Paragraphs}</div></div></body></html>
            """).ToLookup(b => b.Verdict.Label, b => b.Block.Text);

        labels[Core.Labelling.Label.Summary].Should().HaveCount(3);
        labels[Core.Labelling.Label.Body].Should().HaveCount(6);
    }

    [Fact]
    public void A_standfirst_above_the_date_is_a_summary()
    {
        var labels = Label($"""
            <html lang="en"><head><title>Ferry to stop in March | The Example</title><meta property="og:title" content="Ferry to stop in March"><meta property="og:type" content="article"></head>
            <body><div class="article"><h1>Ferry to stop in March</h1><p>The towns on both sides of the water will have to do without it, the county has told them.</p><time datetime="2024-03-05">5 March 2024</time>
            <div class="text">{Paragraphs}</div></div></body></html>
            """).ToLookup(b => b.Verdict.Label, b => b.Block.Text);

        labels[Core.Labelling.Label.Summary].Should().ContainSingle();
        labels[Core.Labelling.Label.Body].Should().HaveCount(6);
    }

    [Theory]
    [InlineData("<div class=related-teaser><a href=/r><h3>Bridge of thirty promises opens again</h3></a><time datetime=2024-03-01>1 March</time></div>")]
    [InlineData("<div class=card><a href=/r>Bridge of thirty promises opens again</a><time datetime=2024-03-01>1 March</time></div>")]
    [InlineData("<blockquote class=twitter-tweet><p>It stops.</p>— County (@county) <a href=https://twitter.com/county/status/1>March 1, 2024</a></blockquote>")]
    [InlineData("<figure><img src=a.jpg><figcaption>The old pier. <time datetime=2011-05-03>3 May 2011</time></figcaption></figure>")]
    [InlineData("<h3>3 May 2011</h3>")]
    public void The_date_of_something_amid_the_text_does_not_make_the_first_paragraph_a_summary(string amid)
    {
        var paragraphs = Paragraphs.Split("</p>", 2);
        var blocks = Extract($"<html lang=en><head><title>Ferry to stop in March</title><meta property=og:type content=article></head><body><div class=article><h1>Ferry to stop in March</h1><div class=text>{paragraphs[0]}</p>{amid}{paragraphs[1]}</div></div></body></html>");

        blocks.Should().NotContain(b => b.Verdict.Label == Core.Labelling.Label.Summary);
        blocks.Count(b => b.Verdict.Label == Core.Labelling.Label.Body && b.Block.Text.Length > 40).Should().Be(6);
    }

    [Fact]
    public void The_days_of_a_timeline_stay_its_sub_headings()
    {
        var paragraphs = Paragraphs.Split("</p>", StringSplitOptions.RemoveEmptyEntries);
        var timeline = string.Concat(paragraphs.Select((p, i) => $"<h3>{i + 3} May 2011</h3>{p}</p>"));
        var blocks = Extract($"<html lang=en><head><title>How the ferry came to stop</title><meta property=og:type content=article></head><body><article><h1>How the ferry came to stop</h1><p class=byline>By Ann Lee</p>{Paragraphs}{timeline}</article></body></html>");

        blocks.Where(b => b.Block.Text.EndsWith("May 2011", StringComparison.Ordinal)).Select(b => b.Verdict.Label).Should().OnlyContain(l => l == Core.Labelling.Label.Heading);
    }

    [Theory]
    [InlineData("<blockquote class=twitter-tweet><p>The light is out.</p>— Coastguard (@coast) <a href=https://twitter.com/coast/status/12>March 10, 2019</a></blockquote>", "https://twitter.com/coast/status/12")]
    [InlineData("<iframe src=https://www.youtube.com/embed/abc></iframe>", "https://www.youtube.com/embed/abc")]
    public void A_post_or_video_amid_the_text_belongs_to_it_whatever_it_shows_before_its_script_has_run(string embed, string link)
    {
        var paragraphs = Paragraphs.Split("</p>", 3);
        var blocks = Extract($"<html lang=en><head><title>Ferry to stop in March</title></head><body><article><h1>Ferry to stop in March</h1>{paragraphs[0]}</p>{paragraphs[1]}</p>{embed}{paragraphs[2]}</article></body></html>");

        blocks.Single(b => b.Block.Text == link).Verdict.IsText.Should().BeTrue();
    }

    [Fact]
    public void A_caption_between_the_headline_and_the_date_stays_one()
    {
        const string Caption = "The ferry leaves the old pier for the last time with all of its passengers on deck";
        var sheet = new LabelSheet(Read($"<html lang=en><head><title>Ferry to stop in March</title><meta property=og:type content=article></head><body><div class=article><h1>Ferry to stop in March</h1><figure><img src=a.jpg><figcaption>{Caption}</figcaption></figure><time datetime=2024-03-05>5 March 2024</time><div class=text>{Paragraphs}</div></div></body></html>"));
        using var told = GenericModel.Shipped.Predict(sheet.Document, CancellationToken.None);
        var page = PagePrediction.Of(told.View, told.Table, told.Kinds, [.. sheet.Document.Blocks.Select(_ => 2f)], confidence: null);

        GenericLabeller.Apply(page, sheet);

        sheet.Close().Single(b => b.Block.Text == Caption).Verdict.Label.Should().Be(Core.Labelling.Label.Caption);
    }

    [Theory]
    [InlineData("<h1>Ferry to stop in March</h1><p class=subtitle>Two towns must do without</p>", "", "Two towns must do without")]
    [InlineData("<p class=dek>Two towns must do without</p><h1>Ferry to stop in March</h1>", "", "Two towns must do without")]
    [InlineData("<h1>Ferry to stop in March</h1><div class=c-detail__bajada>Two towns must do without</div>", "", "Two towns must do without")]
    [InlineData("<h1>Ferry to stop in March</h1>", "<div><h3>Bridge opens</h3><p class=standfirst>Nobody came to the party</p></div>", null)]
    [InlineData("<h5 class=subhead>Layout:</h5><ul><li><a href=/a>Grid</a><li><a href=/b>List</a><li><a href=/c>Dark</a><li><a href=/d>Light</a></ul><h1>Ferry to stop in March</h1>", "", null)]
    public void A_subtitle_stands_at_the_headline(string head, string foot, string? subtitle)
    {
        var blocks = Label($"<html lang=en><head><title>Ferry to stop in March</title><meta property=og:type content=article></head><body><div class=article>{head}<div class=text>{Paragraphs}</div></div>{foot}</body></html>");

        blocks.Where(b => b.Verdict.Label == Core.Labelling.Label.Subtitle).Select(b => b.Block.Text).Should().Equal(subtitle is null ? [] : [subtitle]);
    }

    [Fact]
    public void Of_a_page_that_promises_next_to_nothing_nothing_is_taken()
    {
        var menu = string.Concat(Enumerable.Range(1, 40).Select(i => $"<li><a href=/{i}>Shop department number {i}</a></li>"));
        var document = Read($"<html lang=en><head><title>Shop</title></head><body><nav class=main-menu><ul>{menu}</ul></nav><footer class=site-footer><p>© 2024 Shop</p></footer></body></html>");
        using var page = GenericModel.Shipped.Predict(document, CancellationToken.None);

        var (view, table) = (page.View, page.Table);
        var poor = PagePrediction.Of(view, table, page.Kinds, [.. Enumerable.Repeat(-6f, view.Count)], confidence: null);

        document.Blocks.Any(b => poor.IsText(b.Index)).Should().BeFalse();
    }

    [Fact]
    public void One_block_of_very_many_words_takes_nothing_from_a_likely_text()
    {
        var document = Read($"<html lang=en><body><div class=article>{Paragraphs}</div><div class=tags>{string.Concat(Enumerable.Repeat("tag ", 300_000))}</div></body></html>");
        using var page = GenericModel.Shipped.Predict(document, CancellationToken.None);

        using var drowned = PagePrediction.Of(page.View, page.Table, page.Kinds, [.. document.Blocks.Select(b => b.Text.Length > 100_000 ? -4f : 1f)], confidence: null);

        document.Blocks.Count(b => drowned.IsText(b.Index)).Should().Be(document.Blocks.Count - 1);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(6, 6)]
    public void Many_lines_that_name_somebody_amid_the_text_are_part_of_it(int entries, int kept)
    {
        string[] names = ["Ann Lee", "Bob Ray", "Carl May", "Dora Moor", "Eve Rowan", "Fay Hill"];
        var list = string.Concat(names.Take(entries).Select(n => $"<p>The doctor told us that the old boat had been her way to the patients on the other side for all of thirty years, and that no bridge would have been quicker in the fog.</p><ul><li>{n}, chief physician of the county hospital</li></ul>"));
        var sheet = new LabelSheet(Read($"""
            <html lang="en"><head><title>What the doctors say about the ferry | The Example</title><meta property="og:type" content="article"></head>
            <body><div class="article"><h1>What the doctors say about the ferry</h1><div class="text">{Paragraphs}{list}{Paragraphs}</div></div></body></html>
            """));
        foreach (var block in sheet.Document.Blocks.Where(b => b.Kind == BlockKind.ListItem))
        {
            sheet.TryLabel(block.Index, new Verdict(Core.Labelling.Label.Byline, new Reason(ReasonKind.Pattern, "a line that names its author")));
        }

        new GenericLabeller().Label(sheet, CancellationToken.None);

        sheet.Close().Count(b => b.Block.Kind == BlockKind.ListItem && b.Verdict.IsText).Should().Be(kept);
    }

    [Fact]
    public void A_page_without_text_gives_no_labels_and_no_error()
    {
        new GenericLabeller().Assess(new LabelSheet(Read("<html><body><img></body></html>")), CancellationToken.None).Should().BeNull();
    }

    private static string Paragraphs => string.Concat(Enumerable.Range(1, 6).Select(i => $"<p>The county told the {i} villages on Monday that the boat is too old to be repaired again, and that no money is left for another. People who cross by it every morning asked how they should get to work, and were given no answer that day.</p>"));

    private static BlockDocument Read(string html) => HtmlBlockReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None));

    private static IReadOnlyList<LabelledBlock> Extract(string html) => new Extractor().ExtractHtml(html, new PageContext(), CancellationToken.None).Article.Blocks;

    private static IReadOnlyList<LabelledBlock> Label(string html)
    {
        var sheet = new LabelSheet(Read(html));
        new GenericLabeller().Label(sheet, CancellationToken.None);
        return sheet.Close();
    }

    private static string Page(string language, string headline, string first, string second, string teaser) => $"""
        <!doctype html><html lang="{language}"><head><title>{headline} | The Example</title><meta property="og:title" content="{headline}"><meta property="og:type" content="article"></head>
        <body><header class="site-header"><nav class="main-menu"><a href="/">Home</a> <a href="/s">Sport</a> <a href="/c">Culture</a></nav></header>
        <div id="cookie-banner"><p>We use cookies to make this site work.</p></div>
        <main><article class="post"><h1 class="entry-title">{headline}</h1><div class="byline"><a rel="author" href="/m">Mari Lind</a></div><time datetime="2024-03-05">5.3.2024</time>
        <figure><img src="a.jpg"><figcaption>A station in winter</figcaption></figure>
        <div class="entry-content"><p>{first}</p><p class="related-inline"><a href="/x">{teaser}</a></p><p>{second}</p></div></article>
        <aside class="sidebar related-posts"><h3>Latest</h3><ul><li><a href="/1">{headline} 2</a></li><li><a href="/2">{teaser}</a></li></ul></aside></main>
        <footer class="site-footer"><p>© 2024 The Example</p></footer></body></html>
        """;
}
