using FluentAssertions;
using Scraper.Core.Sites;
using Scraper.Discovery;
using Xunit;

namespace Scraper.Tests.Discovery.Urls;

public sealed class UrlPatternsTests
{
    [Theory]
    [InlineData("/новости/", "http://a.test/новости/1", true)]
    [InlineData("/новости/", "http://a.test/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1", true)]
    [InlineData("/новости/", "http://a.test/видео/1", false)]
    [InlineData("/новости/\\d+$", "http://a.test/новости/17", true)]
    [InlineData("/news/", "http://a.test/news/1", true)]
    [InlineData("/%D0%BD", "http://a.test/новости/1", true)]
    [InlineData("/a/b", "http://a.test/a%2Fb", false)]
    public void A_pattern_is_tested_against_the_URL_as_whoever_wrote_it_sees_it(string pattern, string url, bool matches)
    {
        new UrlPatterns(new SiteDiscovery { Include = [pattern] }).Wants(new Uri(url)).Should().Be(matches);
        new UrlPatterns(new SiteDiscovery { Exclude = [pattern] }).Wants(new Uri(url)).Should().Be(!matches);
    }
}
