using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Metadata;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Labelling.SiteRules;

public sealed class SiteRuleLabellerTests
{
    private const string Page = """
        <html lang=en><body>
        <nav><a href=/>Home page link</a></nav>
        <h1>The headline</h1>
        <p class=by>By <a rel=author>Ann Lee</a> and <a rel=author>Bo Ek</a></p>
        <div class=story>
          <p class=date>17 May 2019 - 09:07</p>
          <p>One.</p>
          <div class=promo><p>Buy it.</p><p class=good>Not to be lost.</p></div>
          <blockquote><p>Quoted.</p></blockquote>
          <p>Source: somewhere</p>
          <h2>Sub-head</h2>
          <p>Two.</p>
          <p>Latest news</p>
          <p>Teaser.</p>
        </div>
        <div class="comments-area"><p>First!</p></div>
        </body></html>
        """;

    [Fact]
    public void A_rule_names_every_block_and_says_which_line_did_it()
    {
        var (labels, report) = Run("""
            select:
              title: h1
              author: { css: "[rel=author]" }
              date: { css: .date, date: d MMM yyyy - HH:mm, zone: Africa/Cairo }
              body: .story
            strip:
              .by: byline
              .promo: advert
            keep: .good
            lines:
              "^Source:": source_link
            cut_after:
              - { text: Latest news, label: related }
            """);
        labels.Should().Equal(
            "Home page link = Navigation 0.9: outside the body, site.yaml:5 css .story",
            "The headline = Title 1: site.yaml:2 css h1",
            "By Ann Lee and Bo Ek = Byline 1: site.yaml:7 css .by",
            "17 May 2019 - 09:07 = Date 1: site.yaml:4 css .date",
            "One. = Body 0.9: in the body, site.yaml:5 css .story",
            "Buy it. = Advert 1: site.yaml:8 css .promo",
            "Not to be lost. = Body 1: site.yaml:9 css .good (keep)",
            "Quoted. = Body 0.9: in the body, site.yaml:5 css .story",
            "Source: somewhere = SourceLink 1: site.yaml:11 line /^Source:/",
            "Sub-head = Heading 0.9: in the body, site.yaml:5 css .story",
            "Two. = Body 0.9: in the body, site.yaml:5 css .story",
            "Latest news = Related 1: cut off by site.yaml:13 line /^Latest\\ news[\\s:.…]*$/",
            "Teaser. = Related 1: cut off by site.yaml:13 line /^Latest\\ news[\\s:.…]*$/",
            "First! = Comment 0.9: outside the body, site.yaml:5 css .story");
        report.Fields.Title.Should().Be("The headline");
        report.Fields.Authors.Should().Equal("Ann Lee", "Bo Ek");
        report.Fields.PublishedAt.Should().Be(new PageDate(new DateTimeOffset(2019, 5, 17, 9, 7, 0, TimeSpan.FromHours(2)), DatePrecision.Minute, true));
        report.Counts.Single(c => c.Expression == ".promo").Hits.Should().Be(1);
        report.FellBack.Should().BeNull();
    }

    [Theory]
    [InlineData("strip: {.box: advert}, keep: .box", "Kept = Body", "Small = Body")]
    [InlineData("strip: {.box: advert, .small: related}, keep: .box", "Kept = Body", "Small = Related")]
    [InlineData("strip: {.box: advert}, keep: .small", "Kept = Advert", "Small = Body")]
    public void A_keep_undoes_a_strip_on_its_own_element_and_a_strip_inside_it_still_wins(string keys, string kept, string small)
    {
        var (labels, _) = Run($"{{select: {{body: .s}}, {keys}}}", "<div class=s><p>One.<div class=box><p>Kept</p><p class=small>Small</p></div></div>");

        labels.Should().Contain(l => l.StartsWith(kept, StringComparison.Ordinal)).And.Contain(l => l.StartsWith(small, StringComparison.Ordinal));
    }

    [Fact]
    public void A_keep_undoes_a_strip_of_a_link_that_is_most_of_its_paragraph() =>
        Run("{select: {body: .s}, strip: {.k: related}, keep: .k}", "<div class=s><p>One.<p>See <a class=k href=/x>the whole report</a></div>").Labels.Should().Contain(l => l.StartsWith("See the whole report = Body", StringComparison.Ordinal));

