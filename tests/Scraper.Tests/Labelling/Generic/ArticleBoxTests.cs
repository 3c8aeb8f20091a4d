using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling.Generic;

/// <summary>Boxes amid an article's text, each line of which the model would take for text.</summary>
public sealed class ArticleBoxTests
{
    private const string Lead = "The council said on Monday that the ferry between the two towns would stop in March, because its repair would cost more than the county has.";
    private const string Rest = "More than four hundred people cross the water every day to work and to school, and a bridge was promised to them thirty years ago.";

    [Theory]
    [InlineData("<figure><img src=a.jpg><figcaption><p>The old ferry on its way</p></figcaption></figure>")]
    [InlineData("<div class=mol-img-group><img src=a.jpg><p class=imageCaption>The old ferry on its way</p></div>")]
    [InlineData("<img src=a.jpg><blockquote class=image-field-caption><p>The old ferry on its way</p></blockquote>")]
    public void A_caption_is_told_by_what_it_stands_in(string box) => Labels(box).Should().Equal(Label.Caption);

    [Theory]
    [InlineData("<div>1 / 12</div><div>2 / 12</div><div>3 / 12</div>", Label.Navigation)]
    [InlineData("<div>1/5</div><div>3/5</div><div>2/5</div>", Label.Body)]
    public void The_numbers_of_a_gallery_are_no_ratings(string box, Label label) => Labels(box).Should().AllBeEquivalentTo(label);

    [Theory]
    [InlineData("<table align=right><tr><td><img src=a.jpg></td></tr><tr><td>The old ferry on its way</td></tr></table>")]
    [InlineData("<table><tbody><tr><td><div><img src=a.jpg></div><p>The old ferry on its way</p><p>Council archive</p></td></tr></tbody></table>")]
    [InlineData("<div class=photo><img src=a.jpg><div>The old ferry on its way</div></div>")]
    [InlineData("<p><img src=a.jpg><br><small>The old ferry on its way</small></p>")]
    public void A_line_in_a_small_box_with_a_picture_is_its_caption(string box) => Labels(box).Should().AllBeEquivalentTo(Label.Caption);

    [Theory]
    [InlineData("<table><tr><td>The old ferry on its way</td></tr></table>")]
    [InlineData("<table><tr><td><img src=a.jpg></td><td><h3>Water</h3><p>First it came in.</p><p>Then nobody saw it go.</p></td></tr></table>")]
    [InlineData("<p><img src=a.jpg>The old ferry went on its way before the sun was up.</p>")]
    public void Other_boxes_are_no_captions(string box) => Labels(box).Should().NotContain(Label.Caption);

    [Theory]
    [InlineData("<p>(dew/idh)</p>", Label.Byline)]
    [InlineData("<p>(Ann/Lee)</p>", Label.Body)]
    [InlineData("<p>Simak Video \"Kapal terakhir\"</p>", Label.Related)]
    [InlineData("<p>Seite 2: Was die Fähre kostet</p>", Label.Continuation)]
    [InlineData("<p>Newsletter: Der Morgen am Wasser</p>", Label.Advert)]
    [InlineData("<p>뉴스레터를 구독하세요</p>", Label.Advert)]
    public void Lines_of_furniture_are_told_by_what_they_say(string box, Label label) => Labels(box).Should().Equal(label);

    [Theory]
    [InlineData("<div class=module-newsletter><div>The week in your town</div><p>All that happened, in your mail each morning.</p><a href=/s>Yes, please</a></div>")]
    [InlineData("<section data-component=newsletter><p>All that happened, in your mail each morning.</p></section>")]
    [InlineData("<div class=box><h3>The week in your town</h3><p>All that happened, in your mail each morning.</p><form><input type=email><button>Yes, please</button></form></div>")]
    [InlineData("<div class=newspack-popups><p>Your gift keeps us on the water.</p></div>")]
    public void A_small_box_that_is_named_for_it_is_a_call_to_act(string box) => Labels(box).Should().AllBeEquivalentTo(Label.Advert);

    [Fact]
    public void A_heading_with_such_a_word_in_its_id_is_none() => Labels("<h2 id=sponsorship>Who pays for the water</h2>").Should().Equal(Label.Heading);

    [Fact]
    public void A_large_box_with_such_a_word_is_none() => Labels($"<div class=promo-layout><p>{Lead.Replace("Monday", "Sunday", StringComparison.Ordinal)}</p><p>{Rest.Replace("four", "five", StringComparison.Ordinal)}</p><p>{Rest.Replace("four", "six", StringComparison.Ordinal)}</p><p>{Rest.Replace("four", "seven", StringComparison.Ordinal)}</p></div>").Should().AllBeEquivalentTo(Label.Body);

