using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Xunit;

namespace Scraper.Tests.Fetching;

public class PageFetcherTests
{
    [Fact]
    public async Task A_page_comes_with_its_type_charset_validators_and_signals()
    {
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            context.Response.ContentType = "Text/HTML; Charset=\"windows-1252\"";
            context.Response.Headers.ETag = "W/\"1\"";
            context.Response.Headers.LastModified = "Sun, 01 Mar 2026 12:00:00 GMT";
            context.Response.Headers["X-Robots-Tag"] = "otherbot: noindex, scraper: noarchive";
            return context.Response.WriteAsync("<meta name='tdm-reservation' content='1'><p>hello");
        });

        var page = await PageAsync(web, LoopbackWeb.Get("http://a.test/x"));

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
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync(head));

        (await PageAsync(web, LoopbackWeb.Get("http://a.test/"))).Signals.Should().Be(new PageSignals(noIndex, noArchive, false));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Content_codings_are_undone(string coding)
    {
        var text = string.Concat(Enumerable.Repeat("A page that compresses well. ", 5_000));
        await using var web = await LoopbackWeb.StartAsync(async context =>
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

        Encoding.UTF8.GetString((await PageAsync(web, LoopbackWeb.Get("http://a.test/"))).Body.Span).Should().Be(text);
    }

    [Fact]
    public async Task Known_validators_make_a_304_an_answer()
    {
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" && context.Request.Headers.IfModifiedSince == "yesterday" ? 304 : 200;
            return Task.CompletedTask;
        });
        using var fetcher = LoopbackWeb.Fetcher(web.Options("a.test") with { IgnoreRobots = true });

        var result = await fetcher.FetchAsync(LoopbackWeb.Get("http://a.test/", known: new Validators("\"1\"", "yesterday")), CancellationToken.None);

        result.Should().BeOfType<FetchResult.NotModified>();
    }

    [Fact]
    public async Task The_User_Agent_says_who_asks_and_how_to_reach_them()
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync("ok"));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("a.test") with { IgnoreRobots = true, Contact = "https://example.org/bot" });

        await fetcher.FetchAsync(LoopbackWeb.Get("http://a.test/"), CancellationToken.None);
        await fetcher.FetchAsync(LoopbackWeb.Get("http://a.test/", new SiteFetching { UserAgent = "Other/1" }), CancellationToken.None);

        web.Seen.Select(seen => seen.Headers.UserAgent.ToString()).Should().Equal("Scraper/0.1 (+https://example.org/bot)", "Other/1");
    }

    [Fact]
    public async Task Ten_redirects_are_followed_and_the_final_URL_is_kept()
    {
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            var step = int.Parse(context.Request.Path.Value!.Trim('/'), null);
            if (step < 10)
            {
                context.Response.Redirect($"/{step + 1}");
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync("there");
        });

        var page = await PageAsync(web, LoopbackWeb.Get("http://a.test/0"));

        page.RequestedUrl.Should().Be(new Uri("http://a.test/0"));
        page.FinalUrl.Should().Be(new Uri("http://a.test/10"));
    }

    [Theory]
    [InlineData("http://a.test/login", false)]
    [InlineData("http://a.test/", false)]
    [InlineData("http://www.a.test/story/", true)]
    public async Task Validators_go_behind_a_redirect_to_the_same_page_only(string to, bool go)
    {
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            if (context.Request.Path == "/story")
            {
                context.Response.Redirect(to);
                return Task.CompletedTask;
            }

            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
            return context.Response.StatusCode == 304 ? Task.CompletedTask : context.Response.WriteAsync("another page");
        });
        using var fetcher = LoopbackWeb.Fetcher(web.Options("a.test", "www.a.test") with { IgnoreRobots = true });

        var result = await fetcher.FetchAsync(LoopbackWeb.Get("http://a.test/story", known: new Validators("\"1\"", null)), CancellationToken.None);

        (result is FetchResult.NotModified).Should().Be(go);
        (result is FetchResult.Fetched).Should().Be(!go);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("UTF-8")]
    [InlineData("identity, binary")]
    public async Task A_content_encoding_that_is_no_coding_is_passed_over(string coding)
    {
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = coding;
            return context.Response.WriteAsync("the page");
        });
        using var fetcher = LoopbackWeb.Fetcher(web.Options("a.test") with { IgnoreRobots = true });

        var result = await fetcher.FetchAsync(LoopbackWeb.Get("http://a.test/"), CancellationToken.None);

        System.Text.Encoding.UTF8.GetString(result.Should().BeOfType<FetchResult.Fetched>().Which.Page.Body.Span).Should().Be("the page");
    }

    [Fact]
    public async Task A_content_coding_that_was_not_asked_for_is_a_failure()
    {
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "zstd";
            return context.Response.WriteAsync("the page");
        });
        using var fetcher = LoopbackWeb.Fetcher(web.Options("a.test") with { IgnoreRobots = true });

        (await fetcher.FetchAsync(LoopbackWeb.Get("http://a.test/"), CancellationToken.None)).Should().BeOfType<FetchResult.Failed>().Which.Kind.Should().Be(FailureKind.Encoding);
    }

    [Fact]
    public async Task An_eleventh_redirect_is_one_too_many()
    {
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            context.Response.Redirect($"{context.Request.Path}x");
            return Task.CompletedTask;
        });
        using var fetcher = LoopbackWeb.Fetcher(web.Options("a.test") with { IgnoreRobots = true });

        var result = await fetcher.FetchAsync(LoopbackWeb.Get("http://a.test/x"), CancellationToken.None);

        result.Should().BeOfType<FetchResult.Failed>().Which.Kind.Should().Be(FailureKind.TooManyRedirects);
        web.Seen.Should().HaveCount(11);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_ends_the_fetch()
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync("ok"));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("a.test") with { IgnoreRobots = true, TrustAnyCertificateOf = ["b.test"] });

        var result = await fetcher.FetchAsync(LoopbackWeb.Get("https://a.test/"), CancellationToken.None);

        result.Should().BeOfType<FetchResult.Failed>().Which.Kind.Should().Be(FailureKind.Tls);
        web.Seen.Should().BeEmpty();
    }

    [Fact]
    public async Task An_exception_from_certificate_checks_is_logged_with_its_host()
    {
        var log = new ListLogger();
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync("ok"));
        using var fetcher = new PageFetcher(web.Options("a.test") with { IgnoreRobots = true }, new InMemoryFetchStateStore(), TimeProvider.System, log, System.Net.Dns.GetHostAddressesAsync);

        (await fetcher.FetchAsync(LoopbackWeb.Get("https://a.test/"), CancellationToken.None)).Should().BeOfType<FetchResult.Fetched>();

        log.Lines.Should().ContainSingle().Which.Should().StartWith("Warning: The certificate of a.test is not valid");
    }

    [Theory]
    [InlineData("http://a.test/", "HTTP/1.1")]
    [InlineData("https://a.test/", "HTTP/2")]
    public async Task One_connection_serves_many_pages_with_HTTP_2_where_it_is_offered(string url, string protocol)
    {
        var connections = new ConcurrentBag<string>();
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            connections.Add(context.Connection.Id);
            return context.Response.WriteAsync("ok");
        });
        using var fetcher = LoopbackWeb.Fetcher(web.Options("a.test") with { IgnoreRobots = true });

        for (var i = 0; i < 5; i++)
        {
            await fetcher.FetchAsync(LoopbackWeb.Get(url + i), CancellationToken.None);
        }

        connections.Should().HaveCount(5);
        connections.Distinct().Should().ContainSingle();
        web.Seen.Should().OnlyContain(seen => seen.Protocol == protocol);
    }

    [Theory]
    [InlineData(403, FetchPurpose.Article, true)]
    [InlineData(404, FetchPurpose.NextPage, true)]
    [InlineData(500, FetchPurpose.FrontPage, true)]
    [InlineData(403, FetchPurpose.Feed, false)]
    [InlineData(403, FetchPurpose.Sitemap, false)]
    public async Task What_a_server_says_with_an_error_comes_along_up_to_a_bound(int status, FetchPurpose purpose, bool comes)
    {
        await using var web = await LoopbackWeb.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<title>Access denied</title>" + new string('a', 1_000_000));
        });
        using var fetcher = LoopbackWeb.Fetcher(web.Options("a.test") with { IgnoreRobots = true });

        var failed = (await fetcher.FetchAsync(LoopbackWeb.Get("http://a.test/", purpose: purpose), CancellationToken.None)).Should().BeOfType<FetchResult.Failed>().Which;

        failed.Status.Should().Be(status);
        (failed.Page?.Body.Length).Should().Be(comes ? 256 * 1024 : null);
        (failed.Page is not null).Should().Be(comes);
    }

    [Fact]
    public async Task An_error_whose_body_never_ends_is_that_error()
    {
        await using var web = await LoopbackWeb.StartAsync(async context =>
        {
            context.Response.StatusCode = 404;
            await context.Response.WriteAsync("<title>");
            await Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        using var fetcher = LoopbackWeb.Fetcher(web.Options("a.test") with { IgnoreRobots = true });
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var failed = (await fetcher.FetchAsync(LoopbackWeb.Get("http://a.test/"), CancellationToken.None)).Should().BeOfType<FetchResult.Failed>().Which;

        failed.Should().Match<FetchResult.Failed>(f => f.Kind == FailureKind.NotFound && f.Page == null);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_site_cannot_set_headers_that_frame_or_break_the_request()
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync("ok"));
        var site = new SiteFetching { Headers = new Dictionary<string, string> { ["Host"] = "evil.test", ["X-A"] = "a\r\nX-B: b", ["Accept-Language"] = "de", ["Bad Name"] = "x" } };

        await PageAsync(web, LoopbackWeb.Get("http://a.test/", site));

        var seen = web.Seen.Single();
        seen.Host.Should().Be("a.test");
        seen.Headers.AcceptLanguage.ToString().Should().Be("de");
        seen.Headers.Should().NotContainKeys("X-A", "X-B", "Bad Name");
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task The_user_that_the_proxys_address_names_is_told_to_the_proxy(string scheme)
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync("ok"));
        await using var proxy = await AskingProxyAsync();
        using var fetcher = ProxiedFetcher(web, $"http://ann:h%40us%3Ah@127.0.0.1:{proxy.Port}");

        var result = await fetcher.FetchAsync(LoopbackWeb.Get($"{scheme}://a.test/"), CancellationToken.None);

        if (scheme == "http")
        {
            result.Should().BeOfType<FetchResult.Fetched>();
        }

        proxy.Seen.Last().Headers["Proxy-Authorization"].ToString().Should().Be("Basic " + Convert.ToBase64String("ann:h@us:h"u8));
        web.Seen.Should().BeEmpty("all goes by the proxy");
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task A_proxy_that_refuses_its_user_is_a_failure_of_the_proxy_that_tells_no_password(string scheme)
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync("ok"));
        await using var proxy = await AskingProxyAsync();
        using var fetcher = ProxiedFetcher(web, $"http://ann:wrong@127.0.0.1:{proxy.Port}");

        var result = await fetcher.FetchAsync(LoopbackWeb.Get($"{scheme}://a.test/"), CancellationToken.None);

        var failure = result.Should().BeOfType<FetchResult.Failed>().Which;
        failure.Kind.Should().Be(FailureKind.Proxy);
        failure.Message.Should().NotContain("wrong");
    }

    private static PageFetcher ProxiedFetcher(LoopbackWeb web, string proxy) =>
        LoopbackWeb.Fetcher(web.Options("a.test") with { IgnoreRobots = true, Proxy = new Uri(proxy) });

    private static Task<LoopbackWeb> AskingProxyAsync() => LoopbackWeb.StartAsync(context =>
    {
        if (context.Request.Headers["Proxy-Authorization"] == "Basic " + Convert.ToBase64String("ann:h@us:h"u8))
        {
            return context.Response.WriteAsync("ok");
        }

        context.Response.StatusCode = 407;
        context.Response.Headers["Proxy-Authenticate"] = "Basic realm=\"proxy\"";
        return Task.CompletedTask;
    });

    private sealed class ListLogger : ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel}: {formatter(state, exception)}");
    }

    private static async Task<RawPage> PageAsync(LoopbackWeb web, FetchRequest request)
    {
        using var fetcher = LoopbackWeb.Fetcher(web.Options("a.test") with { IgnoreRobots = true });
        var result = await fetcher.FetchAsync(request, CancellationToken.None);
        return result.Should().BeOfType<FetchResult.Fetched>().Which.Page;
    }
}
