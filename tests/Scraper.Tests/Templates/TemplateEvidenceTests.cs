using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Articles;
using Scraper.Core.Drift;
using Scraper.Core.Templates;
using Xunit;

namespace Scraper.Tests.Templates;

/// <summary>What places and wordings say of a text that no other page has.</summary>
public sealed class TemplateEvidenceTests
{
    private static readonly string[] Letters =
    [
        "Every Sunday we send a letter with the best stories of the region, a recipe and a walk to everyone who asks for it.",
        "Our podcast visits one village a week, and the people who live there tell what has changed since they were children.",
        "The calendar for the coming year shows twelve bridges and can be had at the counter of every shop in the old town.",
    ];

    private const string NewLetter = "On the way back the ferryman pointed out the place where the mill had stood, and said that nobody had ever asked him about it.";

    private static readonly Extractor Extractor = new();

    [Fact]
    public void A_new_text_goes_where_every_text_so_far_came_back()
    {
        var template = Learn(18, i => Page(i, $"<div class=inset><p>{Letters[i % 3]}</p></div>"));

        var page = Page(99, $"<div class=inset><p>{NewLetter}</p></div>");

        Read(page, null).Text.Should().Contain(NewLetter);
        Read(page, template).Text.Should().NotContain(NewLetter).And.Contain(Sentence(99, 3)).And.Contain(Sentence(99, 5));
    }

    [Fact]
    public void A_text_that_was_said_once_stays_where_texts_differ()
    {
        var template = Learn(18, i => Page(i, $"<div class=inset><p>{Sentence(i, 11)}</p></div>"));

        Read(Page(99, $"<div class=inset><p>{NewLetter}</p></div>"), template).Text.Should().Contain(NewLetter);
    }

    [Fact]
    public void A_line_that_leads_elsewhere_is_known_by_the_words_around_its_link()
    {
        string Line(int i) => $"<p>What we wrote when it began: <a href=/{i}>{Sentence(i, 12)}</a></p>";
        var template = Learn(18, i => Page(i, Line(i)));

        Read(Page(99, Line(99)), null).Text.Should().Contain("What we wrote when it began");
        Read(Page(99, Line(99)), template).Text.Should().NotContain("What we wrote when it began").And.Contain(Sentence(99, 3));
    }

    [Fact]
    public void A_biography_at_the_end_is_known_by_how_such_lines_end()
    {
        string Line(int i) => $"<p class=end>The {Word(i, 21)} has long been known to {Word(i, 22)} and writes about the river, its people and its boats for this newspaper.</p>";
        var template = Learn(18, i => Page(i, string.Empty, Line(i)));

        Read(Page(99, string.Empty, Line(99)), null).Text.Should().Contain("for this newspaper");
        Read(Page(99, string.Empty, Line(99)), template).Text.Should().NotContain("for this newspaper").And.Contain(Sentence(99, 5));
    }

    [Fact]
    public void A_heading_that_articles_use_again_stays_and_one_over_a_box_goes()
    {
        string Extra(int i) => $"<h2>What happens now</h2><p>{Sentence(i, 14)}</p><div class=inset><h3>More from us</h3><p>{Letters[i % 3]}</p></div><p>{Sentence(i, 15)}</p>";
        var template = Learn(18, i => Page(i, Extra(i)));

        var text = Read(Page(99, Extra(99)), template).Text;
        text.Should().Contain("What happens now").And.NotContain("More from us").And.NotContain(Letters[0]);
    }

    [Fact]
    public void What_the_memory_said_does_not_teach_it()
    {
        string Html(int i) => Page(i, $"<div class=inset><p>{Letters[i % 3]}</p></div>");
        var template = Learn(18, Html);
        TemplateMemory Memory(SiteTemplate? inForce) => Enumerable.Range(50, 18).Aggregate(TemplateMemory.Empty, (m, i) => TemplateLearner.Learn(m, Url(i), Read(Html(i), inForce).Blocks));

        SiteTemplate.Of(Memory(template))!.Version.Should().Be(SiteTemplate.Of(Memory(null))!.Version);
    }

    [Fact]
    public void Wrappers_are_told_apart_by_the_first_class_that_counts_nothing()
    {
        var template = Learn(6, i => Page(i, $"<div class='x81 promo'><p>{Letters[0]}</p></div><div class='x81 words'><p>{Sentence(i, 16)}</p></div>"));

        template.Paths.Values.Select(p => p.Name).Should().Contain("article > div.story > div.promo > p").And.Contain("article > div.story > div.words > p");
    }

    [Fact]
    public void A_memory_of_an_earlier_version_is_begun_anew()
    {
        var (memory, published) = TemplateBlob.Read([1, 7, 7, 7]);

        memory.Should().Be(TemplateMemory.Empty);
        published.Should().BeNull();
    }

    [Fact]
    public void Of_a_watch_of_an_earlier_version_the_alarm_is_left()
    {
        var alarm = new SiteAlarm("a site", 3, [DriftSignal.FellBack], "the rule misses", "http://a.example/1", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes($$"""{"Baseline":[{"Url":"http://a.example/1"}],"Alarm":{{JsonSerializer.Serialize(alarm)}},"Alarms":3}"""));
        }

        var state = DriftBlob.Read(bytes.ToArray());

        state.Baseline.Should().BeEmpty();
        state.Alarm!.Number.Should().Be(3);
        state.Alarms.Should().Be(3);
        DriftBlob.Read(DriftBlob.Write(state with { Baseline = [new PageFigures { Url = "http://a.example/2" }] })).Baseline.Should().ContainSingle();
    }

    private static SiteTemplate Learn(int pages, Func<int, string> page) => SiteTemplate.Of(Enumerable.Range(0, pages)
        .Aggregate(TemplateMemory.Empty, (memory, i) => TemplateLearner.Learn(memory, Url(i), Read(page(i), null).Blocks)))!;

    private static Article Read(string html, SiteTemplate? template) =>
        Extractor.ExtractHtml(html, new PageContext { Url = new Uri("http://a.example/x"), Template = template }, CancellationToken.None).Article;

    private static string Url(int page) => string.Create(CultureInfo.InvariantCulture, $"http://a.example/{page}");

    /// <summary>A page whose article is plain paragraphs of one container, with something amid them and something at their end.</summary>
    private static string Page(int number, string amid, string end = "")
    {
        var html = new StringBuilder($"<html lang=en><head><title>Story {Word(number, 0)}</title></head><body><article><h1>Story of the {Word(number, 0)} and the {Word(number, 1)}</h1><div class=story>");
        for (var i = 0; i < 7; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Sentence(number, i)}</p>").Append(i == 3 ? amid : string.Empty);
        }

        return html.Append(end).Append("</div></article></body></html>").ToString();
    }

    private static string Sentence(int page, int line) =>
        $"On that day the {Word(page, line)} and the {Word(page, line + 3)} were carried over the bridge to {Word(page, line + 7)}, where the people of the town had waited since early {Word(page, line + 5)} for them.";

    private static string Word(int page, int line)
    {
        string[] heads = ["bal", "cor", "dun", "fer", "gol", "har", "jun", "kel", "lum", "mar", "nor", "pel"];
        string[] tails = ["ados", "inet", "umber", "asting", "overt", "ilda", "ander", "oster", "ivel", "uda", "eron", "isk"];
        var n = unchecked(((page * 7919) + (line * 104729)) & 0x7fffffff);
        return heads[n % 12] + tails[n / 12 % 12] + heads[n / 144 % 12];
    }
}
