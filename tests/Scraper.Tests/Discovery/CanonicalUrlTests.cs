using FluentAssertions;
using Scraper.Discovery;
using Xunit;

namespace Scraper.Tests.Discovery;

public class CanonicalUrlTests
{
    [Theory]
    [InlineData("http://Example.COM:80/a", "http://example.com/a")]
    [InlineData("https://example.com:443/a", "https://example.com/a")]
    [InlineData("https://example.com:8443/a", "https://example.com:8443/a")]
    [InlineData("https://example.com./a", "https://example.com/a")]
    [InlineData("https://example.com", "https://example.com/")]
    [InlineData("https://example.com/a#comments", "https://example.com/a")]
    [InlineData("https://example.com/#!/story/1", "https://example.com/#!/story/1")]
    [InlineData("https://example.com/a?utm_source=x&id=7&fbclid=y", "https://example.com/a?id=7")]
    [InlineData("https://example.com/a?UTM_Source=x", "https://example.com/a")]
    [InlineData("https://example.com/a?", "https://example.com/a")]
    [InlineData("https://example.com/a?b=2&a=1", "https://example.com/a?b=2&a=1")]
    [InlineData("https://example.com/x/../a/./b", "https://example.com/a/b")]
    [InlineData("https://example.com/%7euser/%c3%a9", "https://example.com/~user/%C3%A9")]
    [InlineData("https://example.com/é", "https://example.com/%C3%A9")]
    [InlineData("https://bücher.example/a", "https://xn--bcher-kva.example/a")]
    [InlineData("https://www.google.com/amp/s/example.com/a/amp/", "https://example.com/a/amp/")]
    [InlineData("https://www.google.co.uk/amp/s/example.com/a", "https://example.com/a")]
    [InlineData("https://www.google.evil.test/amp/s/example.com/a", "https://www.google.evil.test/amp/s/example.com/a")]
    [InlineData("https://example-com.cdn.ampproject.org/c/s/example.com/a?amp=1", "https://example.com/a")]
    [InlineData("https://example.com/a/", "https://example.com/a/")]
    public void The_fetchable_form(string url, string canonical)
    {
        CanonicalUrl.Of(new Uri(url)).AbsoluteUri.Should().Be(canonical);
        CanonicalUrl.Of(CanonicalUrl.Of(new Uri(url))).AbsoluteUri.Should().Be(canonical);
    }

    [Theory]
    [InlineData("http://www.example.com/a/", "https://example.com/a")]
    [InlineData("https://example.com/a/amp/", "https://example.com/a")]
    [InlineData("https://example.com/a.amp.html", "https://example.com/a.html")]
    [InlineData("https://amp.example.com/a?outputType=amp", "https://www.example.com/a")]
    [InlineData("https://example.com/a/index.html", "https://example.com/a/")]
    [InlineData("https://example.com/a?b=2&a=1#x", "https://example.com/a?a=1&b=2")]
    public void One_article_has_one_key(string one, string other) =>
        CanonicalUrl.Key(new Uri(one)).Should().Be(CanonicalUrl.Key(new Uri(other)));

    [Theory]
    [InlineData("https://example.com/a", "https://example.com/b")]
    [InlineData("https://example.com/a?p=1", "https://example.com/a?p=2")]
    [InlineData("https://example.com/A", "https://example.com/a")]
    [InlineData("https://news.example.com/a", "https://example.com/a")]
    [InlineData("https://example.com/camp", "https://example.com/c")]
    public void Two_articles_have_two(string one, string other) =>
        CanonicalUrl.Key(new Uri(one)).Should().NotBe(CanonicalUrl.Key(new Uri(other)));
}
