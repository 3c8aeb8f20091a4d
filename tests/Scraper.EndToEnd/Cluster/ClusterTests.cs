using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using Xunit;
using Xunit.Abstractions;

namespace Scraper.EndToEnd.Cluster;

/// <summary>Three nodes on one PostgreSQL, and what may happen to them.</summary>
[Collection("cluster")]
public sealed class ClusterTests(ITestOutputHelper output)
{
    private const int Sites = 12;

    /// <summary>How often a new story comes out.</summary>
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(4);

    /// <summary>The promise.</summary>
    private static readonly TimeSpan Takeover = TimeSpan.FromSeconds(30);

    /// <summary>More with SCRAPER_CLUSTER_KILLS=50.</summary>
    private static readonly int Kills = Count("SCRAPER_CLUSTER_KILLS", 4);

    /// <summary>With SCRAPER_CLUSTER_HURRY=1 the next node is killed while the last one's sites, and who was to take them over, are still waiting.</summary>
    private static readonly bool Hurried = Count("SCRAPER_CLUSTER_HURRY", 0) > 0;

    /// <summary>More with SCRAPER_CLUSTER_RESTARTS=20.</summary>
    private static readonly int Restarts = Count("SCRAPER_CLUSTER_RESTARTS", 2);

    [ClusterFact]
    public async Task Nodes_killed_under_load_lose_nothing_and_no_site_is_visited_by_two()
    {
        await using var run = await ClusterRun.StartAsync(Sites);
        var random = new Random(11);
        var nodes = new List<ClusterNode> { run.StartNode(), run.StartNode(), run.StartNode() };
        await SeeWorkAsync(run, nodes);
        var kills = new List<(TimeSpan At, string Node, IReadOnlyList<string> Sites)>();
        async Task KillAsync()
        {
            for (var kill = 0; kill < Kills; kill++)
            {
                await Task.Delay(random.Next(1000, 4000));
                var victim = nodes[random.Next(nodes.Count)];
                await victim.Process.KillAsync();
                var (at, held) = (run.Web.Now, await run.HeldByAsync(victim));
                kills.Add((at, victim.Name, held));
                nodes.Remove(victim);
                nodes.Add(run.StartNode());
                bool IsTaken(string site) => run.Web.Seen.Any(r => r.Host == $"{site}.example" && r.Node != victim.Name && r.Begin > at);
                await run.UntilAsync(() => Task.FromResult(Hurried || held.All(IsTaken)), 2 * Takeover, "its sites are taken over");
            }
        }

        await run.PublishAsync(Rhythm, KillAsync());
        await Task.Delay(Takeover);
        await run.AssertAllIsWellAsync();
        var seen = run.Web.Seen;
        var takeovers = kills.SelectMany(k => k.Sites.Select(s => seen.First(r => r.Host == $"{s}.example" && r.Node != k.Node && r.Begin > k.At).Begin - k.At)).Order().ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills.Count} kills, {takeovers.Count} sites taken over, median {takeovers[takeovers.Count / 2].TotalSeconds:0.0} s, at most {takeovers[^1].TotalSeconds:0.0} s; {seen.Count} requests, {run.Web.Stories.Count} stories"));
        if (!Hurried)
        {
            takeovers[^1].Should().BeLessThan(Takeover);
        }
    }

    [ClusterFact]
    public async Task PostgreSQL_may_be_restarted_under_load()
    {
        await using var run = await ClusterRun.StartAsync(Sites);
        var random = new Random(5);
        var nodes = new List<ClusterNode> { run.StartNode(), run.StartNode(), run.StartNode() };
        await SeeWorkAsync(run, nodes);
        async Task RestartAsync()
        {
            for (var restart = 0; restart < Restarts; restart++)
            {
                await Task.Delay(random.Next(3000, 8000));
                await Task.Run(restart % 2 == 0 ? run.Postgres.Stop : run.Postgres.Crash);
                await Task.Delay(random.Next(0, 3000));
                await Task.Run(run.Postgres.Start);
            }
        }

        await run.PublishAsync(Rhythm, RestartAsync());
        await Task.Delay(TimeSpan.FromSeconds(5));
        await run.AssertAllIsWellAsync();
        output.WriteLine($"{Restarts} restarts; {run.Web.Seen.Count} requests, {run.Web.Stories.Count} stories");
    }

    [ClusterFact]
    public async Task A_node_that_was_stopped_longer_than_the_takeover_may_not_write_when_it_goes_on()
    {
        await using var run = await ClusterRun.StartAsync(Sites);
        run.Web.Pace = TimeSpan.FromSeconds(1);
        var nodes = new List<ClusterNode> { run.StartNode(), run.StartNode(), run.StartNode() };
        await SeeWorkAsync(run, nodes);
        var stopped = nodes[0];
        await run.UntilAsync(() => Task.FromResult(run.Web.UnderWay.Count(r => r.Node == stopped.Name) > 1), Takeover, "the node asks");
        stopped.Process.Signal("STOP");
        var at = run.Web.Now;
        var held = await run.HeldByAsync(stopped);
        held.Should().NotBeEmpty();

        bool IsTaken(string site) => run.Web.Seen.Any(r => r.Host == $"{site}.example" && r.Node != stopped.Name && r.Begin > at);
        await run.UntilAsync(() => Task.FromResult(held.All(IsTaken)), Takeover, "its sites are taken over");
        var takeover = run.Web.Now - at;
        stopped.Process.Signal("CONT");
        await stopped.Process.SeesAsync("is over");

        await run.UntilAsync(async () => Refusals(await run.StatusAsync(), stopped.Name) > 0, TimeSpan.FromSeconds(15), "status shows the refusal");
        var seen = run.Web.Now;
        await run.UntilAsync(() => Task.FromResult(run.Web.Seen.Any(r => r.Node == stopped.Name && r.Begin > seen)), Takeover, "it takes part again");
        await run.AssertAllIsWellAsync();
        var refusals = Refusals(await run.StatusAsync(), stopped.Name);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{held.Count} sites taken over within {takeover.TotalSeconds:0.0} s; {refusals} visits refused"));
    }

    [ClusterFact(NeedsFakeTime = true)]
    public async Task A_node_whose_clock_is_five_seconds_ahead_is_as_good_as_any()
    {
        await using var run = await ClusterRun.StartAsync(Sites);
        var nodes = new List<ClusterNode> { run.StartNode(FakeTime.Ahead(TimeSpan.FromSeconds(5))), run.StartNode(), run.StartNode() };
        await SeeWorkAsync(run, nodes);
        await run.PublishAsync(Rhythm, Task.Delay(TimeSpan.FromSeconds(20)));
        await nodes[0].Process.KillAsync();
        nodes[0] = run.StartNode(FakeTime.Ahead(TimeSpan.FromSeconds(5)));
        await run.PublishAsync(Rhythm, Task.Delay(TimeSpan.FromSeconds(20)));

        var offsets = (await run.StatusAsync()).GetProperty("nodes").EnumerateArray()
            .ToDictionary(n => n.GetProperty("name").GetString()!, n => TimeSpan.Parse(n.GetProperty("clockOffset").GetString()!, CultureInfo.InvariantCulture));
        offsets[nodes[0].Name].Should().BeCloseTo(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(500));
        offsets[nodes[1].Name].Should().BeCloseTo(TimeSpan.Zero, TimeSpan.FromMilliseconds(500));
        await run.AssertAllIsWellAsync();
        nodes[0].Process.Error.Should().NotContain("is over");
        nodes[1].Process.Error.Should().NotContain("is over");
    }

    [ClusterFact]
    public async Task A_node_that_ends_in_good_order_hands_its_visits_over()
    {
        await using var run = await ClusterRun.StartAsync(4);
        foreach (var host in run.Web.Hosts)
        {
            run.WriteSite(host, "1h");
            for (var i = 0; i < 6; i++)
            {
                run.Web.Offer(host);
            }
        }

        var first = run.StartNode();
        await run.UntilAsync(() => Task.FromResult(run.Web.Seen.Count(r => r.Path.StartsWith("/story", StringComparison.Ordinal)) > 3), Takeover, "stories are fetched");
        var second = run.StartNode();
        first.Process.Terminate();
        (await first.Process.EndAsync()).Exit.Should().Be(0);

        await run.AssertAllIsWellAsync();
        run.Web.Seen.Where(r => r.Node == second.Name).Select(r => r.Host).Distinct().Should().HaveCount(4, "the next turn is an hour away, and yet all are visited");
    }

    [ClusterFact]
    public async Task Sites_come_and_go_and_change_while_nodes_run()
    {
        await using var run = await ClusterRun.StartAsync(6);
        var (late, gone, slow) = (run.Web.Hosts[0], run.Web.Hosts[1], run.Web.Hosts[2]);
        run.RemoveSite(late);
        var nodes = new List<ClusterNode> { run.StartNode(), run.StartNode() };
        await SeeWorkAsync(run, nodes);

        run.WriteSite(late, "3s");
        run.WriteSite(slow, "1h");
        run.RemoveSite(gone);
        await run.UntilAsync(() => Task.FromResult(run.Web.Seen.Count(r => r.Host == late) > 4), Takeover, "the new site is visited");
        await Task.Delay(TimeSpan.FromSeconds(8)); // What was under way ends.
        var then = run.Web.Now;
        await Task.Delay(TimeSpan.FromSeconds(10));

        var since = run.Web.Seen.Where(r => r.Begin > then).Select(r => r.Host).Distinct().ToList();
        since.Should().Contain(late).And.NotContain(gone).And.NotContain(slow);
        since.Should().HaveCount(4);
    }

    [ClusterFact]
    public async Task Rules_pushed_into_the_store_are_taken_over_by_every_node()
    {
        await using var run = await ClusterRun.StartAsync(4);
        var late = run.Web.Hosts[0];
        run.RemoveSite(late);
        run.WriteSettings("node1");
        (await run.PushAsync()).Output.Should().StartWith("version 1: 3 files");
        var nodes = new List<ClusterNode> { run.StartNode(sites: "store:"), run.StartNode(sites: "store:") };
        await run.UntilAsync(() => Task.FromResult(run.Web.Seen.Select(r => r.Host).Distinct().Count() == 3), Takeover, "three sites are visited");

        run.WriteSite(late, "3s");
        run.RemoveSite(run.Web.Hosts[1]);
        (await run.PushAsync()).Output.Should().StartWith("version 2: 3 files");
        await run.UntilAsync(() => Task.FromResult(run.Web.Seen.Any(r => r.Host == late)), Takeover, "the new site is visited");

        foreach (var node in nodes)
        {
            await node.Process.SeesAsync("version 2 of the store is in force");
        }

        run.WriteSite(late, "never");
        var refused = await run.PushAsync();
        refused.Exit.Should().Be(1);
        refused.Error.Should().Contain("nothing was pushed");
    }

    /// <summary>Waits until every node has asked something.</summary>
    private static Task SeeWorkAsync(ClusterRun run, IReadOnlyList<ClusterNode> nodes) =>
        run.UntilAsync(() => Task.FromResult(nodes.All(n => run.Web.Seen.Any(r => r.Node == n.Name))), TimeSpan.FromSeconds(60), "every node visits sites");

    private static int Refusals(JsonElement status, string node) =>
        status.GetProperty("nodes").EnumerateArray().Single(n => n.GetProperty("name").GetString() == node).GetProperty("refusals").GetInt32();

    private static int Count(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : otherwise;
}
