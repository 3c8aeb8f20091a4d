using System.Globalization;
using System.Text;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Scraper.Core;
using Scraper.Core.Articles;
using Scraper.Core.Labelling;
using Scraper.Core.Templates;
using Xunit;

namespace Scraper.Tests.Templates;

/// <summary>What a site's other pages say about the blocks of a page.</summary>
public sealed class TemplateTests
{
    private const string Box = "Our weekly letter brings the best stories of the region to your desk every Sunday morning.";
    private const string Quote = "The river has always been here, and it will be here when the last of us has gone, the old ferryman said that day.";

    private static readonly Extractor Extractor = new();

    [Fact]
    public void A_text_that_stands_on_every_page_goes_even_where_articles_stand()
    {
        var template = Learn(12, i => Page(i, Box));

        var article = Read(Page(99, Box), template);

        var verdict = article.Blocks.Single(b => b.Block.Text == Box).Verdict;
        verdict.IsText.Should().BeFalse();
        verdict.Reason.Should().Match<Reason>(r => r.Kind == ReasonKind.Template && r.Detail == "stands on 12 of 12 pages");
        article.Text.Should().Contain(Sentence(99, 0)).And.Contain(Sentence(99, 3));
    }

    [Fact]
    public void A_paragraph_that_quotes_earlier_articles_stays()
    {
        var template = Learn(20, i => Page(i, i % 3 == 0 ? Quote : Sentence(i, 9)));

        Read(Page(99, Quote), template).Text.Should().Contain(Quote);
    }

    [Fact]
    public void Two_pages_conclude_nothing() => Memory(2, i => Page(i, Box)).Should().Match<TemplateMemory>(m => SiteTemplate.Of(m) == null);

    [Fact]
    public void A_page_that_comes_again_counts_once()
    {
        var memory = Memory(5, i => Page(i, Box));

        var again = TemplateLearner.Learn(memory, Url(2), Read(Page(2, Box), null).Blocks);

        again.Pages.Should().HaveCount(5);
        SiteTemplate.Of(again)!.Version.Should().Be(SiteTemplate.Of(memory)!.Version);
    }

    [Fact]
    public void An_article_under_two_addresses_counts_once()
    {
        var memory = Memory(5, i => Page(i, Box));

        TemplateLearner.Learn(memory, "http://a.example/print/2", Read(Page(2, Box), null).Blocks).Pages.Should().HaveCount(5);
    }

    [Fact]
    public void A_memory_is_read_back_as_it_was_written()
    {
        var memory = Memory(6, i => Page(i, Box));
        var template = SiteTemplate.Of(memory)!;

        var (back, published) = TemplateBlob.Read(TemplateBlob.Write(memory, template));

        published!.Version.Should().Be(template.Version);
        SiteTemplate.Of(back)!.Version.Should().Be(template.Version);
        back.Excerpts.Values.Should().BeEquivalentTo(memory.Excerpts.Values);
        Read(Page(99, Box), published).Blocks.Select(b => b.Verdict).Should().Equal(Read(Page(99, Box), template).Blocks.Select(b => b.Verdict));
    }

    [Fact]
    public void A_damaged_memory_is_told_apart()
    {
        var blob = TemplateBlob.Write(Memory(6, i => Page(i, Box)), null);

        FluentActions.Invoking(() => TemplateBlob.Read(blob[..(blob.Length / 2)])).Should().Throw<InvalidDataException>();
        FluentActions.Invoking(() => TemplateBlob.Read([9, 1, 2])).Should().Throw<InvalidDataException>();
    }

    [Fact]
    public void The_order_of_pages_makes_no_difference()
    {
        var pages = Enumerable.Range(0, 8).Select(i => (Url: Url(i), Read(Page(i, i % 2 == 0 ? Box : Quote), null).Blocks)).ToArray();
        string Version(IEnumerable<int> order) => SiteTemplate.Of(order.Aggregate(TemplateMemory.Empty, (m, i) => TemplateLearner.Learn(m, pages[i].Url, pages[i].Blocks)))!.Version;

        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Gen.Shuffle(Enumerable.Range(0, 8).ToArray()).ToArbitrary(), order => Version(order) == Version(Enumerable.Range(0, 8))));
    }

    [Fact]
    public void Memory_is_bounded_whatever_the_site_sends()
    {
        var memory = TemplateMemory.Empty;
        for (var page = 0; page < 260; page++)
        {
            var blocks = Enumerable.Range(0, 400).Select(i => Labelled(i, $"{page} {i} {(char)('a' + (page % 26))}{(char)('a' + (page / 26))}{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}")).ToList();
            memory = TemplateLearner.Learn(memory, Url(page), blocks);
        }

        memory.Pages.Should().HaveCount(TemplateLimits.Pages);
        memory.Pages.Should().OnlyContain(p => p.Blocks.Length <= TemplateLimits.Blocks);
        memory.Paths.Count.Should().BeLessThanOrEqualTo(TemplateLimits.Names);
        memory.Learnt.Should().Be(260);
        TemplateBlob.Write(memory, SiteTemplate.Of(memory)).Length.Should().BeLessThan(1_500_000);
    }

    [Fact]
    public void What_is_in_force_changes_at_steps_only()
    {
        var memory = Memory(9, i => Page(i, Box));
        var template = SiteTemplate.Of(memory)!;
        var more = TemplateLearner.Learn(memory, Url(50), Read(Page(50, Box), null).Blocks);

        SiteTemplate.IsDue(template, more).Should().BeFalse();
        SiteTemplate.IsDue(template, more with { Learnt = 12 }).Should().BeTrue();
    }

    private static LabelledBlock Labelled(int index, string text) => new(
        new Core.Blocks.Block { Index = index, Kind = Core.Blocks.BlockKind.Paragraph, Text = text },
        new Verdict(Label.Body, new Reason(ReasonKind.Model, "test")));

    private static TemplateMemory Memory(int pages, Func<int, string> page) => Enumerable.Range(0, pages)
        .Aggregate(TemplateMemory.Empty, (memory, i) => TemplateLearner.Learn(memory, Url(i), Read(page(i), null).Blocks));

    private static SiteTemplate Learn(int pages, Func<int, string> page) => SiteTemplate.Of(Memory(pages, page))!;

    private static Article Read(string html, SiteTemplate? template) =>
        Extractor.ExtractHtml(html, new PageContext { Url = new Uri("http://a.example/x"), Template = template }, CancellationToken.None).Article;

    private static string Url(int page) => $"http://a.example/{page}";

    /// <summary>A page of a site whose articles and boxes are plain paragraphs of one container.</summary>
    private static string Page(int number, string extra)
    {
        var html = new StringBuilder($"<html lang=en><head><title>Story {Word(number, 0)}</title></head><body><div class=story><h1>Story of the {Word(number, 0)} and the {Word(number, 1)}</h1>");
        for (var i = 0; i < 6; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Sentence(number, i)}</p>");
            if (i == 3)
            {
                html.Append(CultureInfo.InvariantCulture, $"<p>{extra}</p>");
            }
        }

        return html.Append("</div></body></html>").ToString();
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
