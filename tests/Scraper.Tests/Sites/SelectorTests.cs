using System.Diagnostics;
using AngleSharp.Html.Parser;
using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Sites;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class SelectorTests
{
    private const string Html = """
        <html><body id=b><div class="a x" id=one><p>first</p><p class=x>second <b>bold</b></p><ul><li>1<li>2<li class=x>3</ul></div>
        <table><tr><td title="A b">cell</table><div lang=en data-k="v-1"><h2>head</h2>tail<p></p></div><span class=x>s</span></body></html>
        """;

    public static TheoryData<string, string> BothDialects() => new()
    {
        { "p", "//p" },
        { ".x", "//*[contains(concat(' ', normalize-space(@class), ' '), ' x ')]" },
        { "#one", "//*[@id='one']" },
        { "div p", "//div//p" },
        { "div > p", "//div/p" },
        { "p + p", "//p/following-sibling::*[1][self::p]" },
        { "p ~ ul", "//p/following-sibling::ul" },
        { "li:first-child", "//li[not(preceding-sibling::*)]" },
        { "li:last-child", "//li[not(following-sibling::*)]" },
        { "li:nth-child(2)", "//li[2]" },
        { "li:nth-last-child(1)", "//li[last()]" },
        { "[data-k]", "//*[@data-k]" },
        { "[data-k^=v]", "//*[starts-with(@data-k, 'v')]" },
        { "[data-k*='-']", "//*[contains(@data-k, '-')]" },
        { "td[title='A b']", "//td[@title='A b']" },
        { "tbody td", "//tbody//td" },
        { "div:not(.a)", "//div[not(contains(concat(' ', @class, ' '), ' a '))]" },
        { "div:has(h2)", "//div[.//h2]" },
        { "div:has(> h2)", "//div[h2]" },
        { "h2, b", "//h2 | //b" },
        { "p:empty", "//p[not(node())]" },
        { ":is(h2, b)", "//*[self::h2 or self::b]" },
        { "html", "/html" },
        { "[class~=x], [id~=x]", "//*[contains(concat(' ', @class, ' '), ' x ') or contains(concat(' ', @id, ' '), ' x ')]" },
        { "[class~=a], [id~=b]", "//*[@id='b' or contains(@class, 'a')]" },
        { "[id=one]", "//div[@id='one']" },
        { "span.x, #one li.x, #b p", "//span[@class='x'] | //*[@id='one']//li[@class='x'] | //*[@id='b']//p" },
    };

    [Theory]
    [MemberData(nameof(BothDialects))]
    public void Both_dialects_hit_the_same_elements(string css, string xpath)
    {
        var page = SiteRuleSetTests.Page(Html);
        var byCss = page.Select(Selector.Of(css));
        var byXPath = page.Select(Selector.Of(xpath));
        byCss.Problem.Should().BeNull();
        byXPath.Problem.Should().BeNull();
        byCss.Hits.Should().NotBeEmpty();
        byCss.Hits.Select(h => h.Element!.SourceOffset).Should().Equal(byXPath.Hits.Select(h => h.Element!.SourceOffset));
    }

    [Theory]
    [MemberData(nameof(BothDialects))]
    public void The_light_tree_answers_CSS_as_AngleSharp_does(string css, string xpath)
    {
        xpath.Should().NotBeEmpty();
        foreach (var path in Directory.EnumerateFiles(RepositoryRoot.Fixtures, "iran-proxy-war.html", SearchOption.AllDirectories))
        {
            var html = File.ReadAllText(path);
            var tree = HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None);
            using var full = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(html);
            var expected = full.QuerySelectorAll(css).Where(e => e.SourceReference is not null).Select(e => e.SourceReference!.Position.Index).ToHashSet();
            var got = new SelectorPage(tree).Select(Selector.Of(css)).Hits.Select(h => h.Element!.SourceOffset).Where(o => o >= 0).ToHashSet();
            got.Should().BeEquivalentTo(expected, path);
        }
    }

    [Theory]
    [InlineData("a:lang(en)")]
    [InlineData("[title='a B' i]")]
    [InlineData("div:has(> h2 ~ p)")]
    public void What_only_AngleSharp_knows_goes_through_its_own_tree(string css) =>
        SiteRuleSetTests.Page(Html + "<a lang=en>x</a>").Select(Selector.Of(css)).Hits.Should().ContainSingle();

    [Theory]
    [InlineData("normalize-space(//h2)", "head")]
    [InlineData("substring-after(//td/@title, 'A ')", "b")]
    [InlineData("concat(//h2, '!', count(//li))", "head!3")]
    [InlineData("//div/@data-k", "v-1")]
    [InlineData("//h2/following-sibling::text()", "tail")]
    [InlineData("count(//p)", "3")]
    public void XPath_may_give_strings_attributes_texts_and_numbers(string xpath, string expected) =>
        SiteRuleSetTests.Page(Html).Select(Selector.Of(xpath)).Hits[0].Value().Should().Be(expected);

    [Theory]
    [InlineData("//h1", true)]
    [InlineData("(//h1)[1]", true)]
    [InlineData("./h1", true)]
    [InlineData("substring-before(//h1, 'x')", true)]
    [InlineData("descendant::p", true)]
    [InlineData("h1", false)]
    [InlineData(":not(p)", false)]
    [InlineData("id.x", false)]
    [InlineData("#text", false)]
    public void The_dialect_is_told_by_how_an_expression_begins(string expression, bool isXPath) =>
        Selector.Of(expression).IsXPath.Should().Be(isXPath);

    [Theory]
    [InlineData("//*[//*[//*[//*[.='x']]]]")]
    [InlineData("//*[count(.//*//*) > 100000]")]
    [InlineData("//*[contains(., 'zz')][contains(following::*, 'yy')]")]
    [InlineData("p ~ p ~ p ~ p ~ b")]
    public void A_selector_that_runs_away_is_stopped_and_told(string expression)
    {
        var page = SiteRuleSetTests.Page(string.Concat(Enumerable.Repeat("<p>text<i>", 20_000)));
        var watch = Stopwatch.StartNew();
        var result = page.Select(Selector.Of(expression));
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5));
        if (result.Problem is not null)
        {
            result.Problem.Should().Contain("stopped");
        }
    }

    [Fact]
    public void Deep_markup_does_not_end_the_process()
    {
        var page = SiteRuleSetTests.Page("<b class=x>high</b>" + string.Concat(Enumerable.Repeat("<div>", 50_000)) + "deep");
        page.Select(Selector.Of("//b")).Hits.Should().ContainSingle();
        page.Select(Selector.Of("b.x")).Hits.Should().ContainSingle();
        page.Select(Selector.Of("b[class='X' i]")).Problem.Should().Contain("stopped");
    }
}
