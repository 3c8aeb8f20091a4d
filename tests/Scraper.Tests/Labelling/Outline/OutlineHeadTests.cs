using FluentAssertions;
using Scraper.Core;
using Xunit;

namespace Scraper.Tests.Labelling.Outline;

public sealed class OutlineHeadTests
{
    private const string Body = "\n\nThe council voted on Tuesday to close the old bridge for repairs that will last until the spring.\n\nLorries will have to take the northern road, which is twice as long and often flooded.\n\nThe mayor said that the bridge would be safer than ever when it opens again.";

    [Theory]
    [InlineData("Council closes old bridge for repairs", "Council closes old bridge for repairs")]
    [InlineData("Home\n\nNews\n\nSport\n\nCouncil closes old bridge for repairs\n\nBy Anna Bell", "Council closes old bridge for repairs")]
    [InlineData("NewsCouncil closes old bridge fo...\n\nCouncil closes old bridge for repairs", "Council closes old bridge for repairs")]
    [InlineData("Why is the council closing the old bridge?", "Why is the council closing the old bridge?")]
    [InlineData("Home > News > Local\n\nCouncil closes old bridge for repairs", "Council closes old bridge for repairs")]
    [InlineData("Transport\nCouncil closes old bridge for repairs\nWinter of detours\nCouncil closes old bridge for repairs\nThe road is long. The bridge is old.\nBy Anna Bell\n12 March 2020", "Council closes old bridge for repairs")]
    [InlineData("# Bridge", "Bridge")]
    public void The_headline_is_found_above_the_body(string head, string title) =>
        new Extractor().ExtractText(head + Body, url: null, CancellationToken.None).Article.Title.Should().Be(title);

    [Fact]
    public void A_standfirst_above_the_byline_is_no_body()
    {
        var article = new Extractor().ExtractText("Bridge to close\n\nDrivers face a winter of detours and delays.\n\nBy Anna Bell\n\n12 March 2020" + Body, url: null, CancellationToken.None).Article;

        article.Subtitle.Should().Be("Drivers face a winter of detours and delays.");
        article.Text.Should().StartWith("The council voted");
    }

    [Theory]
    [InlineData("Transport\nCouncil closes old bridge for repairs\nAnna Bell\n12 March 2020")]
    [InlineData("News\nTransport\nCouncil closes old bridge for repairs\nAnna Bell\n12 March 2020")]
    [InlineData("Transport\nCouncil closes old bridge for repairs\n12 March 2020\nAnna Bell")]
    [InlineData("Council closes old bridge for repairs\nAnna Bell\nTransport correspondent\n12 March 2020")]
    [InlineData("Council closes old bridge for repairs\nAnna Bell\n@annabell\n12 March 2020")]
    [InlineData("Council closes old bridge for repairs\nAnna Bell at the town hall\n12 March 2020")]
    [InlineData("Council closes old bridge for repairs\nAnna Bell is a columnist\nAnna Bell\n12 March 2020")]
    [InlineData("Council closes old bridge for repairs\nPosted on 12 March 2020 by Anna Bell")]
    [InlineData("Posted on 12 March 2020 by Anna Bell\nCouncil closes old bridge for repairs")]
    [InlineData("Council closes old bridge for repairs\nBy Anna Bell\n12 March 2020\nThe old bridge and the northern road in spring")]
    [InlineData("Council closes old bridge for repairs\nBy Anna Bell\n12 March 2020\n145")]
    [InlineData("Council closes old bridge for repairs\nThe bridge would be safer than ever\nBy Anna Bell\n12 March 2020")]
    public void Headline_author_and_date_are_told_from_the_lines_around_them(string head)
    {
        var article = new Extractor().ExtractText(head + Body, url: null, CancellationToken.None).Article;

        article.Title.Should().Be("Council closes old bridge for repairs");
        article.Authors.Should().Equal("Anna Bell");
        article.PublishedAt!.ToString().Should().Be("2020-03-12");
        article.Text.Should().StartWith("The council voted");
    }

    [Theory]
    [InlineData("大雨で古い橋が通行止めに\n佐藤太郎\n2020年3月12日\n\n町議会は火曜日、古い橋を春まで閉鎖して修理することを決めた。\n\nトラックは二倍の距離がある北の道を通らなければならず、その道はよく冠水する。", "佐藤太郎")]
    [InlineData("المجلس البلدي يغلق الجسر القديم للإصلاح\nليلى حداد\n12 مارس 2020\n\nقرر المجلس البلدي يوم الثلاثاء إغلاق الجسر القديم للإصلاح حتى فصل الربيع المقبل.\n\nوستضطر الشاحنات إلى سلوك الطريق الشمالي الذي يبلغ طوله ضعف طول الطريق الحالي.", "ليلى حداد")]
    public void A_name_above_the_date_needs_no_capitals(string text, string author) =>
        new Extractor().ExtractText(text, url: null, CancellationToken.None).Article.Authors.Should().Equal(author);

    [Theory]
    [InlineData("Von Jana Roth\n\nFoto: Ben Kerr\n\nDer Rat hat am Dienstag beschlossen, die alte Brücke bis zum Frühjahr zu schließen und zu erneuern.\n\nDie Lastwagen müssen die Straße im Norden nehmen, die doppelt so lang ist.", "Jana Roth")]
    [InlineData("Por Ana Ruiz\n\nFoto: Luis Gil\n\nEl ayuntamiento decidió el martes cerrar el puente viejo hasta la primavera para repararlo.\n\nLos camiones tendrán que tomar la carretera del norte, que es el doble de larga.", "Ana Ruiz")]
    public void A_photographer_is_no_author(string text, string author) =>
        new Extractor().ExtractText("Die Brücke / El puente\n\n" + text, url: null, CancellationToken.None).Article.Authors.Should().Equal(author);

    [Fact]
    public void Two_opening_paragraphs_are_no_standfirst_although_the_byline_stands_under_them() =>
        new Extractor().ExtractText("Council closes old bridge for repairs\nThe old bridge is to be closed until spring, councillors have decided.\nIt has stood there since the year of the flood.\nBy Anna Bell" + Body, url: null, CancellationToken.None)
            .Article.Text.Should().StartWith("The old bridge is to be closed");

    [Theory]
    [InlineData("@annabell")]
    [InlineData("https://social.example/x1")]
    [InlineData("pic.social.example/x1")]
    [InlineData("anna@paper.example")]
    [InlineData("1/5")]
    public void An_address_or_handle_alone_is_no_heading(string line) =>
        new Extractor().ExtractText($"Council closes old bridge for repairs{Body}\n\n{line}{Body.Replace("council", "parish", StringComparison.Ordinal).Replace("mayor", "clerk", StringComparison.Ordinal)}", url: null, CancellationToken.None)
            .Article.Text.Should().NotContain(line);

    [Fact]
    public void A_biography_of_the_author_ends_the_page_not_the_body()
    {
        var article = new Extractor().ExtractText("Bridge to close\n\nBy Anna Bell" + Body + "\n\nAnna Bell has covered the council for eleven years.", url: null, CancellationToken.None).Article;

        article.Text.Should().EndWith("opens again.");
        article.Authors.Should().Equal("Anna Bell");
    }
}
