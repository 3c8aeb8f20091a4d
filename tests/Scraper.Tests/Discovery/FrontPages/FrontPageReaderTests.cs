using System.Text;
using FluentAssertions;
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
    public void Links_go_by_the_pages_base_where_that_is_on_the_web(string head, string link)
    {
        var page = new RawPage
        {
            RequestedUrl = new Uri("http://news.test/world/"),
            FinalUrl = new Uri("http://news.test/world/"),
            Status = 200,
            Headers = new Dictionary<string, string>(),
            Body = Encoding.UTF8.GetBytes($"<head>{head}</head><a href=4>Four</a>"),
            FetchedAt = DateTimeOffset.UnixEpoch,
        };

        FrontPageReader.Read(page, null, CancellationToken.None).Links.Select(l => l.Url).Should().Equal(link);
    }
}
