using FluentAssertions;
using Scraper.Fetching;
using Scraper.Storage;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Storage;

public abstract class TurnTests(StorageEngine engine) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = StoreFixture.Now;
    private StoreFixture _fixture = null!;

    private IStore Store => _fixture.Store;

    public async Task InitializeAsync() => _fixture = await StoreFixture.OpenAsync(engine);

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [StoreFact]
    public async Task Every_visit_takes_the_next_number()
    {
        var first = await Store.Crawl.StartRunAsync("example", "a", Now, default);
        await FinishAsync();
        var second = await Store.Crawl.StartRunAsync("example", "b", Now.AddMinutes(1), default);

        (first!.Number, second!.Number).Should().Be((1, 2));
    }

    [StoreFact]
    public async Task A_site_that_a_living_node_visits_is_nobody_elses()
    {
        await BeatAsync("a", Now);
        await Store.Crawl.StartRunAsync("example", "a", Now, default);

        (await Store.Crawl.StartRunAsync("example", "b", Now.AddSeconds(14), default)).Should().BeNull();
        (await Store.Nodes.ListAsync(default)).Should().ContainSingle().Which.Visiting.Should().Equal("example");
    }

    [StoreFact]
    public async Task A_site_of_a_node_that_is_no_longer_heard_of_is_taken_over()
    {
        await BeatAsync("a", Now);
        await Store.Crawl.StartRunAsync("example", "a", Now, default);

        (await Store.Crawl.StartRunAsync("example", "b", Now.AddSeconds(15), default))!.Number.Should().Be(2);
    }

    [StoreFact]
    public async Task A_node_that_died_while_the_clock_ran_ahead_is_not_taken_for_alive()
    {
        await BeatAsync("a", Now.AddYears(1));
        await Store.Crawl.StartRunAsync("example", "a", Now.AddYears(1), default);

        await BeatAsync("b", Now);

        (await Store.Crawl.StartRunAsync("example", "b", Now, default))!.Number.Should().Be(2);
        (await Store.Nodes.ListAsync(default)).Should().ContainSingle().Which.Id.Should().Be("b");
    }

    [StoreFact]
    public async Task A_site_whose_visit_ended_or_was_abandoned_is_free()
    {
        await BeatAsync("a", Now);
        await Store.Crawl.StartRunAsync("example", "a", Now, default);
        await FinishAsync();
        (await Store.Crawl.StartRunAsync("example", "b", Now.AddSeconds(1), default))!.Number.Should().Be(2);

        await BeatAsync("b", Now);
        await Store.Crawl.AbandonRunAsync(new SiteTurn("example", "a", 1, Now), default);
        (await Store.Crawl.StartRunAsync("example", "a", Now.AddSeconds(2), default)).Should().BeNull("only who has the turn can give it up");
        await Store.Crawl.AbandonRunAsync(new SiteTurn("example", "b", 2, Now), default);
        (await Store.Crawl.StartRunAsync("example", "a", Now.AddSeconds(3), default))!.Number.Should().Be(3);
    }

    [StoreFact]
    public async Task Every_kind_of_write_is_refused_once_the_turn_is_over_and_leaves_nothing()
    {
        var late = (await Store.Crawl.StartRunAsync("example", "a", Now, default))!;
        (await Store.Crawl.StartRunAsync("example", "b", Now, default))!.Number.Should().Be(2);
        Func<Task>[] writes =
        [
            () => Store.Articles.SaveAsync(StoreFixture.Page("https://example.com/a", StoreFixture.Words(1, 50)), default),
            () => Store.Crawl.RecordAsync(new UrlVisit { Url = "https://example.com/x", Site = "example", Status = UrlStatus.Failed, At = Now }, default),
            () => Store.Crawl.SelectDueAsync("example", ["https://example.com/y"], Now, default),
            () => Store.Crawl.FinishRunAsync("example", new SiteRun(Now, SiteRunOutcome.Succeeded, null), default),
            () => Store.Memory.SaveAsync("example", new SiteMemory(null, null, null, Now), null, default),
            () => Store.Fetching.WriteHostAsync(new HostState("example.com", Now, 1), default),
            () => Store.Fetching.WriteRobotsAsync(new RobotsRecord("https://example.com", RobotsState.Found, string.Empty, Now, Now, Validators.None), default),
            () => Store.Fetching.WriteValidatorsAsync(new Uri("https://example.com/feed"), new Validators("\"1\"", null), default),
        ];

        using (Store.Fence.Enter(late))
        {
            foreach (var write in writes)
            {
                (await write.Should().ThrowAsync<StoreException>()).Which.Message.Should().Contain("turn 1 of node a is over, node b has taken turn 2");
            }
        }

        (await Store.Articles.ListAsync(ArticleFilter.All, default)).Should().BeEmpty();
        (await Store.Crawl.FindUrlAsync("https://example.com/y", default)).Should().BeNull();
        (await Store.Fetching.ReadHostAsync("example.com", default)).Should().BeNull();
        (await Store.Crawl.FindSiteAsync("example", default))!.FinishedAt.Should().BeNull();
        await Store.Articles.SaveAsync(StoreFixture.Page("https://example.com/a", StoreFixture.Words(1, 50)), default); // Outside a visit anybody may write.
    }

    [StoreFact]
    public async Task Writes_in_the_turn_are_stored_beside_one_that_is_refused()
    {
        var old = (await Store.Crawl.StartRunAsync("example", "a", Now, default))!;
        var present = (await Store.Crawl.StartRunAsync("example", "b", Now, default))!;

        var writes = Enumerable.Range(0, 40).Select(i => WriteAsync(i % 2 == 0 ? old : present, $"host-{i}")).ToList();
        var outcomes = await Task.WhenAll(writes);

        outcomes.Where((_, i) => i % 2 == 0).Should().OnlyContain(refused => refused);
        outcomes.Where((_, i) => i % 2 == 1).Should().OnlyContain(refused => !refused);
    }

    [StoreFact]
    public async Task How_late_a_visit_began_is_kept()
    {
        await Store.Crawl.StartRunAsync("example", "a", Now, default);
        await Store.Crawl.FinishRunAsync("example", new SiteRun(Now, SiteRunOutcome.Succeeded, Now.AddMinutes(5)), default);
        await Store.Crawl.StartRunAsync("example", "a", Now.AddMinutes(5).AddSeconds(42), default);

        (await Store.Crawl.FindSiteAsync("example", default))!.Lag.Should().Be(TimeSpan.FromSeconds(42));
    }

    private async Task<bool> WriteAsync(SiteTurn turn, string host)
    {
        using var entered = Store.Fence.Enter(turn);
        try
        {
            await Store.Fetching.WriteHostAsync(new HostState(host, Now, 0), default);
            return false;
        }
        catch (StoreException late) when (late.Fault == StoreFault.TurnOver)
        {
            return true;
        }
    }

    private Task FinishAsync() => Store.Crawl.FinishRunAsync("example", new SiteRun(Now, SiteRunOutcome.Succeeded, null), default);

    private Task BeatAsync(string node, DateTimeOffset at) =>
        Store.Nodes.BeatAsync(new NodeState { Id = node, Name = node, Version = "1", StartedAt = at, SeenAt = at, Sites = "-" }, default);
}

public sealed class SqliteTurnTests() : TurnTests(StorageEngine.Sqlite);

[NeedsPostgres]
public sealed class PostgresTurnTests() : TurnTests(StorageEngine.Postgres);
