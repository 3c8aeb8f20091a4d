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
    [InlineData("<div class=module-newsletter><div>The week in your town</div><p>All that happened, in your mail each morning.</p><a href=/s>Yes, please</a></div>")]
    [InlineData("<section data-component=newsletter><p>All that happened, in your mail each morning.</p></section>")]
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

    /// <summary>The labels of the blocks between two paragraphs of an article of which the model takes everything.</summary>
    private static IEnumerable<Label> Labels(string box)
    {
        var html = $"""
            <html lang=en><head><title>Ferry to stop in March</title><meta property=og:type content=article></head>
            <body><article><h1>Ferry to stop in March</h1><p>By Ann Lee</p><p>{Lead}</p><p>{Lead.Replace("Monday", "Tuesday", StringComparison.Ordinal)}</p><p>{Lead.Replace("Monday", "Friday", StringComparison.Ordinal)}</p>{box}<p>{Rest}</p></article></body></html>
            """;
        var sheet = new LabelSheet(HtmlBlockReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None)));
        new PatternLabeller(MarkerSet.Shipped).Label(sheet, CancellationToken.None);
        using var told = GenericModel.Shipped.Predict(sheet.Document, CancellationToken.None)!;
        var kinds = new float[told.Kinds.Length];
        kinds[(int)PageKind.Article] = 1;
        GenericLabeller.Apply(PagePrediction.Of(told.View, told.Table, kinds, [.. sheet.Document.Blocks.Select(_ => 4f)], confidence: null), sheet);
        var blocks = sheet.Close();
        return [.. blocks.SkipWhile(b => !b.Block.Text.Contains("Friday", StringComparison.Ordinal)).Skip(1).TakeWhile(b => b.Block.Text != Rest).Select(b => b.Verdict.Label)];
    }
}
