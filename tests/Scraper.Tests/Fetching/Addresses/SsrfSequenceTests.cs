using System.Net;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Fetching.Addresses;
using Scraper.Tests.Fetching.Hostile;
using Xunit;

namespace Scraper.Tests.Fetching.Addresses;

public class SsrfSequenceTests
{
    private static readonly IPAddress Public = IPAddress.Parse("93.184.216.34");

    public static TheoryData<int, string> Redirects => new()
    {
        { 301, "http://127.0.0.1:{0}/" },
        { 302, "http://169.254.169.254/latest/meta-data/" },
        { 303, "http://169.254.169.254/latest/meta-data/" },
        { 307, "http://169.254.169.254/latest/meta-data/" },
        { 308, "http://169.254.169.254/latest/meta-data/" },
        { 302, "//127.0.0.1:{0}/" },
        { 302, "http://127.0.0.1:{0}\\@public.test/" },
        { 302, "\\\\127.0.0.1:{0}\\" },
        { 302, "/\\127.0.0.1:{0}/" },
        { 302, "http://[::ffff:127.0.0.1]:{0}/" },
        { 302, "http://localhost:{0}/" },
        { 302, "file:///etc/passwd" },
        { 302, "gopher://127.0.0.1:{0}/_x" },
    };

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task A_redirect_to_a_place_that_is_not_public_is_not_followed(int status, string location)
    {
        await using var victim = Victim();
        await using var web = await LoopbackWeb.StartAsync(context => RedirectAsync(context, status, string.Format(null, location, victim.EndPoint.Port)));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("public.test") with { IgnoreRobots = true });

        var result = await fetcher.FetchAsync(LoopbackWeb.Get("http://public.test/a"), CancellationToken.None);

