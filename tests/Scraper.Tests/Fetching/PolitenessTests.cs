using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Fetching;

[Collection("measured")]
public class PolitenessTests
{
    [Fact]
    public async Task The_delay_is_kept_as_the_server_sees_it_over_a_restart()
    {
        var delay = TimeSpan.FromMilliseconds(400);
        await using var web = await LoopbackWeb.StartAsync(context => context.Request.Path == "/robots.txt" ? NotFound(context) : context.Response.WriteAsync("ok"));
        var states = new InMemoryFetchStateStore();
        var options = web.Options("polite.test") with { Delay = delay };

        using (var before = LoopbackWeb.Fetcher(options, states))
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(i => before.FetchAsync(LoopbackWeb.Get($"http://polite.test/{i}"), CancellationToken.None)));
        }

        using (var after = LoopbackWeb.Fetcher(options, states))
        {
            await Task.WhenAll(Enumerable.Range(3, 3).Select(i => after.FetchAsync(LoopbackWeb.Get($"http://polite.test/{i}"), CancellationToken.None)));
        }

        var times = web.Seen.Select(seen => seen.At).ToList();
        times.Should().HaveCount(7);
        times.Zip(times.Skip(1), (a, b) => b - a).Should().OnlyContain(gap => gap >= delay);
    }

    [Fact]
    public async Task The_delay_is_kept_over_restarts_of_program_and_store_file_in_the_middle_of_a_wait()
    {
        var delay = TimeSpan.FromMilliseconds(600);
        await using var web = await LoopbackWeb.StartAsync(context => context.Request.Path == "/robots.txt" ? NotFound(context) : context.Response.WriteAsync("ok"));
        var options = web.Options("polite.test") with { Delay = delay };
        await using var fixture = await StoreFixture.OpenAsync();

        for (var start = 0; start < 4; start++)
        {
            using (var fetcher = LoopbackWeb.Fetcher(options, fixture.Store.Fetching))
            {
                (await fetcher.FetchAsync(LoopbackWeb.Get($"http://polite.test/{start}"), CancellationToken.None)).Should().BeOfType<FetchResult.Fetched>();
                using var ended = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
                await FluentActions.Awaiting(() => fetcher.FetchAsync(LoopbackWeb.Get($"http://polite.test/{start}/more"), ended.Token)).Should().ThrowAsync<OperationCanceledException>();
            }

            await fixture.ReopenAsync();
        }

        var times = web.Seen.Select(seen => seen.At).ToList();
        web.Seen.Select(seen => seen.Path).Should().Equal("/robots.txt", "/0", "/1", "/2", "/3");
        times.Zip(times.Skip(1), (a, b) => b - a).Should().OnlyContain(gap => gap >= delay);
    }

    [Fact]
    public async Task A_process_that_dies_while_asking_still_leaves_the_delay_behind()
    {
        var states = new InMemoryFetchStateStore();
        using var dying = new CancellationTokenSource();
        await using var web = await LoopbackWeb.StartAsync(_ => dying.CancelAsync());
        var options = web.Options("polite.test") with { Delay = TimeSpan.FromSeconds(30), IgnoreRobots = true, LongestWait = TimeSpan.FromSeconds(1) };
        using (var before = LoopbackWeb.Fetcher(options, states))
        {
            await FluentActions.Awaiting(() => before.FetchAsync(LoopbackWeb.Get("http://polite.test/"), dying.Token)).Should().ThrowAsync<OperationCanceledException>();
        }

        using var after = LoopbackWeb.Fetcher(options, states);
        var result = await after.FetchAsync(LoopbackWeb.Get("http://polite.test/"), CancellationToken.None);

        result.Should().BeOfType<FetchResult.Blocked>().Which.Reason.Should().Be(BlockReason.NotYet);
        web.Seen.Should().HaveCount(1);
    }

    [Fact]
    public async Task Crawl_delay_holds_from_the_robots_txt_on_that_says_it_first()
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync(context.Request.Path == "/robots.txt" ? "User-agent: *\nCrawl-delay: 0.5\n" : "ok"));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("polite.test"));

        await fetcher.FetchAsync(LoopbackWeb.Get("http://polite.test/1"), CancellationToken.None);

        var times = web.Seen.Select(seen => seen.At).ToList();
        (times[1] - times[0]).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public async Task Crawl_delay_is_a_minimum()
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync(context.Request.Path == "/robots.txt" ? "User-agent: *\nCrawl-delay: 0.5\n" : "ok"));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("slow.test"));

        await fetcher.FetchAsync(LoopbackWeb.Get("http://slow.test/1"), CancellationToken.None);
        await fetcher.FetchAsync(LoopbackWeb.Get("http://slow.test/2"), CancellationToken.None);

        var times = web.Seen.Where(seen => seen.Path != "/robots.txt").Select(seen => seen.At).ToList();
        (times[1] - times[0]).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public async Task A_redirect_on_the_same_host_waits_its_turn_too()
    {
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            context.Response.Redirect("/b");
            return Task.CompletedTask;
        });
        using var fetcher = LoopbackWeb.Fetcher(web.Options("polite.test") with { IgnoreRobots = true });

        await fetcher.FetchAsync(LoopbackWeb.Get("http://polite.test/a", new SiteFetching { Delay = TimeSpan.FromMilliseconds(300) }), CancellationToken.None);

        var times = web.Seen.Select(seen => seen.At).ToList();
        (times[1] - times[0]).Should().BeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(300));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(200)]
    public async Task Retry_After_of_a_page_that_is_no_trouble_of_the_host_holds_up_no_other(int status)
    {
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/a" ? status : 200;
            context.Response.Headers.RetryAfter = "86400";
            return context.Response.WriteAsync("ok");
        });
        using var fetcher = LoopbackWeb.Fetcher(web.Options("gone.test") with { IgnoreRobots = true });

        await fetcher.FetchAsync(LoopbackWeb.Get("http://gone.test/a"), CancellationToken.None);

        (await fetcher.FetchAsync(LoopbackWeb.Get("http://gone.test/b"), CancellationToken.None)).Should().BeOfType<FetchResult.Fetched>();
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("date", 120)]
    public async Task Retry_After_is_honoured_in_both_forms(string form, int seconds)
    {
        var clock = new ManualClock();
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = form == "date" ? clock.GetUtcNow().AddSeconds(seconds).ToString("r") : form;
            return Task.CompletedTask;
        });
        var options = web.Options("busy.test") with { IgnoreRobots = true, LongestWait = TimeSpan.Zero };
        using var fetcher = LoopbackWeb.Fetcher(options, clock: clock);

        var first = await fetcher.FetchAsync(LoopbackWeb.Get("http://busy.test/"), CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(seconds - 2));
        var early = await fetcher.FetchAsync(LoopbackWeb.Get("http://busy.test/"), CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(4));
        var later = await fetcher.FetchAsync(LoopbackWeb.Get("http://busy.test/"), CancellationToken.None);

        first.Should().BeOfType<FetchResult.Failed>().Which.RetryAt.Should().BeCloseTo(clock.GetUtcNow().AddSeconds(-2), TimeSpan.FromSeconds(1.5));
        early.Should().BeOfType<FetchResult.Blocked>().Which.Reason.Should().Be(BlockReason.NotYet);
        later.Should().BeOfType<FetchResult.Failed>();
        web.Seen.Should().HaveCount(2);
    }

    [Fact]
    public async Task Back_off_doubles_with_jitter_up_to_its_bound_and_a_success_ends_it()
    {
        var broken = true;
        var clock = new ManualClock();
        var states = new InMemoryFetchStateStore();
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            context.Response.StatusCode = broken ? 500 : 200;
            return Task.CompletedTask;
        });
        var options = web.Options("down.test") with { IgnoreRobots = true, BackOff = TimeSpan.FromSeconds(10), LongestBackOff = TimeSpan.FromMinutes(2) };
        using var fetcher = LoopbackWeb.Fetcher(options, states, clock);

        var waits = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            await fetcher.FetchAsync(LoopbackWeb.Get("http://down.test/"), CancellationToken.None);
            var state = await states.ReadHostAsync("down.test", CancellationToken.None);
            waits.Add((state!.NextAllowedAt - clock.GetUtcNow()).TotalSeconds);
            clock.Advance(TimeSpan.FromMinutes(10));
        }

        broken = false;
        await fetcher.FetchAsync(LoopbackWeb.Get("http://down.test/"), CancellationToken.None);

        waits.Should().HaveCount(8);
        double[] least = [10, 20, 40, 80, 120, 120, 120, 120];
        waits.Zip(least).Should().OnlyContain(pair => pair.First >= pair.Second - 0.01 && pair.First <= (pair.Second * 1.25) + 0.01);
        (await states.ReadHostAsync("down.test", CancellationToken.None))!.Failures.Should().Be(0);
    }

    [Fact]
    public async Task Two_nodes_that_share_a_store_never_ask_a_host_at_the_same_time_however_slow_it_is()
    {
        var (asking, most) = (0, 0);
        await using var web = await LoopbackWeb.StartAsync(async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref asking));
            await Task.Delay(context.Request.Path == "/slow" ? 4500 : 50); // Longer than a claim lasts that is not renewed.
            Interlocked.Decrement(ref asking);
            await context.Response.WriteAsync("ok");
        });
        await using var fixture = await StoreFixture.OpenAsync();
        var options = web.Options("polite.test") with { IgnoreRobots = true };
        using var one = LoopbackWeb.Fetcher(options, fixture.Store.Fetching);
        using var other = LoopbackWeb.Fetcher(options, fixture.Store.Fetching);

        var results = await Task.WhenAll(
            new[] { "slow", "a", "b", "c" }.SelectMany(p => new[] { one, other }.Select(f => f.FetchAsync(LoopbackWeb.Get($"http://polite.test/{p}"), CancellationToken.None))));

        results.Should().AllBeOfType<FetchResult.Fetched>();
        most.Should().Be(1);
    }

    [Fact]
    public async Task A_process_that_was_paused_between_claim_and_request_claims_again()
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync("ok"));
        var states = new SlowClaims(TimeSpan.FromSeconds(2.5));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("polite.test") with { IgnoreRobots = true }, states);

        (await fetcher.FetchAsync(LoopbackWeb.Get("http://polite.test/"), CancellationToken.None)).Should().BeOfType<FetchResult.Fetched>();

        states.Claims.Should().Be(2);
        web.Seen.Should().ContainSingle();
    }

    [Fact]
    public async Task A_host_that_was_claimed_by_a_clock_far_ahead_is_asked_again_after_a_day()
    {
        var clock = new ManualClock();
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync("ok"));
        await using var fixture = await StoreFixture.OpenAsync();
        await fixture.Store.Fetching.WriteHostAsync(new HostState("polite.test", clock.GetUtcNow().AddYears(9), 0), CancellationToken.None);
        using var fetcher = LoopbackWeb.Fetcher(web.Options("polite.test") with { IgnoreRobots = true }, fixture.Store.Fetching, clock);

        var first = await fetcher.FetchAsync(LoopbackWeb.Get("http://polite.test/"), CancellationToken.None);
        clock.Advance(TimeSpan.FromHours(25));
        var later = await fetcher.FetchAsync(LoopbackWeb.Get("http://polite.test/"), CancellationToken.None);

        first.Should().BeOfType<FetchResult.Blocked>().Which.RetryAt.Should().BeCloseTo(clock.GetUtcNow().AddHours(-1), TimeSpan.FromMinutes(1));
        later.Should().BeOfType<FetchResult.Fetched>();
    }

    [Fact]
    public async Task A_longest_back_off_of_more_than_a_day_is_kept()
    {
        var clock = new ManualClock();
        var states = new InMemoryFetchStateStore();
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync("ok"));
        var options = web.Options("down.test") with { IgnoreRobots = true, LongestBackOff = TimeSpan.FromDays(4) };
        await states.WriteHostAsync(new HostState("down.test", clock.GetUtcNow().AddDays(4.5), 40), CancellationToken.None);
        using var fetcher = LoopbackWeb.Fetcher(options, states, clock);

        await fetcher.FetchAsync(LoopbackWeb.Get("http://down.test/"), CancellationToken.None);
        clock.Advance(TimeSpan.FromDays(4));

        (await fetcher.FetchAsync(LoopbackWeb.Get("http://down.test/"), CancellationToken.None)).Should().BeOfType<FetchResult.Blocked>().Which.Reason.Should().Be(BlockReason.NotYet);
    }

    [Fact]
    public async Task A_host_that_has_failed_for_months_is_left_alone_for_the_longest_back_off()
    {
        var clock = new ManualClock();
        var states = new InMemoryFetchStateStore();
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        var options = web.Options("down.test") with { IgnoreRobots = true, BackOff = TimeSpan.FromHours(1), LongestBackOff = TimeSpan.FromHours(6) };
        await states.WriteHostAsync(new HostState("down.test", clock.GetUtcNow(), 40), CancellationToken.None);
        using var fetcher = LoopbackWeb.Fetcher(options, states, clock);

        var result = await fetcher.FetchAsync(LoopbackWeb.Get("http://down.test/"), CancellationToken.None);

        result.Should().BeOfType<FetchResult.Failed>().Which.RetryAt.Should().BeOnOrAfter(clock.GetUtcNow().AddHours(6)).And.BeBefore(clock.GetUtcNow().AddHours(8));
    }

    [Fact]
    public async Task A_delay_of_most_of_a_year_is_kept()
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync("ok"));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("rare.test") with { IgnoreRobots = true, Delay = TimeSpan.FromDays(300) });

        (await fetcher.FetchAsync(LoopbackWeb.Get("http://rare.test/"), CancellationToken.None)).Should().BeOfType<FetchResult.Fetched>();
        (await fetcher.FetchAsync(LoopbackWeb.Get("http://rare.test/"), CancellationToken.None)).Should().BeOfType<FetchResult.Blocked>().Which.RetryAt.Should().BeAfter(DateTimeOffset.UtcNow.AddDays(299));
    }

    [Theory]
    [InlineData("/robots.txt")]
    [InlineData("/a")]
    public async Task A_fetch_that_has_stood_in_the_queue_of_a_host_for_the_longest_wait_ends(string slow)
    {
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var web = await LoopbackWeb.StartAsync(async context =>
        {
            if (context.Request.Path == slow)
            {
                asked.TrySetResult();
                await answer.Task;
            }

            await context.Response.WriteAsync(context.Request.Path == "/robots.txt" ? string.Empty : "ok");
        });
        using var fetcher = LoopbackWeb.Fetcher(web.Options("polite.test") with { LongestWait = TimeSpan.FromSeconds(1) });

        var first = fetcher.FetchAsync(LoopbackWeb.Get("http://polite.test/a"), CancellationToken.None);
        await asked.Task;
        var second = fetcher.FetchAsync(LoopbackWeb.Get("http://polite.test/b"), CancellationToken.None);
        await Task.WhenAny(second, Task.Delay(TimeSpan.FromSeconds(10)));
        answer.SetResult();

        (await second).Should().BeOfType<FetchResult.Blocked>().Which.Reason.Should().Be(BlockReason.NotYet);
        (await first).Should().BeOfType<FetchResult.Fetched>();
        web.Seen.Should().NotContain(seen => seen.Path == "/b");
    }

    [Fact]
    public async Task A_delay_longer_than_the_longest_wait_is_waited_for()
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync(context.Request.Path == "/robots.txt" ? "User-agent: *\nCrawl-delay: 1.5" : "ok"));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("polite.test") with { LongestWait = TimeSpan.FromSeconds(1) });

        (await fetcher.FetchAsync(LoopbackWeb.Get("http://polite.test/feed"), CancellationToken.None)).Should().BeOfType<FetchResult.Fetched>();
        (await fetcher.FetchAsync(LoopbackWeb.Get("http://polite.test/a"), CancellationToken.None)).Should().BeOfType<FetchResult.Fetched>();
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
