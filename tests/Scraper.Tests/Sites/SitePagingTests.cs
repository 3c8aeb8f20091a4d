using FluentAssertions;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class SitePagingTests
{
    private static readonly Uri Here = new("https://a.com/story/1?x=2#top");

    [Theory]
    [InlineData("a.next", "<a class=next href=/story/2>", "https://a.com/story/2")]
    [InlineData(".pager", "<div class=pager><b>1</b><a href='?p=2'>2</a></div>", "https://a.com/story/1?p=2")]
    [InlineData("//link[@rel='next']/@href", "<link rel=next href=3>", "https://a.com/story/3")]
    [InlineData("concat(//link/@href, '?print')", "<link href=/s>", "https://a.com/s?print")]
    [InlineData("a", "<a href='#top'>top</a><a href='javascript:x()'>x</a><a href=/y>y</a>", "https://a.com/y")]
    [InlineData("a", "<a href='/story/1?x=2#end'>here</a>", null)]
    [InlineData("a.none", "<a href=/y>", null)]
    public void The_next_page_is_found(string selector, string html, string? expected)
    {
        var layout = new SiteLayout { NextPage = [Selector.Of(selector)] };
        (SitePaging.NextPage(layout, SiteRuleSetTests.Page(html), Here)?.AbsoluteUri).Should().Be(expected);
        SitePaging.SinglePage(layout, SiteRuleSetTests.Page(html), Here).Should().BeNull();
    }
}
