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
    [InlineData("https://other.example/a", "https://news.example/a", "https://news.example/a")] // nobody takes another site's place
    [InlineData("https://news.example/", "https://news.example/a", "https://news.example/a")] // all pages claim the front page
    [InlineData("javascript:alert(1)", "https://news.example/a", "https://news.example/a")]
    [InlineData("/a", "https://news.example/b", "https://news.example/b")]
    [InlineData("", "https://news.example/b", "https://news.example/b")]
    public void A_declared_canonical_url_is_believed_only_on_the_pages_own_host(string declared, string answered, string expected)
    {
        var article = new Article { Url = declared, Site = "news", Title = "t", Text = "x", Blocks = [] };

        ArticleIdentity.Of(article, new Uri(answered)).AbsoluteUri.Should().Be(expected);
    }

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
}
