using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class AsWrittenTreeTests
{
    [Theory]
    [InlineData("//table/tr/td[@class='story']", "<table><tr><td>menu</td><td class='story'>The story</td></tr></table>", "The story")]
    [InlineData("//table/tbody/tr/td[@class='story']", "<table><tr><td class='story'>The story</td></tr></table>", "The story")]
    [InlineData("//table/tr[2]/td", "<table><tr><td>one<tr><td>two</table>", "two")]
    [InlineData("//table/tr/td/text()", "<table><tr><td>bare</td></tr></table>", "bare")]
    public void A_path_through_a_table_is_found_with_and_without_the_implied_tbody(string xpath, string html, string expected)
    {
        Find(html, xpath).Hits.Should().ContainSingle().Which.Value().Should().Be(expected);
    }

    [Fact]
    public void A_page_nested_too_deep_for_HtmlAgilityPack_gives_a_miss_and_nothing_worse()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 20_000)) + "<table><tr><td>x</td></tr></table>";

        Find(html, "//table/tr/td[@id='nowhere']").Hits.Should().BeEmpty();
    }

    private static SelectorResult Find(string html, string xpath) =>
        new SelectorPage(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None)).Select(new Selector(xpath, 1) { IsXPath = true });
}