    [Fact]
    public void A_body_that_is_not_found_is_left_to_the_generic_labeller_and_told()
    {
        var (labels, report) = Run("{select: {body: .gone, title: h1}, strip: {.promo: advert}}");
        report.FellBack.Should().Be("body not found: site.yaml:1 css .gone");
        report.Misses.Select(m => m.Expression).Should().Equal(".gone");
        labels.Should().Contain(l => l.StartsWith("Buy it. = Advert", StringComparison.Ordinal));
        labels.Should().Contain("One. = open");
    }

    [Fact]
    public void A_body_without_text_counts_as_not_found_and_the_next_selector_is_tried()
    {
        const string Html = "<div id=app><script>fill()</script></div><div class=b><p>Text</div>";
        Run("{select: {body: '#app'}}", Html).Report.FellBack.Should().Be("body found without text: site.yaml:1 css #app");
        Run("{select: {body: ['#app', .b]}}", Html).Report.FellBack.Should().BeNull();
    }

    [Fact]
    public void A_required_selector_that_misses_makes_the_rule_fall_back()
    {
        var (labels, report) = Run("{select: {body: .story, title: {css: .none, required: true}}}");
        report.FellBack.Should().Be("required but not found: site.yaml:1 css .none");
        labels.Should().Contain("One. = open");
    }

