using FluentAssertions;
using Scraper.Core.Articles;
using Scraper.Route;
using Xunit;

namespace Scraper.Tests.Route;

public sealed class ArticleIdentityTests
{
    [Theory]
    [InlineData("https://news.example/a", "https://news.example/a?page=1", "https://news.example/a")] // believed
    [InlineData("https://www.news.example/a", "https://news.example/a", "https://www.news.example/a")] // www is the same site
    [InlineData("https://www.news.example/2026/rain", "http://m.news.example/rain?x=1", "https://www.news.example/2026/rain")] // so are m and amp
    [InlineData("https://news.example/rain", "https://amp.news.example/rain/amp", "https://news.example/rain")]
    [InlineData("https://news.example/rain", "https://news.example/amp/rain", "https://news.example/rain")]
    [InlineData("https://news.example/rain-ends-at-last", "https://news.example/rain-ends-at-last/print", "https://news.example/rain-ends-at-last")]
    [InlineData("https://news.example/2026/rain-ends-at-last", "https://news.example/?p=12345", "https://news.example/2026/rain-ends-at-last")]
    [InlineData("https://news.example/story/1234567", "https://news.example/story/1234567/rain", "https://news.example/story/1234567")]
    [InlineData("https://news.example/?p=123", "https://news.example/?p=123&x=1", "https://news.example/?p=123")]
    [InlineData("https://bücher.example/b", "https://xn--bcher-kva.example/b", "https://xn--bcher-kva.example/b")]
    [InlineData("https://other.example/a", "https://news.example/a", "https://news.example/a")] // nobody takes another site's place
    [InlineData("https://amp.com/a", "https://m.com/a", "https://m.com/a")]
    [InlineData("https://news.example:8080/a", "https://news.example/b", "https://news.example/b")] // another port is another server
    [InlineData("https://me:secret@news.example/b", "https://news.example/b?x=1", "https://news.example/b?x=1")]
    [InlineData("https://a\u0378b.example/a", "https://news.example/a", "https://news.example/a")] // no host by IDNA
    [InlineData("javascript:alert(1)", "https://news.example/a", "https://news.example/a")]
    [InlineData("/a", "https://news.example/b", "https://news.example/b")]
    [InlineData("", "https://news.example/b", "https://news.example/b")]
    public void A_declared_canonical_url_is_believed_within_the_pages_own_site(string declared, string answered, string expected) =>
        Identity(declared, answered).Should().Be(expected);

    [Theory]
    [InlineData("/")]
    [InlineData("/index.php")]
    [InlineData("/index.html?x=1")]
    [InlineData("/en/")]
    [InlineData("/pt-BR/index.html")]
    [InlineData("/home")]
    [InlineData("/startseite.html")]
    [InlineData("/?lang=en")]
    [InlineData("/markets")] // the section
    [InlineData("/markets/index.html")]
    [InlineData("/2026/")]
    [InlineData("/markets/2026/11/30")]
    [InlineData("/news")] // another section
    public void Nor_is_a_page_that_is_less_specific_than_the_one_that_answered(string declared)
    {
        foreach (var answered in new[] { "http://news.example/markets/2026/11/30/monday", "http://news.example/markets/2026/11/30/index-falls-by-two-percent", "http://news.example/en/markets/2026/11/30/a/?id=12345" })
        {
            Identity(new Uri(new Uri(answered), declared).AbsoluteUri, answered).Should().Be(answered);
        }
    }

    [Theory]
    [InlineData("http://news.example/index.php", "http://news.example/mon")]
    [InlineData("http://news.example/", "http://news.example/ny")]
    [InlineData("http://news.example/news.php", "http://news.example/news.php?id=15")]
    [InlineData("http://news.example/?cat=12", "http://news.example/?cat=12&p=345")]
    [InlineData("http://news.example/topics/rain-in-the-north/page", "http://news.example/topics/rain-in-the-north/page/4")]
    public void Nor_is_what_stands_above_it(string declared, string answered) => Identity(declared, answered).Should().Be(answered);

    [Theory]
    [InlineData("http://news.example/a", "https://www.news.example/", true)]
    [InlineData("http://news.example/a", "http://news.example/index.html?utm_source=gone", true)]
    [InlineData("https://sport.news.example/a", "https://www.news.example/", true)]
    [InlineData("https://news.example/?p=1", "https://news.example/", true)]
    [InlineData("https://news.example/a", "https://news.example/?p=1", false)] // an article of WordPress
    [InlineData("https://news.example/a", "https://news.example/sport", false)]
    [InlineData("http://news.example/", "https://www.news.example/", false)] // it was asked for
    [InlineData("https://news.example/a", "https://a.news.example/", false)] // a story with a host of its own
    [InlineData("https://goodnews.example/a", "https://news.example/", false)]
    public void A_front_page_that_answers_in_the_place_of_a_page_is_known(string asked, string answered, bool expected) =>
        ArticleIdentity.IsFrontPageInstead(new Uri(asked), new Uri(answered)).Should().Be(expected);

    private static string Identity(string declared, string answered) =>
        ArticleIdentity.Of(new Article { Url = declared, Site = "news", Title = "t", Text = "x", Blocks = [] }, new Uri(answered)).AbsoluteUri;
}
