using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class StartedXPathTests
{
    private const string Page =
        "<div class=box><p>One<p id=two title=t>Two <a href=/x>x</a></p><div class=box><p>Three</p></div></div><ul class=box><li>Four<li>Five</ul><h2>Six</h2>";

    // "(…)" keeps an expression from the short way: both ways must find the same.
    [Theory]
    [InlineData("//div/p")]
    [InlineData("//div[@class='box']/p[1]")]
    [InlineData("//div[@class='box']//p")]
    [InlineData("//div[@class='box']//p[1]")]
    [InlineData("//*[@class='box']/following-sibling::*")]
    [InlineData("//ul[@class='box']/self::ul | //ul[@class='box']/following-sibling::*")]
    [InlineData("//p[@id='two']/@title | //ul/li[2] | //div")]
    [InlineData("//p[@id='two']/a/text()")]
    [InlineData("//li/../../h2")]
    [InlineData("//li/parent::ul/li[last()]")]
    [InlineData("//ol[@id='none']/li")]
    [InlineData("//p[.//a]")]
    [InlineData("//div[@class='box'][.//a]")]
    [InlineData("//div[contains(@class, 'box')][.//a]/p[1] | //ul[.//li]/li[2] | //p[.//div]")]
    [InlineData("//div[contains(@class, 'box')]/p[contains(., 'T') or . = 'a|b']")]
    public void It_finds_what_the_xpath_engine_finds(string expression)
    {
        var page = new SelectorPage(HtmlTree.Parse(Page, HtmlLimits.Default, CancellationToken.None));
        page.Select(Selector.Of(expression)).Hits.Should().Equal(page.Select(Selector.Of($"({expression})")).Hits);
    }

    [Theory]
    [InlineData("//div[@class='box']/p[1]", true)]
    [InlineData("//p/@title | //ul[@id='x']//li", true)]
    [InlineData("//p[.//a]/a", true)]
    [InlineData("//p[1]/a", false)]
    [InlineData("//p/a | /html/body", false)]
    [InlineData("//p/a = 'x'", false)]
    [InlineData("//div/p[. = 'a|b']", false)]
    [InlineData("count(//p/a)", false)]
    public void Only_paths_that_start_with_a_plain_step_go_the_short_way(string expression, bool isStarted) =>
        (StartedXPath.Of(expression) is not null).Should().Be(isStarted);
}
