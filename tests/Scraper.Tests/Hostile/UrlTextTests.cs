using System.Text.Json;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.Tests.Sites;
using Xunit;

namespace Scraper.Tests.Hostile;

public sealed class UrlTextTests
{
    private static readonly Uri Page = new("https://www.pa.test/x/y.html");

    [Theory]
    [InlineData(@"\\" + "\u202E\\")]
    [InlineData(@"\\" + "\u202E/")]
    [InlineData("file://\u202E/")]
    [InlineData("file:////\u200E/")]
    [InlineData("//\u202E/")]
    [InlineData("//\u202E")]
    [InlineData("  //\u200F/a")]
    [InlineData("http://\u202E/")]
    [InlineData("http://\u202E.a.test/")]
    [InlineData("http://a.\u202A.test/")]
    [InlineData("http://\u037E/")]
    public void A_host_that_no_network_knows_is_none(string text)
    {
        UrlText.TryRead(text, out _).Should().BeFalse();
        UrlText.TryJoin(Page, text, out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("/a\u202Eb?c=\u200E#\u202D", "https://www.pa.test/a%E2%80%AEb?c=%E2%80%8E#%E2%80%AD")]
    [InlineData("a.html", "https://www.pa.test/x/a.html")]
    [InlineData("//b.test/\u202E", "https://b.test/%E2%80%AE")]
    public void Elsewhere_it_is_percent_encoded_as_browsers_do(string text, string address)
    {
        UrlText.TryJoin(Page, text, out var url).Should().BeTrue();
        url!.AbsoluteUri.Should().Be(address);
    }

    [Theory]
    [InlineData("\u202E")]
    [InlineData("\u037E")]
    [InlineData(":x@a.test")]
    public void A_page_is_read_whatever_it_links_to(string host)
    {
        foreach (var link in new[] { $@"\\{host}\", $"file://{host}/", $"//{host}/", $"http://{host}/" })
        {
            var html = $$"""
                <base href="{{link}}"><link rel=canonical href="{{link}}"><meta property=og:image content="{{link}}">
                <script type=application/ld+json>{"@type":"NewsArticle","mainEntityOfPage":{{JsonSerializer.Serialize(link)}}}</script>
                <article><p>{{HostilePages.Sentence}} It was a <a href="{{link}}">close vote</a>.<img src="{{link}}"><iframe src="{{link}}"></iframe></article>
                """;

            new Extractor().ExtractHtml(html, new PageContext { Url = Page }, CancellationToken.None).Article.Text.Should().Contain(HostilePages.Sentence);
            var next = () => SitePaging.NextPage(new SiteLayout { NextPage = [Selector.Of("a")] }, SiteRuleSetTests.Page(html), Page);
            next.Should().NotThrow();
        }
    }

    [Fact]
    public void What_is_read_can_be_read_again()
    {
        string[] parts =
        [
            "http://", "https://", "file://", "mailto:", "//", @"\\", @"\", "/", ".", "..", "a", "xn--a", ":", "80", "@", "%", "%41", "[", "]", "[::1]", "?", "#", " ", "\t", "\0", "C:",
            "\u200D", "\u200E", "\u202E", "\u2066", "\u037E", "\u1FEF", "\u00AD", "\u0378", "\u2100", "\u2488", "\u3002", "\uFF0F", "\uFFFD", "\uD83D", "\uDE00", "é", "\u05D0",
        ];
        var texts = Gen.Elements(parts).ArrayOf().Select(some => string.Concat(some));

        Prop.ForAll(texts.ToArbitrary(), text =>
            (!UrlText.TryRead(text, out var alone) || IsReadAgain(alone)) && (!UrlText.TryJoin(Page, text, out var joined) || IsReadAgain(joined)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    private static bool IsReadAgain(Uri url) => url.Scheme is not ("http" or "https") || UrlText.TryRead(url.AbsoluteUri, out _);
}
