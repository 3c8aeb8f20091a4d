using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using FluentAssertions;
using Scraper.Scheduling;
using Scraper.Storage;
using Scraper.Tests.Fixtures;
using Scraper.Web.Health;
using Xunit.Abstractions;

namespace Scraper.Tests.Storage;

/// <summary>A server that goes away under a writing store.</summary>
[NeedsPostgres]
public sealed class ServerLossTests(ITestOutputHelper output)
{
    /// <summary>Restarts; more with SCRAPER_RESTARTS=20.</summary>
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("SCRAPER_RESTARTS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 4;

    [StoreFact]
    public async Task A_daemon_that_ends_waits_no_longer_for_a_server_that_is_away_and_is_told_soon_that_it_is()
    {
        using var cluster = new PostgresCluster();
        using var ending = new CancellationTokenSource();
        await using var store = await new StoreAddress(StorageEngine.Postgres, cluster.CreateDatabase()).OpenAsync(StoreAccess.Daemon, ending.Token);
        cluster.Stop();
        using var readiness = new Readiness(store, new Running(), TimeProvider.System);
        var watch = Stopwatch.StartNew();

        (await readiness.AskAsync(default)).Should().Be(new ReadinessReport("not writable", "running"));
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));

        var write = store.Crawl.PauseAsync("example", StoreFixture.Now, default);
        await Task.Delay(300);
        write.IsCompleted.Should().BeFalse("a daemon waits for the server");
        watch.Restart();
        await ending.CancelAsync();

