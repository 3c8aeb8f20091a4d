using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class PlainXPathTests
{
    private const string Page = "<div id=a class=' x\ty v\u00A0w'><p class=yz>One</p><svg><g/></svg><p data-x=''>Two</p></div><table><tr><td id=b>Three</table>";

    // "(…)" keeps an expression from the short way: both ways must find the same.
    [Theory]
    [InlineData("//p")]
    [InlineData("//*")]
    [InlineData("//*[@id='a']")]
    [InlineData("//p[contains(@class, \"y\")]")]
    [InlineData("//*[contains(@class,'y') or @id = 'b']")]
    [InlineData("//p[contains(@data-x, '')]")]
    [InlineData("//p[@data-x='']")]
    [InlineData("//td[@id='c']")]
    [InlineData("//p[@class='yz']")]
    [InlineData("//*[contains(concat(' ', normalize-space(@class), ' '), ' x ')]")]
    [InlineData("//div[contains(concat(\" \",normalize-space( @class ),' '), \" y \") or @id='b']")]
    [InlineData("//*[contains(concat(' ',normalize-space(@class),' '),' z ')]")]
    [InlineData("//*[contains(concat(' ',normalize-space(@class),' '),' v ')]")]
    [InlineData("//*[contains(concat(' ',normalize-space(@data-x),' '),' y ')]")]
    [InlineData("//td | //p[contains(@class, 'y')]|//*[@id='a'] | //p")]
    public void It_finds_what_the_xpath_engine_finds(string expression)
    {
        var page = new SelectorPage(HtmlTree.Parse(Page, HtmlLimits.Default, CancellationToken.None));
        PlainXPath.Of(expression).Should().NotBeNull();
        page.Select(Selector.Of(expression)).Hits.Should().Equal(page.Select(Selector.Of($"({expression})")).Hits);
    }

    [Theory]
    [InlineData("//p[1]")]
    [InlineData("//p/a")]
    [InlineData("//p[@a='x' and @b='y']")]
    [InlineData("//p[not(@class)]")]
    [InlineData("//p[contains(text(), 'x')]")]
    [InlineData("//p/@id")]
    [InlineData("//p[@class='a|b'")]
    [InlineData("//p | //p/@id")]
    [InlineData("//p[contains(concat(' ',normalize-space(@class),' '),'x ')]")]
    [InlineData("//p[contains(concat(' ',normalize-space(@class),' '),' x y ')]")]
    public void Everything_else_is_left_to_the_engine(string expression) => PlainXPath.Of(expression).Should().BeNull();
}
