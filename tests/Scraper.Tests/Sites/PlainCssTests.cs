using AngleSharp.Css.Parser;
using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class PlainCssTests
{
    private const string Html = """
        <body class="a td-x"><div id=b class="a b"><p class=b title="x y">One<b class="a">two</b></p><p lang=en-GB>Three</p></div>
        <section class=b><p class="a b" title=x>Four</p><div><p id=a>Five</p></div></section></body>
        """;

    private static readonly string[] Pieces =
    [
        "p", "div", "b", "body", ".a", ".b", "#a", "#b", ".td-x", " ", " > ", ">", ", ", ",", "*", "[title]", "[title=x]", "[title='x y']", "[title~=\"x\"]", "[class^='td-']",
        "[class*=td-]", "[lang|=en]", "[title$=y]", ":", "+", "~", "[", "]", "'", "\\", "(", ")", "-", "_", "1", "é", ":not(.a)", "  ", "!", "[id=a i]", "|", "@", "/",
    ];

    [Fact]
    public void Whatever_it_reads_it_reads_as_the_library_does()
    {
        var random = new Random(12);
        var tree = HtmlTree.Parse(Html, HtmlLimits.Default, CancellationToken.None);
        var index = new PageIndex(tree);
        var read = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var expression = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Pieces[random.Next(random.Next(3) == 0 ? Pieces.Length : 23)]));
            if (PlainCss.Of(expression) is not { } plain)
            {
                continue;
            }

            read++;
            var library = new CssSelectorParser().ParseSelector(expression);
            library.Should().NotBeNull(expression);
            var plan = CssTestBuilder.Build(library!)!;
            Hits(plain).Should().Equal(Hits(plan), expression);
            (plain.Words ?? []).Should().Equal(plan.Words ?? [], expression);
        }

        read.Should().BeGreaterThan(2_000, "the law must be tried on more than refusals");

        int[] Hits(CssPlan plan)
        {
            var budget = SelectorBudget.For(index);
            return [.. index.Elements.Where(id => plan.Test(index, id, budget))];
        }
    }

    [Theory]
    [InlineData(".a", 4)]
    [InlineData("#a, .c", 1)]
    [InlineData(".a > .b", 3)]
    [InlineData("div .td", 0)]
    [InlineData(".c, #d", 0)]
    public void What_a_page_rules_out_by_its_names_alone_is_not_there(string expression, int hits)
    {
        var (fresh, looked) = (SiteRuleSetTests.Page(Html), SiteRuleSetTests.Page(Html));
        looked.Index.Count.Should().BePositive();
        fresh.Select(Selector.Of(expression)).Hits.Count.Should().Be(hits);
        looked.Select(Selector.Of(expression)).Hits.Count.Should().Be(hits);
    }

    [Theory]
    [InlineData(".a:hover")]
    [InlineData(".a + .b")]
    [InlineData(".a >")]
    [InlineData(".a, ")]
    [InlineData(".1")]
    [InlineData("*")]
    [InlineData("a|b")]
    [InlineData("")]
    public void What_is_more_than_plain_is_left_alone(string expression) => PlainCss.Of(expression).Should().BeNull();
}
