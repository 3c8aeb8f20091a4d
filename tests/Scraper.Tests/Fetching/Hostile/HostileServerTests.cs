using System.Diagnostics;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Xunit;

namespace Scraper.Tests.Fetching.Hostile;

[Collection("measured")]
public class HostileServerTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Every_bad_answer_ends_within_its_deadline_with_a_named_outcome_and_bounded_memory()
    {
        HostileCases.All.Should().HaveCountGreaterThanOrEqualTo(60);
        await using var server = Server();
        using var fetcher = Fetcher(server);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;

        var wrong = new List<string>();
        foreach (var group in HostileCases.All.Chunk(8))
        {
            var results = await Task.WhenAll(group.Select(one => RunAsync(fetcher, one)));
            wrong.AddRange(results.OfType<string>());
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - before);
        }

        wrong.Should().BeEmpty();
        peak.Should().BeLessThan(400L * 1024 * 1024);
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(32 * 1024 * 1024);
    }

    [Fact]
    public async Task A_host_that_never_answers_does_not_slow_another()
    {
        await using var server = Server();
        using var fetcher = Fetcher(server);
        var hanging = FetchAsync(fetcher, "never-answers.test");

        var watch = Stopwatch.StartNew();
        var other = await FetchAsync(fetcher, "empty-200.test");

        other.Should().BeOfType<FetchResult.Fetched>();
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(1));
        hanging.IsCompleted.Should().BeFalse();
        await hanging;
    }

    [Fact]
    public async Task A_polite_host_keeps_its_pace_while_all_others_are_hostile()
    {
        var delay = TimeSpan.FromMilliseconds(250);
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync("ok"));
        await using var server = Server();
        using var fetcher = new PageFetcher(
            Options(server) with { ConnectTo = Options(server).ConnectTo.Append(KeyValuePair.Create("polite.test:80", $"127.0.0.1:{web.Port}")).ToDictionary() },
            new InMemoryFetchStateStore(), TimeProvider.System, NullLogger<PageFetcher>.Instance);
        var hostile = HostileCases.All.Select(one => FetchAsync(fetcher, one.Host)).ToList();

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 8; i++)
        {
            (await fetcher.FetchAsync(LoopbackWeb.Get("http://polite.test/", new SiteFetching { Delay = delay }), CancellationToken.None)).Should().BeOfType<FetchResult.Fetched>();
        }

        watch.Elapsed.Should().BeLessThan(delay * 8 * 2, "eight requests wait seven times");
        var times = web.Seen.Select(seen => seen.At).ToList();
        times.Zip(times.Skip(1), (a, b) => b - a).Should().OnlyContain(gap => gap >= delay);
        await Task.WhenAll(hostile);
    }

    private static async Task<string?> RunAsync(PageFetcher fetcher, HostileCase one)
    {
        var watch = Stopwatch.StartNew();
        var result = await FetchAsync(fetcher, one.Host);
        var named = result switch
        {
            FetchResult.Failed failed => "Failed:" + failed.Kind,
            FetchResult.Blocked blocked => "Blocked:" + blocked.Reason,
            _ => result.GetType().Name,
        };
        var late = watch.Elapsed > Deadline + TimeSpan.FromSeconds(3);
        return late || !one.Expected.Contains(named) ? $"{one.Name}: {result} after {watch.ElapsedMilliseconds} ms, not {string.Join(" or ", one.Expected)}" : null;
    }

    private static Task<FetchResult> FetchAsync(PageFetcher fetcher, string host) =>
        fetcher.FetchAsync(new FetchRequest(new Uri($"http://{host}/"), FetchPurpose.Article, new SiteFetching()), CancellationToken.None);

    private static HostileServer Server()
    {
        var byHost = HostileCases.All.ToDictionary(one => one.Host, StringComparer.OrdinalIgnoreCase);
        return new((host, _, connection, token) => byHost[host].Answer(connection, token));
    }

    private static PageFetcher Fetcher(HostileServer server) =>
        new(Options(server), new InMemoryFetchStateStore(), TimeProvider.System, NullLogger<PageFetcher>.Instance);

    private static FetchOptions Options(HostileServer server) => new()
    {
        Timeout = Deadline,
        Delay = TimeSpan.Zero,
        IgnoreRobots = true,
        ConnectTo = HostileCases.All.ToDictionary(one => one.Host, _ => server.EndPoint.ToString()),
    };
}