        (await FluentActions.Awaiting(() => write).Should().ThrowAsync<StoreException>()).Which.Fault.Should().Be(StoreFault.Unreachable);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5));
    }

    [StoreFact]
    public async Task A_server_that_is_stopped_or_killed_and_started_again_costs_nothing_and_doubles_nothing()
    {
        using var cluster = new PostgresCluster(isDurable: true);
        var address = new StoreAddress(StorageEngine.Postgres, cluster.CreateDatabase());
        var (stored, refused, next, lost) = (new ConcurrentDictionary<int, SaveResult>(), 0, 0, 0);
        using var end = new CancellationTokenSource();
        await using (var store = await address.OpenAsync(StoreAccess.Daemon, default))
        await using (var other = await address.OpenAsync(StoreAccess.Daemon, default))
        {
            var writing = Enumerable.Range(0, 8).Select(w => Task.Run(async () =>
            {
                while (!end.IsCancellationRequested)
                {
                    var i = Interlocked.Increment(ref next);
                    try
                    {
                        var page = StoreFixture.Page($"https://example.com/{i}", StoreFixture.Words(i, 60), $"Title {i}");
                        stored[i] = await (w % 2 == 0 ? store : other).Articles.SaveAsync(page with { Article = page.Article with { Rule = new() { Name = "example", File = "a.yaml" } } }, default);
                    }
                    catch (StoreException error)
                    {
                        error.Fault.Should().Be(StoreFault.Unreachable);
                        Interlocked.Increment(ref refused);
                    }
                }
            })).ToList();
            var random = new Random(7);
            for (var round = 0; round < Rounds; round++)
            {
                await Task.Delay(random.Next(100, 900));
                if (round % 2 == 0)
                {
                    cluster.Stop();
                }
                else
                {
                    cluster.Crash();
                }

                await Task.Delay(random.Next(0, 400));
                cluster.Start();
            }

            var before = stored.Count;
            await Task.Delay(2_000);
            stored.Count.Should().BeGreaterThan(before, "it writes again");
            await end.CancelAsync();
            await Task.WhenAll(writing);
            (await store.Care.CheckAsync(default)).Should().BeEmpty();
            var changes = new List<ArticleChange>();
            while (await store.Articles.ChangesAsync(changes is [.., var tail] ? tail.Seq : 0, 10_000, default) is { Count: > 0 } more)
            {
                changes.AddRange(more);
            }

            var urls = changes.Select(c => c.Url).ToList();
            urls.Should().OnlyHaveUniqueItems("each was stored once");
            lost = stored.Keys.Count(i => !urls.Contains($"https://example.com/{i}"));
            lost.Should().Be(0);
            stored.Values.Should().OnlyContain(r => r.Outcome == SaveOutcome.Stored, "a save that was committed as its connection broke is not run again");
            (await store.Rules.ListUseAsync(default)).Single().Pages.Should().Be(urls.Count, "nothing is counted twice");
        }

        output.WriteLine($"{Rounds} restarts, {stored.Count} stored, {refused} refused, {lost} lost");
    }

    [StoreFact]
    public async Task A_server_that_stays_away_is_named_without_the_password()
    {
        var address = new StoreAddress(StorageEngine.Postgres, "Host=127.0.0.1;Port=1;Username=u;Password=hunter2;Database=d;Timeout=1");
        using var impatient = new Scraper.Storage.Postgres.PostgresServer(address.Target) { Patience = TimeSpan.FromMilliseconds(100) };

        var migrate = () => Scraper.Storage.Postgres.PostgresMigration.Apply(impatient);

        var error = migrate.Should().Throw<StoreException>().Which;
        error.Fault.Should().Be(StoreFault.Unreachable);
        error.ToString().Should().Contain("postgres://u@127.0.0.1:1/d").And.NotContain("hunter2");
        address.ToString().Should().NotContain("hunter2");
        var broken = () => new Scraper.Storage.Postgres.PostgresServer("Host=a;hunter2;Password=x;y=1");
        broken.Should().Throw<StoreException>().Which.ToString().Should().NotContain("hunter2");
        await Task.CompletedTask;
    }

    [StoreFact]
    public void A_pool_is_as_large_as_the_connection_string_says_else_sixteen()
    {
        using var said = new Scraper.Storage.Postgres.PostgresServer("Host=a;Maximum Pool Size=5");
        using var unsaid = new Scraper.Storage.Postgres.PostgresServer("Host=a");

        (said.PoolSize, unsaid.PoolSize).Should().Be((5, 16));
    }

    [StoreFact]
    public async Task A_reader_that_follows_the_changes_of_several_writers_misses_none()
    {
        await using var fixture = await StoreFixture.OpenAsync(StorageEngine.Postgres);
        await using var other = await fixture.Address.OpenAsync(StoreAccess.Write, default);
        await using var third = await fixture.Address.OpenAsync(StoreAccess.Write, default);
        var writing = Task.WhenAll(new[] { fixture.Store, other, third }.SelectMany((store, s) => Enumerable.Range(0, 150).Select(i =>
            store.Articles.SaveAsync(StoreFixture.Page(StoreFixture.Article($"https://{s}.com/{i}", StoreFixture.Words((s * 1000) + i, 60), $"T {i}", $"site {s}")), default))));

        var seen = new List<long>();
        var last = 0L;
        while (seen.Count < 450)
        {
            var isDone = writing.IsCompleted;
            var more = await fixture.Store.Articles.ChangesAsync(last, 50, default);
            seen.AddRange(more.Select(c => c.ArticleId));
            last = more is [.., var tail] ? tail.Seq : last;
            (isDone && more.Count == 0).Should().BeFalse($"only {seen.Count} of 450 were seen");
        }

        await writing;
        seen.Should().OnlyHaveUniqueItems();
    }

    [StoreFact]
    public async Task Two_nodes_that_save_the_same_article_at_once_store_it_once()
    {
        await using var fixture = await StoreFixture.OpenAsync(StorageEngine.Postgres);
        await using var other = await fixture.Address.OpenAsync(StoreAccess.Write, default);

        var results = await Task.WhenAll(Enumerable.Range(0, 100).SelectMany(i => new[] { fixture.Store, other }
            .Select(store => store.Articles.SaveAsync(StoreFixture.Page($"https://example.com/{i}", StoreFixture.Words(i, 60), $"Title {i}"), default))));

        results.Count(r => r.Outcome == SaveOutcome.Stored).Should().Be(100);
        results.Count(r => r.Outcome == SaveOutcome.Unchanged).Should().Be(100);
        (await fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
    }

    [StoreFact]
    public async Task Text_that_PostgreSQL_cannot_keep_and_addresses_longer_than_a_key_are_kept_all_the_same()
    {
        await using var fixture = await StoreFixture.OpenAsync(StorageEngine.Postgres);
        var random = new Random(1);
        var url = "https://example.com/?" + string.Concat(Enumerable.Range(0, 6_000).Select(_ => (char)('a' + random.Next(26))));
        var text = "Words \0 and \ud800 half. " + StoreFixture.Words(1, 60);

        var saved = await fixture.SaveAsync(StoreFixture.Page(url, text, "A \0 title"));
        var again = await fixture.SaveAsync(StoreFixture.Page(url, text, "A \0 title"));

        (saved.Outcome, again.Outcome).Should().Be((SaveOutcome.Stored, SaveOutcome.Unchanged));
        (await fixture.Store.Articles.FindAsync(url, default))!.Article.Title.Should().Be("A \uFFFD title");
        fixture.Query("SELECT text FROM v1_blocks").Should().NotBeEmpty();
        (await fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
    }

    [StoreFact]
    public async Task A_text_of_more_words_than_an_index_takes_is_stored_and_found_by_its_first()
    {
        await using var fixture = await StoreFixture.OpenAsync(StorageEngine.Postgres);
        var text = "Harbours close. " + string.Join(' ', Enumerable.Range(0, 300_000).Select(i => $"word{i:x}"));

        (await fixture.SaveAsync(StoreFixture.Page("https://example.com/long", text))).Outcome.Should().Be(SaveOutcome.Stored);

        (await fixture.Store.Articles.SearchAsync("harbours", ArticleFilter.All, default)).Should().ContainSingle().Which.Snippet.Should().Contain("\u0002Harbours\u0003");
    }

    private sealed class Running : ISchedule
    {
        public IReadOnlyList<string> Sites => [];

        public Task<bool> IsRunningAsync(CancellationToken cancellationToken) => Task.FromResult(true);

        public Task<bool> RunNowAsync(string site, CancellationToken cancellationToken) => Task.FromResult(false);

        public Task<bool> PauseAsync(string site, bool isPaused, CancellationToken cancellationToken) => Task.FromResult(false);
    }
}
