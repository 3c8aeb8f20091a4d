using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Scraper.Fetching;
using Xunit;

namespace Scraper.Tests.Fetching.Robots;

public class RobotsCacheTests
{
    private const string Url = "http://site.test/private/a";

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(401, true)]
    [InlineData(410, true)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public async Task A_status_of_4xx_allows_all_and_429_or_5xx_nothing(int status, bool allowed)
    {
        await using var web = await LoopbackWeb.StartAsync(context => Answer(context, status, string.Empty));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("site.test"));

        var result = await fetcher.FetchAsync(LoopbackWeb.Get(Url), CancellationToken.None);

        (result is FetchResult.Fetched).Should().Be(allowed);
        if (!allowed)
        {
            result.Should().BeOfType<FetchResult.Blocked>().Which.Reason.Should().Be(BlockReason.RobotsUnreachable);
        }
    }

    [Fact]
    public async Task A_proxy_that_wants_a_user_is_a_failure_of_the_proxy_and_allows_nothing()
    {
        var states = new InMemoryFetchStateStore();
        await using var proxy = await LoopbackWeb.StartAsync(context => Answer(context, 407, "who are you?"));
        using var fetcher = LoopbackWeb.Fetcher(proxy.Options("site.test") with { Proxy = new Uri($"http://127.0.0.1:{proxy.Port}") }, states);

        var result = await fetcher.FetchAsync(LoopbackWeb.Get(Url), CancellationToken.None);

        result.Should().BeOfType<FetchResult.Failed>().Which.Should().Match<FetchResult.Failed>(f => f.Kind == FailureKind.Proxy && f.Status == 407 && f.Page == null);
        (await states.ReadRobotsAsync("http://site.test", CancellationToken.None))!.State.Should().Be(RobotsState.Unreachable);
        proxy.Seen.Should().OnlyContain(seen => seen.Path == "/robots.txt");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("User-agent: *\nDisallow: /caf\uFFFD\n")]
    public async Task Octets_that_are_not_UTF_8_are_compared_as_they_are(string? keptByEarlierVersions)
    {
        await using var web = await LoopbackWeb.StartAsync(async context =>
        {
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch.Count > 0 ? 304 : 200;
            if (context.Response.StatusCode == 200)
            {
                await context.Response.Body.WriteAsync("User-agent: *\nDisallow: /caf\u00e9\n".Select(c => (byte)c).ToArray());
            }
        });
        var states = new InMemoryFetchStateStore();
        if (keptByEarlierVersions is not null)
        {
            await states.WriteRobotsAsync(new RobotsRecord("http://site.test", RobotsState.Found, keptByEarlierVersions, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, new Validators("\"1\"", null)), CancellationToken.None);
        }

        using var fetcher = LoopbackWeb.Fetcher(web.Options("site.test"), states);

        (await fetcher.FetchAsync(LoopbackWeb.Get("http://site.test/caf%E9/secret"), CancellationToken.None)).Should().BeOfType<FetchResult.Blocked>().Which.Reason.Should().Be(BlockReason.Robots);
    }

    [Fact]
    public async Task A_disallowed_URL_is_never_asked_for()
    {
        await using var web = await LoopbackWeb.StartAsync(context => Answer(context, 200, "User-agent: scraper\nDisallow: /private/\n"));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("site.test"));

        (await fetcher.FetchAsync(LoopbackWeb.Get(Url), CancellationToken.None)).Should().BeOfType<FetchResult.Blocked>().Which.Reason.Should().Be(BlockReason.Robots);
        (await fetcher.FetchAsync(LoopbackWeb.Get("http://site.test/open"), CancellationToken.None)).Should().BeOfType<FetchResult.Fetched>();

        web.Seen.Select(seen => seen.Path).Should().Equal("/robots.txt", "/open");
    }

    [Fact]
    public async Task A_copy_is_kept_for_a_day_over_a_restart_and_then_asked_for_with_its_validators()
    {
        var clock = new ManualClock();
        var states = new InMemoryFetchStateStore();
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            context.Response.Headers.ETag = "\"r1\"";
            return Answer(context, context.Request.Headers.IfNoneMatch == "\"r1\"" ? 304 : 200, "User-agent: *\nDisallow: /private/\n");
        });

        for (var i = 0; i < 3; i++)
        {
            using var fetcher = LoopbackWeb.Fetcher(web.Options("site.test"), states, clock);
            (await fetcher.FetchAsync(LoopbackWeb.Get(Url), CancellationToken.None)).Should().BeOfType<FetchResult.Blocked>();
            clock.Advance(TimeSpan.FromHours(13));
        }

        web.Seen.Should().HaveCount(2);
        web.Seen.Last().Headers.IfNoneMatch.ToString().Should().Be("\"r1\"");
    }

    [Fact]
    public async Task A_copy_read_earlier_is_honoured_while_the_file_cannot_be_read()
    {
        var (clock, down) = (new ManualClock(), false);
        await using var web = await LoopbackWeb.StartAsync(context => down && context.Request.Path == "/robots.txt"
            ? Answer(context, 503, string.Empty)
            : Answer(context, 200, "User-agent: *\nDisallow: /private/\n"));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("site.test"), clock: clock);
        await fetcher.FetchAsync(LoopbackWeb.Get("http://site.test/open"), CancellationToken.None);

        down = true;
        clock.Advance(TimeSpan.FromHours(30));

        (await fetcher.FetchAsync(LoopbackWeb.Get(Url), CancellationToken.None)).Should().BeOfType<FetchResult.Blocked>().Which.Reason.Should().Be(BlockReason.Robots);
        (await fetcher.FetchAsync(LoopbackWeb.Get("http://site.test/open"), CancellationToken.None)).Should().BeOfType<FetchResult.Fetched>();
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public async Task Five_redirects_are_followed_and_a_sixth_means_there_is_no_file(int redirects, bool allowed)
    {
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            var path = context.Request.Path.Value!;
            var step = path == "/robots.txt" ? 0 : path.StartsWith("/r", StringComparison.Ordinal) ? int.Parse(path[2..], null) : 100;
            if (step < redirects)
            {
                context.Response.Redirect($"/r{step + 1}");
                return Task.CompletedTask;
            }

            return Answer(context, 200, "User-agent: *\nDisallow: /private/\n");
        });
        using var fetcher = LoopbackWeb.Fetcher(web.Options("site.test"));

        (await fetcher.FetchAsync(LoopbackWeb.Get(Url), CancellationToken.None) is FetchResult.Fetched).Should().Be(allowed);
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_is_said_to_be_that()
    {
        var states = new InMemoryFetchStateStore();
        using var fetcher = LoopbackWeb.Fetcher(new FetchOptions { Delay = TimeSpan.Zero, Timeout = TimeSpan.FromSeconds(5) }, states);

        var result = await fetcher.FetchAsync(LoopbackWeb.Get("http://nowhere.invalid/"), CancellationToken.None);
        var next = await fetcher.FetchAsync(LoopbackWeb.Get("http://nowhere.invalid/b"), CancellationToken.None);

        var failed = result.Should().BeOfType<FetchResult.Failed>().Which;
        failed.Kind.Should().Be(FailureKind.Dns);
        var known = (await states.ReadRobotsAsync("http://nowhere.invalid", CancellationToken.None))!;
        next.Should().Be(new FetchResult.Failed(FailureKind.Dns, failed.Message, RetryAt: known.ExpiresAt), "nothing has been learnt since");
    }

    [Fact]
    public async Task Concurrent_fetches_ask_for_the_file_once()
    {
        await using var web = await LoopbackWeb.StartAsync(context => Answer(context, 200, string.Empty));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("site.test"));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => fetcher.FetchAsync(LoopbackWeb.Get($"http://site.test/{i}"), CancellationToken.None)));

        web.Seen.Count(seen => seen.Path == "/robots.txt").Should().Be(1);
    }

    private static Task Answer(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = context.Request.Path == "/robots.txt" || status == 304 ? status : 200;
        return status == 304 ? Task.CompletedTask : context.Response.WriteAsync(body);
    }
}
