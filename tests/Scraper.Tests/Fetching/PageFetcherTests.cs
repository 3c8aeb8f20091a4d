using System.IO.Compression;
using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Xunit;

namespace Scraper.Tests.Fetching;

public class PageFetcherTests
{
    [Fact]
    public async Task A_page_comes_with_its_type_charset_validators_and_signals()
    {
        await using var web = await Web.StartAsync(context =>
        {
            context.Response.ContentType = "Text/HTML; Charset=\"windows-1252\"";
            context.Response.Headers.ETag = "W/\"1\"";
            context.Response.Headers.LastModified = "Sun, 01 Mar 2026 12:00:00 GMT";
            context.Response.Headers["X-Robots-Tag"] = "otherbot: noindex, scraper: noarchive";
            return context.Response.WriteAsync("<meta name='tdm-reservation' content='1'><p>hello");
        });

        var page = await PageAsync(web, Web.Get("http://a.test/x"));

        page.ContentType.Should().Be("text/html");
        page.Charset.Should().Be("windows-1252");
        page.Validators.Should().Be(new Validators("W/\"1\"", "Sun, 01 Mar 2026 12:00:00 GMT"));
        page.Signals.Should().Be(new PageSignals(NoIndex: false, NoArchive: true, TdmReservation: true));
        Encoding.UTF8.GetString(page.Body.Span).Should().EndWith("<p>hello");
    }

    [Theory]
    [InlineData("<META NAME=robots CONTENT='NOINDEX,follow'>", true, false)]
    [InlineData("<meta content=\"none\" name=\"robots\">", true, true)]
    [InlineData("<meta name=googlebot content=noindex>", false, false)]
    [InlineData("<meta name=description content='noindex'>", false, false)]
    public async Task Robots_metas_are_recorded(string head, bool noIndex, bool noArchive)
    {
        await using var web = await Web.StartAsync(context => context.Response.WriteAsync(head));

        (await PageAsync(web, Web.Get("http://a.test/"))).Signals.Should().Be(new PageSignals(noIndex, noArchive, false));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Content_codings_are_undone(string coding)
    {
        var text = string.Concat(Enumerable.Repeat("A page that compresses well. ", 5_000));
        await using var web = await Web.StartAsync(async context =>
        {
            context.Request.Headers.AcceptEncoding.ToString().Should().Contain(coding);
            context.Response.Headers.ContentEncoding = coding;
            await using Stream coder = coding switch
            {
                "gzip" => new GZipStream(context.Response.Body, CompressionLevel.Optimal),
                "br" => new BrotliStream(context.Response.Body, CompressionLevel.Optimal),
                _ => new ZLibStream(context.Response.Body, CompressionLevel.Optimal),
            };
            await coder.WriteAsync(Encoding.UTF8.GetBytes(text));
        });

        Encoding.UTF8.GetString((await PageAsync(web, Web.Get("http://a.test/"))).Body.Span).Should().Be(text);
    }

    [Fact]
    public async Task Known_validators_make_a_304_an_answer()
    {
        await using var web = await Web.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" && context.Request.Headers.IfModifiedSince == "yesterday" ? 304 : 200;
            return Task.CompletedTask;
        });
        using var fetcher = Web.Fetcher(web.Options("a.test") with { IgnoreRobots = true });

        var result = await fetcher.FetchAsync(Web.Get("http://a.test/", known: new Validators("\"1\"", "yesterday")), CancellationToken.None);

        result.Should().BeOfType<FetchResult.NotModified>();
    }

    [Fact]
    public async Task The_User_Agent_says_who_asks_and_how_to_reach_them()
    {
        await using var web = await Web.StartAsync(context => context.Response.WriteAsync("ok"));
        using var fetcher = Web.Fetcher(web.Options("a.test") with { IgnoreRobots = true, Contact = "https://example.org/bot" });

        await fetcher.FetchAsync(Web.Get("http://a.test/"), CancellationToken.None);
        await fetcher.FetchAsync(Web.Get("http://a.test/", new SiteFetching { UserAgent = "Other/1" }), CancellationToken.None);

        web.Seen.Select(seen => seen.Headers.UserAgent.ToString()).Should().Equal("Scraper/0.1 (+https://example.org/bot)", "Other/1");
    }

    [Fact]
    public async Task Ten_redirects_are_followed_and_the_final_URL_is_kept()
    {
        await using var web = await Web.StartAsync(context =>
        {
            var step = int.Parse(context.Request.Path.Value!.Trim('/'), null);
            if (step < 10)
            {
                context.Response.Redirect($"/{step + 1}");
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync("there");
        });

        var page = await PageAsync(web, Web.Get("http://a.test/0"));

        page.RequestedUrl.Should().Be(new Uri("http://a.test/0"));
        page.FinalUrl.Should().Be(new Uri("http://a.test/10"));
    }

    [Fact]
    public async Task An_eleventh_redirect_is_one_too_many()
    {
        await using var web = await Web.StartAsync(context =>
        {
            context.Response.Redirect($"{context.Request.Path}x");
            return Task.CompletedTask;
        });
        using var fetcher = Web.Fetcher(web.Options("a.test") with { IgnoreRobots = true });

        var result = await fetcher.FetchAsync(Web.Get("http://a.test/x"), CancellationToken.None);

        result.Should().BeOfType<FetchResult.Failed>().Which.Kind.Should().Be(FailureKind.TooManyRedirects);
        web.Seen.Should().HaveCount(11);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_ends_the_fetch()
    {
        await using var web = await Web.StartAsync(context => context.Response.WriteAsync("ok"));
        using var fetcher = Web.Fetcher(web.Options("a.test") with { IgnoreRobots = true, TrustAnyCertificateOf = ["b.test"] });

        var result = await fetcher.FetchAsync(Web.Get("https://a.test/"), CancellationToken.None);

        result.Should().BeOfType<FetchResult.Failed>().Which.Kind.Should().Be(FailureKind.Tls);
        web.Seen.Should().BeEmpty();
    }

    [Fact]
    public async Task A_site_cannot_set_headers_that_frame_or_break_the_request()
    {
        await using var web = await Web.StartAsync(context => context.Response.WriteAsync("ok"));
        var site = new SiteFetching { Headers = new Dictionary<string, string> { ["Host"] = "evil.test", ["X-A"] = "a\r\nX-B: b", ["Accept-Language"] = "de", ["Bad Name"] = "x" } };

        await PageAsync(web, Web.Get("http://a.test/", site));

        var seen = web.Seen.Single();
        seen.Host.Should().Be("a.test");
        seen.Headers.AcceptLanguage.ToString().Should().Be("de");
        seen.Headers.Should().NotContainKeys("X-A", "X-B", "Bad Name");
    }

    private static async Task<RawPage> PageAsync(Web web, FetchRequest request)
    {
        using var fetcher = Web.Fetcher(web.Options("a.test") with { IgnoreRobots = true });
        var result = await fetcher.FetchAsync(request, CancellationToken.None);
        return result.Should().BeOfType<FetchResult.Fetched>().Which.Page;
    }
}