        result.Should().BeOfType<FetchResult.Blocked>().Which.Reason.Should().BeOneOf(BlockReason.Address, BlockReason.Scheme, BlockReason.InvalidUrl);
        victim.Accepted.Should().Be(0);
        web.Seen.Should().HaveCount(1);
    }

    [Fact]
    public async Task The_last_hop_of_a_chain_is_checked_too()
    {
        await using var web = await LoopbackWeb.StartAsync(context => RedirectAsync(context, 302, context.Request.Host.Host == "public.test" ? "http://other.test/" : "http://[::1]/"));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("public.test", "other.test") with { IgnoreRobots = true });

        var result = await fetcher.FetchAsync(LoopbackWeb.Get("http://public.test/"), CancellationToken.None);

        result.Should().BeOfType<FetchResult.Blocked>().Which.Reason.Should().Be(BlockReason.Address);
        web.Seen.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_redirect_from_https_to_http_is_followed_without_cookies_and_is_recorded()
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Request.IsHttps ? RedirectAsync(context, 302, "http://public.test/a") : context.Response.WriteAsync("ok"));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("public.test") with { IgnoreRobots = true });

        var result = await fetcher.FetchAsync(LoopbackWeb.Get("https://public.test/", WithSecrets()), CancellationToken.None);

        result.Should().BeOfType<FetchResult.Fetched>().Which.Page.FinalUrl.Should().Be(new Uri("http://public.test/a"));
        var (first, second) = (web.Seen.First(), web.Seen.Last());
        first.Headers.Authorization.Should().ContainSingle("Bearer secret");
        first.Headers.Cookie.ToString().Should().Be("session=1");
        first.Protocol.Should().Be("HTTP/2");
        second.Headers.Should().NotContainKeys("Authorization", "Cookie", "X-Site");
    }

    [Fact]
    public async Task Secrets_of_a_site_are_not_sent_to_another_host()
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Request.Host.Host == "a.test" ? RedirectAsync(context, 302, "https://b.test/") : context.Response.WriteAsync("ok"));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("a.test", "b.test") with { IgnoreRobots = true });

        await fetcher.FetchAsync(LoopbackWeb.Get("https://a.test/", WithSecrets()), CancellationToken.None);

        web.Seen.Last().Host.Should().Be("b.test");
        web.Seen.Last().Headers.Should().NotContainKeys("Authorization", "Cookie", "X-Site");
    }

    [Fact]
    public async Task Secrets_of_a_site_are_not_sent_with_the_question_for_another_host_s_robots_txt()
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Request is { Host.Host: "a.test", Path.Value: "/" } ? RedirectAsync(context, 302, "https://b.test/") : context.Response.WriteAsync("ok"));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("a.test", "b.test"));

        await fetcher.FetchAsync(LoopbackWeb.Get("https://a.test/", WithSecrets()), CancellationToken.None);

        web.Seen.Select(seen => (seen.Host, seen.Path, seen.Headers.ContainsKey("Authorization") || seen.Headers.ContainsKey("Cookie") || seen.Headers.ContainsKey("X-Site")))
            .Should().Equal(("a.test", "/robots.txt", true), ("a.test", "/", true), ("b.test", "/robots.txt", false), ("b.test", "/", false));
    }

    [Fact]
    public async Task A_meta_refresh_is_not_followed()
    {
        await using var victim = Victim();
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync($"<meta http-equiv=refresh content='0;url=http://127.0.0.1:{victim.EndPoint.Port}/'><link rel=canonical href='http://127.0.0.1:{victim.EndPoint.Port}/'><img src='http://127.0.0.1:{victim.EndPoint.Port}/'>"));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("public.test"));

        (await fetcher.FetchAsync(LoopbackWeb.Get("http://public.test/"), CancellationToken.None)).Should().BeOfType<FetchResult.Fetched>();

        victim.Accepted.Should().Be(0);
    }

    [Fact]
    public async Task Of_mixed_answers_only_the_public_address_is_dialled()
    {
        var dialler = Dialler((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, Public]));

        (await dialler.CheckAsync("public.test", 80, CancellationToken.None)).Should().Equal(Public);
    }

    [Theory]
    [InlineData("10.0.0.5")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("127.0.0.1")]
    public async Task A_name_that_leads_inside_is_blocked(string address)
    {
        using var fetcher = Resolving((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]));

        var result = await fetcher.FetchAsync(LoopbackWeb.Get("http://public.test/"), CancellationToken.None);

        result.Should().BeOfType<FetchResult.Blocked>().Which.Reason.Should().Be(BlockReason.Address);
    }

    [Fact]
    public async Task A_name_is_resolved_once_a_connection_so_that_the_checked_address_is_the_dialled_one()
    {
        await using var victim = Victim();
        var lookups = 0;
        using var fetcher = Resolving((_, _) => Task.FromResult<IPAddress[]>([Interlocked.Increment(ref lookups) == 1 ? IPAddress.Parse("240.0.0.1") : IPAddress.Loopback]));

        var first = await fetcher.FetchAsync(LoopbackWeb.Get($"http://public.test:{victim.EndPoint.Port}/"), CancellationToken.None);
        var second = await fetcher.FetchAsync(LoopbackWeb.Get($"http://public.test:{victim.EndPoint.Port}/"), CancellationToken.None);

        first.Should().BeOfType<FetchResult.Blocked>();
        second.Should().BeOfType<FetchResult.Blocked>();
        lookups.Should().Be(2);
        victim.Accepted.Should().Be(0);
    }

    [Fact]
    public async Task A_new_connection_is_checked_again_when_the_pooled_one_has_closed()
    {
        var inside = false;
        await using var server = new HostileServer(async (_, _, connection, token) =>
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok"u8.ToArray(), token));
        var port = server.EndPoint.Port;
        using var fetcher = new PageFetcher(
            new FetchOptions { Delay = TimeSpan.Zero, IgnoreRobots = true, Allow = [$"public.test:{port}=127.0.0.1/32"] },
            new InMemoryFetchStateStore(), TimeProvider.System, NullLogger.Instance,
            (_, _) => Task.FromResult<IPAddress[]>([inside ? IPAddress.Parse("10.0.0.1") : IPAddress.Loopback]));

        var first = await fetcher.FetchAsync(LoopbackWeb.Get($"http://public.test:{port}/"), CancellationToken.None);
        inside = true;
        var second = await fetcher.FetchAsync(LoopbackWeb.Get($"http://public.test:{port}/"), CancellationToken.None);

        first.Should().BeOfType<FetchResult.Fetched>();
        second.Should().BeOfType<FetchResult.Blocked>();
    }

    [Fact]
    public async Task A_proxy_may_be_private_but_its_targets_may_not()
    {
        await using var proxy = new HostileServer(async (_, _, connection, token) =>
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok"u8.ToArray(), token));
        using var fetcher = new PageFetcher(
            new FetchOptions { Delay = TimeSpan.Zero, IgnoreRobots = true, Proxy = new Uri($"http://{proxy.EndPoint}") },
            new InMemoryFetchStateStore(), TimeProvider.System, NullLogger.Instance,
            (host, _) => Task.FromResult<IPAddress[]>([host == "public.test" ? Public : IPAddress.Parse("10.0.0.1")]));

        (await fetcher.FetchAsync(LoopbackWeb.Get("http://10.0.0.1/"), CancellationToken.None)).Should().BeOfType<FetchResult.Blocked>();
        (await fetcher.FetchAsync(LoopbackWeb.Get("http://intranet.test/"), CancellationToken.None)).Should().BeOfType<FetchResult.Blocked>();
        proxy.Accepted.Should().Be(0);

        (await fetcher.FetchAsync(LoopbackWeb.Get("http://public.test/"), CancellationToken.None)).Should().BeOfType<FetchResult.Fetched>();
        proxy.Accepted.Should().Be(1);
    }

    [Fact]
    public async Task A_proxy_of_the_environment_is_ignored()
    {
        await using var victim = Victim();
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync("ok"));
        Environment.SetEnvironmentVariable("http_proxy", $"http://{victim.EndPoint}");
        try
        {
            using var fetcher = LoopbackWeb.Fetcher(web.Options("public.test") with { IgnoreRobots = true });

            (await fetcher.FetchAsync(LoopbackWeb.Get("http://public.test/"), CancellationToken.None)).Should().BeOfType<FetchResult.Fetched>();
        }
        finally
        {
            Environment.SetEnvironmentVariable("http_proxy", null);
        }

        victim.Accepted.Should().Be(0);
        web.Seen.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_robots_txt_that_redirects_inside_counts_as_unreachable()
    {
        await using var victim = Victim();
        await using var web = await LoopbackWeb.StartAsync(context => RedirectAsync(context, 302, $"http://127.0.0.1:{victim.EndPoint.Port}/robots.txt"));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("public.test"));

        var result = await fetcher.FetchAsync(LoopbackWeb.Get("http://public.test/a"), CancellationToken.None);

        result.Should().BeOfType<FetchResult.Blocked>().Which.Reason.Should().Be(BlockReason.RobotsUnreachable);
        victim.Accepted.Should().Be(0);
        web.Seen.Should().OnlyContain(seen => seen.Path == "/robots.txt");
    }

    [Fact]
    public async Task The_allow_list_is_narrow()
    {
        var map = new ConnectMap(new Dictionary<string, string>());
        var allowed = new AllowList(["intranet.test:8080=10.1.2.0/24"], map);
        var dialler = new GuardedDialler(allowed, map, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.1.2.7"), IPAddress.Parse("10.1.3.7")]));

        (await dialler.CheckAsync("intranet.test", 8080, CancellationToken.None)).Should().Equal(IPAddress.Parse("10.1.2.7"));
        await FluentActions.Awaiting(() => dialler.CheckAsync("intranet.test", 80, CancellationToken.None)).Should().ThrowAsync<DialException>();
        await FluentActions.Awaiting(() => dialler.CheckAsync("other.test", 8080, CancellationToken.None)).Should().ThrowAsync<DialException>();
        new UrlGate(allowed).Judge(new Uri("http://10.1.2.7:8080/")).Should().NotBeNull();
    }

    [Fact]
    public async Task A_next_page_passes_the_same_gate()
    {
        using var fetcher = LoopbackWeb.Fetcher(new FetchOptions());

        var result = await fetcher.FetchAsync(LoopbackWeb.Get("http://192.168.0.1/p2", purpose: FetchPurpose.NextPage), CancellationToken.None);

        result.Should().BeOfType<FetchResult.Blocked>().Which.Reason.Should().Be(BlockReason.Address);
    }

    private static SiteFetching WithSecrets() => new()
    {
        Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer secret", ["X-Site"] = "mine" },
        Cookies = new Dictionary<string, string> { ["session"] = "1" },
    };

    private static Task RedirectAsync(HttpContext context, int status, string location)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    private static HostileServer Victim() => new((_, _, _, _) => Task.CompletedTask);

    private static GuardedDialler Dialler(HostResolver resolve)
    {
        var map = new ConnectMap(new Dictionary<string, string>());
        return new GuardedDialler(new AllowList([], map), map, resolve);
    }

    private static PageFetcher Resolving(HostResolver resolve) =>
        new(new FetchOptions { Delay = TimeSpan.Zero, IgnoreRobots = true }, new InMemoryFetchStateStore(), TimeProvider.System, NullLogger.Instance, resolve);
}
