using System.Text;
using FluentAssertions;
using Scraper.Core.Sites;
using Scraper.Discovery;
using Scraper.Discovery.FrontPages;
using Scraper.Fetching;
using Xunit;

namespace Scraper.Tests.Discovery.FrontPages;

public sealed class FrontPageReaderTests
{
    [Theory]
    [InlineData("<base href=/news/>", "http://news.test/news/4")]
    [InlineData("<base href='data:,x'>", "http://news.test/world/4")]
    [InlineData("<base href='javascript:0'>", "http://news.test/world/4")]
    [InlineData("", "http://news.test/world/4")]
    public void Links_go_by_the_pages_base_where_that_is_on_the_web(string head, string link) =>
        Read($"<head>{head}</head><a href=4>Four</a>", null).Links.Select(l => l.Url).Should().Equal(link);

    [Theory]
    [InlineData("descendant::h2/a", "http://news.test/1")]
    [InlineData("string(//h2/a/@href)", "http://news.test/1")]
    [InlineData("//div/@data-url", "http://news.test/2")]
    [InlineData("h2 a", "http://news.test/1")]
    [InlineData("h2", "http://news.test/1")]
    [InlineData("//h2/a/text()", "http://news.test/1")]
    public void A_links_selector_is_in_the_dialect_that_rules_are_read_in(string selector, string link) =>
        Read("<h2><a href=/1>One</a></h2><div data-url=/2><b>Two</b></div>", selector).Links.Select(l => l.Url).Should().Equal(link);

    [Fact]
    public void A_links_selector_that_does_not_compile_is_said_to_be_wrong() =>
        Read("<a href=/1>One</a>", "//a[").Error.Should().NotBeNull();

    [Fact]
    public void Without_a_selector_the_links_of_all_hosts_of_the_site_are_taken() =>
        Read("<a href=/1>One</a><a href=http://sport.news.test/2>Two</a><a href=http://other.test/3>Three</a><a href='http://a&#x200d;b.test/4'>Four</a>", null)
            .Links.Select(l => l.Url).Should().Equal("http://news.test/1", "http://sport.news.test/2");

    private static SourceReading Read(string html, string? selector)
    {
        var page = new RawPage
        {
            RequestedUrl = new Uri("http://news.test/world/"),
            FinalUrl = new Uri("http://news.test/world/"),
            Status = 200,
            Headers = new Dictionary<string, string>(),
            Body = Encoding.UTF8.GetBytes(html),
            FetchedAt = DateTimeOffset.UnixEpoch,
        };

        return FrontPageReader.Read(page, selector, new SiteRule { Name = "news", Hosts = ["news.test", "*.news.test"] }, CancellationToken.None);
    }
}