    [Theory]
    [InlineData(null, "new")]
    [InlineData("2021-06-01", "new")]
    [InlineData("2020-06-01", "mid")]
    [InlineData("2019-12-31", "old")]
    public void The_layout_in_use_on_the_pages_day_is_tried_first(string? day, string expected)
    {
        const string Rule = """
            select: { title: [.t, .new], body: p }
            layouts:
              - { valid_until: 2019-12-31, select: { title: .old, body: p } }
              - { valid_until: 2020-12-31, select: { title: .mid, body: p } }
            """;
        var (_, report) = Run(Rule, "<p class=old>old<p class=mid>mid<p class=new>new", day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        report.Fields.Title.Should().Be(expected);
    }

    [Fact]
    public void A_page_of_an_old_layout_is_read_by_it_even_without_a_date()
    {
        var (_, report) = Run("{select: {body: .new}, layouts: [{valid_until: 2019-12-31, select: {body: .old}}]}", "<div class=old><p>Text");
        report.FellBack.Should().BeNull();
        report.Layout!.ValidUntil.Should().Be(new DateOnly(2019, 12, 31));
    }

    [Theory]
    [InlineData("{css: .f, replace: {'^By\\s+': ''}, split: '\\s+and\\s+'}", "By A and B", "A|B")]
    [InlineData("{css: .f, trim: '|-'}", "- A |", "A")]
    [InlineData("[.none, .f]", "A", "A")]
    [InlineData("{css: .f, attribute: title}", "x", "attr")]
    [InlineData("{xpath: \"substring-after(//*[@class='f'], 'by ')\"}", "written by A", "A")]
    [InlineData("//*[@class='f']/text()", "A", "A")]
    [InlineData("{css: .f, trim: '-'}", "-", "")]
    public void Filters_make_values_of_texts(string selector, string text, string expected)
    {
        var (_, report) = Run($"select:\n  author: {selector}", $"<p class=f title=attr>{text}</p>");
        string.Join('|', report.Fields.Authors).Should().Be(expected);
    }

    [Theory]
    [InlineData("css: time\n    attribute: datetime", "<time datetime='2019-05-17T09:07:00+0100'>x</time>", "2019-05-17T09:07:00+01:00")]
    [InlineData("css: time", "<time>2019-05-17</time>", "2019-05-17")]
    [InlineData("css: time\n    date: d. MMMM yyyy", "<time>3. März 2020</time>", "2020-03-03")]
    [InlineData("css: time\n    date: [d/M/yyyy, d.M.yyyy H.mm]\n    zone: Europe/Berlin", "<time>3.7.2020 8.05</time>", "2020-07-03T08:05+02:00")]
    [InlineData("css: time\n    date: d/M/yyyy", "<time>yesterday</time>", null)]
    [InlineData("css: time\n    date: \"'Publicado em' d/M/yyyy\"", "<time>Publicado em 3/7/2020</time>", "2020-07-03")]
    [InlineData("css: time\n    date: \"d/M/yyyy 'às' HH:mm\"", "<time>3/7/2020 às 10:05</time>", "2020-07-03T10:05")]
    [InlineData("css: time\n    zone: Europe/Berlin", "<time>0001-01-01T00:00:00</time>", null)]
    public void Dates_are_read_by_the_rules_formats_and_zone(string selector, string html, string? expected)
    {
        var (_, report) = Run($"language: de\nselect:\n  date:\n    {selector}", html);
        (report.Fields.PublishedAt?.ToString()).Should().Be(expected);
    }

    [Fact]
    public void An_unwrapped_element_says_nothing_of_its_blocks()
    {
        const string Html = "<div class=s><figure><figcaption class=c>All of the text.</figcaption></figure></div>";
        Run("{select: {body: .s}}", Html).Labels.Single().Should().Contain("= Caption");
        Run("{select: {body: .s}, unwrap: figcaption}", Html).Labels.Single().Should().Contain("= Body");
    }

    [Fact]
    public void A_marker_may_be_an_element_without_text()
    {
        var (labels, _) = Run("{select: {body: .s}, cut_before: [{css: '#start'}], cut_after: [{css: hr.end, label: advert}]}", "<div class=s><p>Before.<a id=start></a><p>In.<hr><p>Still in.<hr class=end><p>After.</div>");
        labels.Select(l => l[..l.IndexOf(':', StringComparison.Ordinal)]).Should().Equal("Before. = Other 1", "In. = Body 0.9", "Still in. = Body 0.9", "After. = Advert 1");
    }

    [Fact]
    public void A_page_that_a_rule_rejects_is_told() =>
        Run("{reject: [.gallery, .sponsored]}", "<p class=sponsored>Ad").Report.Rejected.Should().Be("site.yaml:1 css .sponsored");

    [Fact]
    public void Lines_and_text_markers_work_on_plain_text()
    {
        var rule = SiteRuleReader.Read("site.yaml", "{lines: {'^Source:': source_link}, cut_after: [{text: Latest news, label: related}], select: {body: p}}").Rule!;
        var blocks = new[] { "One.", "Source: x", "LATEST NEWS:", "Teaser." }.Select((t, i) => new Block { Index = i, Kind = BlockKind.Line, Text = t }).ToList();
        var sheet = new LabelSheet(new BlockDocument(blocks, Tree: null));
        new SiteRuleLabeller(rule).Label(sheet, CancellationToken.None);
        Enumerable.Range(0, 4).Select(i => sheet[i]?.Label).Should().Equal(null, Core.Labelling.Label.SourceLink, Core.Labelling.Label.Related, Core.Labelling.Label.Related);
    }

    [Fact]
    public void A_certain_word_is_not_overruled_and_in_the_body_may_be()
    {
        var (sheet, _) = Label("{select: {body: .s}, keep: .k}", "<div class=s><p>One.<p class=k>Two.</div>", null);
        var repeat = new Verdict(Core.Labelling.Label.PullQuote, new Reason(ReasonKind.Repeat, "repeats"));
        sheet.Overrule(0, repeat).Should().BeTrue();
        sheet.Overrule(1, repeat).Should().BeFalse();
    }

    private static (IReadOnlyList<string> Labels, SiteRuleReport Report) Run(string yaml, string html = Page, DateOnly? day = null)
    {
        var (sheet, report) = Label(yaml, html, day);
        return ([.. sheet.Document.Blocks.Select(b => $"{b.Text} = {(sheet[b.Index] is { } v ? FormattableString.Invariant($"{v.Label} {v.Reason.Confidence}: {v.Reason.Detail}") : "open")}")], report);
    }

    private static (LabelSheet Sheet, SiteRuleReport Report) Label(string yaml, string html, DateOnly? day)
    {
        var reading = SiteRuleReader.Read("rules/site.yaml", yaml);
        reading.Problems.Should().BeEmpty();
        var sheet = new LabelSheet(HtmlBlockReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None)));
        var labeller = new SiteRuleLabeller(reading.Rule!, day);
        labeller.Label(sheet, CancellationToken.None);
        return (sheet, labeller.Report);
    }
}
