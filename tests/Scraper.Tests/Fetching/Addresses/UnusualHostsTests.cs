using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.Discovery;
using Scraper.Fetching;
using Scraper.Fetching.Addresses;
using Scraper.Fetching.Politeness;
using Xunit;

namespace Scraper.Tests.Fetching.Addresses;

public sealed class UnusualHostsTests
{
    private static readonly UrlGate Gate = new(new AllowList([], new ConnectMap(new Dictionary<string, string>())));

    [Theory]
    [InlineData("http://a\u200Db.test/")]
    [InlineData("http://pa.test\u200D/x")]
    [InlineData("http://x\u0378.test/")]
    [InlineData("http://\u2100.test/")]
    [InlineData("http://\u2488.test/")]
    [InlineData("http://\u00AD/")]
    [InlineData("http://\u00AD\u00AD\u00AD:8080/")]
    [InlineData("http://👩\u200D💻.test/")]
    [InlineData("http://a\uFF0Fb.test/")]
    [InlineData("http://a\u2024b.test/")]
    [InlineData("http://x\uFFFD.test/")]
    [InlineData("http://\u202E.pa.test/")]
    [InlineData("http://pa.\u202E.test/")]
    [InlineData("http://\u202E/")]
    [InlineData("http://éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé.test/")]
    public async Task A_host_that_IDNA_refuses_is_refused_and_no_error(string text)
    {
        Gate.Judge(text, out _)!.Reason.Should().Be(BlockReason.InvalidUrl);
        ReadEverywhere(text);

        using var fetcher = LoopbackWeb.Fetcher(new FetchOptions());
        (await fetcher.FetchAsync(LoopbackWeb.Get(text), CancellationToken.None)).Should().BeOfType<FetchResult.Blocked>().Which.Reason.Should().Be(BlockReason.InvalidUrl);
    }

    [Theory]
    [InlineData("http://BÜCHER.example./a", "xn--bcher-kva.example")]
    [InlineData("http://\u65E5\u672C\u8A9E\u3002jp/", "xn--wgv71a119e.jp")]
    [InlineData("http://a_b.test/", "a_b.test")]
    [InlineData("http://-a.test/", "-a.test")]
    [InlineData("http://[2606:4700::1111]/", "2606:4700::1111")]
    public void A_host_is_read_as_the_network_knows_it(string text, string host)
    {
        UrlHost.Of(new Uri(text)).Should().Be(host);
        Gate.Judge(text, out _).Should().BeNull();
        ReadEverywhere(text);
    }

    [Fact]
    public void No_text_of_a_URL_is_an_error()
    {
        string[] parts =
        [
            "http://", "https://", "HTTP://", "/", ".", "..", "a", "xn--", "xn--a", ":", "80", "99999", "@", "%", "%41", "%E9", "[", "]", "::1", "?", "#", "#!", "&", "=", "utm_source=x", "\\", " ", "\t", "\0",
            "\u200D", "\u200C", "\u00AD", "\u0378", "\u2100", "\u2488", "\u3002", "\uFF0F", "\uFF0E", "\u2024", "\u202E", "\uFFFD", "\uD83D", "\uDE00", "😀", "é", "ß", "\u0660", "\u05D0", "0x7f", "1",
            "www.", "www.google.com/amp/s/", "x.cdn.ampproject.org/c/s/", "index.html", "/amp/", "localhost", new string('é', 64), new string('a', 300), new string('é', 7_000),
        ];
        var texts = Gen.Elements(parts).ArrayOf().Select(some => string.Concat(some));

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            ReadEverywhere("http://" + text);
            ReadEverywhere(text);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    /// <summary>All that is done with a link of a stranger's page before it is asked for.</summary>
    private static void ReadEverywhere(string text)
    {
        Gate.Judge(text, out _);
        if (UrlText.TryRead(text, out var url) && url.Scheme is "http" or "https")
        {
            UrlHost.Of(url);
            HostKey.OriginOf(url);
            HomeOrigin.Owns(url, url);
            SiteRuleSet.Empty.ForUrl(url, null);
            new SiteRule { Name = "a", Hosts = ["a.test"] }.FetchingOf(url);
            CanonicalUrl.Key(url);
            DeclaredUrl.IsBelieved(url, url);
            new UrlPatterns(new SiteDiscovery { Include = ["é"], Exclude = ["a"] }).Wants(CanonicalUrl.Of(url));
            if (Gate.Judge(url) is null)
            {
                new Uri(CanonicalUrl.Of(url).AbsoluteUri).IsAbsoluteUri.Should().BeTrue("it is kept as a text");
            }
        }
    }
}
