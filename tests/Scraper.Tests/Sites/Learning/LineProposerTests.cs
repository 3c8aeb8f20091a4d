using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Labelling;
using Scraper.Core.Sites;
using Scraper.Core.Sites.Learning;
using Xunit;

namespace Scraper.Tests.Sites.Learning;

public sealed class LineProposerTests
{
    private static readonly string[] Text = [.. Enumerable.Range(0, 6).Select(i => $"Paragraph {i} tells at some length what the council of the town decided on Monday evening about the old bridge.")];

    [Fact]
    public void What_is_related_is_told_by_the_box_around_it_and_no_text_goes_with_it()
    {
        var page = Page(Html("story", "<div class='more-news'><h3>More news</h3><p class='teaser'>The bridge of the next town was closed for a long time, too, as we reported</p></div>"));
        var block = page.Blocks.Single(b => b.Block.Text.StartsWith("The bridge of the next", StringComparison.Ordinal)).Block.Index;

        var lines = LineProposer.Propose(page, block, Label.Related, [page]);

        lines[0].Kind.Should().Be(ProposedLineKind.Strip);
        lines[0].Expression.Should().BeOneOf(".teaser", ".more-news");
        lines.Should().OnlyContain(l => l.Label == Label.Related);
        lines.Should().Contain(l => l.Expression == ".more-news").And.NotContain(l => l.Expression == ".story");
        lines[^1].Kind.Should().Be(ProposedLineKind.Line);
    }

    [Fact]
    public void The_body_is_told_by_what_holds_the_clicked_paragraph_and_its_neighbours()
    {
        var page = Page(Html("entry-text", "<div class='ads'>Buy now!</div>"));
        var block = page.Blocks.Single(b => b.Block.Text == Text[2]).Block.Index;

        var lines = LineProposer.Propose(page, block, Label.Body, []);

        lines[0].Expression.Should().Be(".entry-text");
        lines[0].Kind.Should().Be(ProposedLineKind.Select);
        lines[0].ToString().Should().Be("select: body: .entry-text");
    }

    [Theory]
    [InlineData("The bridge", Label.Title, "select: title: .headline")]
    [InlineData("By Ann Author", Label.Byline, "select: author: .by")]
    [InlineData("2 March 2026", Label.Date, "select: date: { css: .when, attribute: datetime }")]
    public void A_headline_an_author_and_a_date_are_told_by_what_holds_them_alone(string text, Label label, string first)
    {
        var page = Page($"<html lang=en><body><main><h1 class='headline'>The bridge</h1><p class='by'>By Ann Author</p><p class='line'><time class='when' datetime='2026-03-02T09:00:00Z'>2 March 2026</time></p><div class='story'>{string.Concat(Text.Select(t => $"<p>{t}</p>"))}</div></main></body></html>");
        var block = page.Blocks.Single(b => b.Block.Text == text).Block.Index;

        var lines = LineProposer.Propose(page, block, label, []);

        lines[0].ToString().Should().Be(first);
        var put = RuleTextEdit.Put("hosts: [a.example]\n", lines[0])!.Value;
        put.IsRewritten.Should().BeFalse(put.Text);
    }

    [Fact]
    public void A_date_that_cannot_be_read_gives_no_field()
    {
        var page = Page(Html("story", "<p class='when'>some time ago, they say, in spring</p>"));
        var block = page.Blocks.Single(b => b.Block.Text.StartsWith("some time", StringComparison.Ordinal)).Block.Index;

        LineProposer.Propose(page, block, Label.Date, []).Should().NotContain(l => l.Kind == ProposedLineKind.Select);
    }

    [Fact]
    public void A_name_that_a_build_tool_made_is_not_proposed()
    {
        var page = Page($"<main><div class='css-1x2y3z' id='b42'>{string.Concat(Text.Select(t => $"<p>{t}</p>"))}</div></main>");

        LineProposer.Propose(page, 0, Label.Body, []).Select(l => l.Expression).Should().Equal("main");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(999)]
    public void A_block_that_is_not_there_gives_no_line(int block) => LineProposer.Propose(Page(Html("story", string.Empty)), block, Label.Body, []).Should().BeEmpty();

    [Fact]
    public void Every_line_can_be_put_into_a_rule()
    {
        var page = Page(Html("story", "<div class='more-news'><p>Read: it's \"here\": [a] #1 (x|y)\\ {b} – more</p></div>"));
        foreach (var block in page.Blocks.Select(b => b.Block.Index))
        {
            foreach (var label in Enum.GetValues<Label>().Where(l => l is not Label.Heading))
            {
                foreach (var line in LineProposer.Propose(page, block, label, []))
                {
                    var put = RuleTextEdit.Put("hosts: [a.example]\n", line);
                    put!.Value.IsRewritten.Should().BeFalse($"{line}: {put.Value.Text}");
                }
            }
        }
    }

    private static string Html(string container, string extra) =>
        $"<html><body><nav class='top'><a href='/'>Home</a></nav><main><h1>The bridge</h1><div class='{container}'>{string.Concat(Text.Select(t => $"<p>{t}</p>"))}{extra}</div></main></body></html>";

    private static ExamplePage Page(string html)
    {
        var read = new Extractor().ExtractHtml(html, new PageContext { Url = new Uri("https://a.example/1") }, CancellationToken.None);
        return ExamplePage.Of(html, read.Article, null, CancellationToken.None);
    }
}