    [Theory]
    [InlineData("<div class=box><h4>Related articles</h4><ul><li><a href=/1>Ten ways across the water without a ferry</a></li><li><a href=/2>The bridge that was never built</a></li></ul></div>")]
    [InlineData("<section><header><h4>Read more</h4></header><article><a href=/1><h3>The bridge that was never built</h3></a><p>A promise of thirty years.</p></article></section>")]
    [InlineData("<p>Related stories</p><p><a href=/1>The bridge that was never built</a></p><p><a href=/2>Ten ways across the water without a ferry</a></p>")]
    public void What_a_related_line_announces_goes_with_it(string box) => Labels(box).Should().NotContain([Label.Body, Label.Heading]);

    [Fact]
    public void A_related_line_takes_no_prose_with_it() =>
        Labels($"<div class=box><p>Related</p><p>{Rest.Replace("four", "five", StringComparison.Ordinal)}</p></div>").Should().EndWith([Label.Body]);

    [Theory]
    [InlineData("<figure class=wp-block-pullquote><blockquote><p>A promise is no bridge, and I cannot swim</p></blockquote></figure>")]
    [InlineData("<aside class=c-pull-quote__box><p>A promise is no bridge, and I cannot swim</p></aside>")]
    public void A_pull_quote_is_told_by_its_name(string box) => Labels(box).Should().Equal(Label.PullQuote);

    [Fact]
    public void A_page_made_of_pull_quotes_keeps_them() =>
        Labels(string.Concat(Enumerable.Range(1, 6).Select(i => $"<blockquote class=pullquote><p>I cross the water every day for reason number {i}, said a man</p></blockquote>"))).Should().AllBeEquivalentTo(Label.Body);

    [Theory]
    [InlineData("<h2>What the county pays</h2>", -1f)]
    [InlineData("<p><b>Read more:</b> <a href=/1>The bridge that was never built</a></p><h2>What the county pays</h2>", -1f)]
    [InlineData("<div class=part><h2><span>What the county pays</span></h2><p>It pays a third of all that the crossing of the water costs each winter.</p></div>", -1f)]
    [InlineData("<div><h3 class=e>Water</h3><p>First the water came in, and nobody saw it.</p></div><div><h3 class=e>What the county pays</h3><p>Then the money ran out, and all saw it.</p></div><div><h3 class=e>Land</h3><p>Now they all drive around by land.</p></div>", -4f)]
    public void A_heading_right_above_text_is_one_of_the_article(string box, float odds) => LabelOfHeading(box, odds).Should().Be(Label.Heading);

    [Theory]
    [InlineData("<h2>What the county pays</h2>", -4f)]
    [InlineData("<h2><a href=/1>What the county pays</a></h2>", -1f)]
    public void A_heading_that_may_be_anothers_is_none(string box, float odds) => LabelOfHeading(box, odds).Should().NotBe(Label.Heading);

    [Fact]
    public void A_title_in_no_heading_is_the_title() => Page("<div class=t>Ferry to stop in March</div>", string.Empty, _ => 4f)[0].Verdict.Label.Should().Be(Label.Title);

    private static Label LabelOfHeading(string box, float odds) =>
        Labelled(box, b => b.Text.StartsWith("What the county", StringComparison.Ordinal) ? odds : 4f).Single(b => b.Block.Text == "What the county pays").Verdict.Label;

    private static IEnumerable<Label> Labels(string box) => Labelled(box, _ => 4f).Select(b => b.Verdict.Label);

    /// <summary>The blocks between two paragraphs of an article of which the model takes everything that has high odds.</summary>
    private static IReadOnlyList<LabelledBlock> Labelled(string box, Func<Block, float> odds) =>
        [.. Page("<h1>Ferry to stop in March</h1>", box, odds).SkipWhile(b => !b.Block.Text.Contains("Friday", StringComparison.Ordinal)).Skip(1).TakeWhile(b => b.Block.Text != Rest)];

    private static IReadOnlyList<LabelledBlock> Page(string headline, string box, Func<Block, float> odds)
    {
        var html = $"""
            <html lang=en><head><title>Ferry to stop in March</title><meta property=og:type content=article></head>
            <body><article>{headline}<p>By Ann Lee</p><p>{Lead}</p><p>{Lead.Replace("Monday", "Tuesday", StringComparison.Ordinal)}</p><p>{Lead.Replace("Monday", "Friday", StringComparison.Ordinal)}</p>{box}<p>{Rest}</p></article></body></html>
            """;
        var sheet = new LabelSheet(HtmlBlockReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None)));
        new PatternLabeller(MarkerSet.Shipped).Label(sheet, CancellationToken.None);
        using var told = GenericModel.Shipped.Predict(sheet.Document, CancellationToken.None)!;
        var kinds = new float[told.Kinds.Length];
        kinds[(int)PageKind.Article] = 1;
        GenericLabeller.Apply(PagePrediction.Of(told.View, told.Table, kinds, [.. sheet.Document.Blocks.Select(odds)], confidence: null), sheet);
        return sheet.Close();
    }
}
