using FluentAssertions;
using Scraper.Core.Blocks;
using Xunit;

namespace Scraper.Tests.Blocks;

public sealed class HtmlTreeTests
{
    [Theory]
    [InlineData("<div>")]
    [InlineData("<span>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<b><p>")]
    [InlineData("<x-card>")]
    public void Elements_nested_too_deep_are_left_out_and_their_text_is_kept(string open)
    {
        var html = string.Concat(Enumerable.Repeat(open, 20_000)) + "the deepest words";

        var tree = HtmlTree.Parse(html, new HtmlLimits(Depth: 100), CancellationToken.None);

        tree.Root.Descendants().Max(Depth).Should().BeLessThan(400, "one admitted element may bring two implied ones along");
        HtmlBlockReader.Read(tree).Blocks.Should().Contain(b => b.Text.Contains("the deepest words"));
    }

    [Fact]
    public void Markup_after_a_too_deep_part_stands_where_it_should()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 50)) + "in" + string.Concat(Enumerable.Repeat("</div>", 50));

        var tree = HtmlTree.Parse($"<main>{deep}<h1>after</h1></main>", new HtmlLimits(Depth: 10), CancellationToken.None);

        tree.Root.Descendants().Single(e => e.Name == "h1").Parent!.Name.Should().Be("main");
    }

    [Fact]
    public void An_element_knows_where_its_start_tag_stands()
    {
        const string Html = "<html><body><p>one</p><p class='x'>two</p></body></html>";

        var tree = HtmlTree.Parse(Html, HtmlLimits.Default, CancellationToken.None);

        tree.Root.Descendants().Single(e => e.Class == "x").SourceOffset.Should().Be(Html.IndexOf("<p class", StringComparison.Ordinal));
    }

    [Fact]
    public void Reading_ends_at_the_token_limit_and_says_so()
    {
        var tree = HtmlTree.Parse(string.Concat(Enumerable.Repeat("<p>x</p>", 1000)), new HtmlLimits(Tokens: 100), CancellationToken.None);

        tree.IsTruncated.Should().BeTrue();
        tree.Root.Descendants().Count().Should().BeLessThan(100);
    }

    [Fact]
    public void A_second_html_or_body_adds_what_the_first_lacks_and_takes_nothing()
    {
        var tree = HtmlTree.Parse("<html lang=en><body class=story>x<body id=b class=other><html lang=de dir=ltr><html>", HtmlLimits.Default, CancellationToken.None);

        tree.Language.Should().Be("en");
        tree.Root.Descendants().Single(e => e.Name == "html").Attribute("dir").Should().Be("ltr");
        var body = tree.Root.Descendants().Single(e => e.Name == "body");
        (body.Class, body.Id).Should().Be(("story", "b"));
    }

    private static int Depth(HtmlElement element)
    {
        var depth = 0;
        for (var e = element.Parent; e is not null; e = e.Parent)
        {
            depth++;
        }

        return depth;
    }
}
