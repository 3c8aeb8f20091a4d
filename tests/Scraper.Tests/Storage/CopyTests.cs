using FluentAssertions;
using Npgsql;
using Scraper.Core.Articles;
using Scraper.Core.Drift;
using Scraper.Fetching;
using Scraper.Storage;
using Scraper.Storage.Copying;
using Scraper.Tests.Fixtures;

namespace Scraper.Tests.Storage;

[NeedsPostgres]
public sealed class CopyTests : IDisposable
{
    private readonly string _database = PostgresCluster.Missing is null ? PostgresCluster.Shared.CreateDatabase() : string.Empty;

    public void Dispose() => PostgresCluster.Shared.DropDatabase(_database);

    [StoreFact]
    public async Task A_copied_store_has_every_row_and_goes_on_where_the_old_one_was()
    {
        await using var fixture = await FilledAsync();

        Copy(fixture).Should().OnlyContain(t => t.IsSame).And.Contain(t => t.Name == "v1_blocks" && t.Rows > 50);

        await using var store = await new StoreAddress(StorageEngine.Postgres, _database).OpenAsync(StoreAccess.Write, default);
        (await store.Care.CheckAsync(default)).Should().BeEmpty();
        (await store.Articles.SearchAsync("elan", ArticleFilter.All, default)).Should().ContainSingle();
        var last = (await store.Articles.ChangesAsync(0, 10_000, default))[^1].Seq;
        var next = await store.Articles.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://x.com/new", StoreFixture.Words(1, 200), site: "x")), default);
        next.ChangeSeq.Should().Be(last + 1);
        next.ArticleId.Should().Be(32, "the number of a deleted article is never used again");
        (await store.Articles.FindAsync("https://x.com/new", default))!.StoryId.Should().NotBeNull("the bands came along");
        (await store.Archive.FindAsync("https://example.com/1", default))!.Page.Body.Length.Should().BeGreaterThan(100);
    }

    [StoreFact]
    public async Task A_copy_that_is_cut_off_again_and_again_goes_on_and_ends_the_same()
    {
        await using var fixture = await FilledAsync();
        var cuts = 0;
        for (var chunks = 1; ; chunks += 3)
        {
            try
            {
                Copy(fixture, cutAfter: chunks).Should().OnlyContain(t => t.IsSame);
                break;
            }
            catch (OperationCanceledException)
            {
                cuts++;
                var open = () => new StoreAddress(StorageEngine.Postgres, _database).OpenAsync(StoreAccess.Write, default);
                (await open.Should().ThrowAsync<StoreException>()).Which.Message.Should().Contain("half a copy");
            }
        }

        cuts.Should().BeGreaterThan(3);
        Copy(fixture).Should().OnlyContain(t => t.IsSame, "to copy again is to compare again");
    }

    [StoreFact]
    public async Task What_differs_is_named_and_the_copy_stays_unfinished()
    {
        await using var fixture = await FilledAsync();
        var cut = () => Copy(fixture, cutAfter: 60);
        cut.Should().Throw<OperationCanceledException>();
        Execute("UPDATE article SET title = title || ' ' WHERE id = 28");

        Copy(fixture).Where(t => !t.IsSame).Select(t => t.Name).Should().BeEquivalentTo("article", "v1_articles", "v1_revisions", "v1_stories");

        Execute("UPDATE article SET title = rtrim(title) WHERE id = 28");
        Copy(fixture).Should().OnlyContain(t => t.IsSame);
    }

    [StoreFact]
    public async Task A_database_that_holds_something_else_is_refused_untouched()
    {
        await using var fixture = await FilledAsync();
        await using (var store = await new StoreAddress(StorageEngine.Postgres, _database).OpenAsync(StoreAccess.Write, default))
        {
            await store.Crawl.StartRunAsync("mine", "node", StoreFixture.Now, default);
        }

        var copy = () => Copy(fixture);
        copy.Should().Throw<StoreException>().WithMessage("*not empty*site*");
        await using var after = await new StoreAddress(StorageEngine.Postgres, _database).OpenAsync(StoreAccess.Write, default);
        (await after.Crawl.ListSitesAsync(default)).Should().ContainSingle();
    }

    [StoreFact]
    public async Task Half_a_copy_of_another_store_or_of_one_that_has_changed_is_refused()
    {
        await using var fixture = await FilledAsync();
        await using var other = await FilledAsync();
        var cut = () => Copy(fixture, cutAfter: 3);
        cut.Should().Throw<OperationCanceledException>();

        var foreign = () => Copy(other);
        foreign.Should().Throw<StoreException>().WithMessage($"*holds a copy of {fixture.Path}*");
        await fixture.ReopenAsync();
        await fixture.SaveAsync(StoreFixture.Page("https://example.com/later", StoreFixture.Words(9_999, 90)));
        await fixture.Store.DisposeAsync();
        var changed = () => Copy(fixture);
        changed.Should().Throw<StoreException>().WithMessage("*has changed since*");
    }

    [StoreFact]
    public async Task Every_table_of_SQLite_is_copied()
    {
        await using var fixture = await FilledAsync();

        fixture.Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'v1_search_%'").Select(r => r[0])
            .Should().BeEquivalentTo(CopyTable.All.Select(t => t.Name).Concat(CopyTable.NotCopied.Where(n => !n.StartsWith("sqlite_stat", StringComparison.Ordinal))));
        fixture.Query("SELECT name FROM sqlite_master WHERE type = 'view' AND name LIKE 'v1_%'").Select(r => r[0]).Should().BeEquivalentTo(CopyTable.Views.Select(v => v.Name));
    }

    [StoreFact]
    public async Task A_store_that_a_daemon_uses_is_not_copied()
    {
        await using var fixture = await FilledAsync();
        await fixture.ReopenAsync(StoreAccess.Daemon);

        var copy = () => Copy(fixture);
        copy.Should().Throw<StoreException>().Which.Fault.Should().Be(StoreFault.Locked);
    }

    private IReadOnlyList<CopiedTable> Copy(StoreFixture fixture, int cutAfter = int.MaxValue)
    {
        using var copy = new StoreCopy(fixture.Path, _database) { ChunkRows = 4 };
        using var cut = new CancellationTokenSource();
        return copy.Run(
            _ =>
            {
                if (--cutAfter == 0)
                {
                    cut.Cancel();
                }
            },
            cut.Token);
    }

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(_database);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>A closed SQLite store with rows in every table.</summary>
    private static async Task<StoreFixture> FilledAsync()
    {
        var fixture = await StoreFixture.OpenAsync();
        var store = fixture.Store;
        var rule = new ArticleRule { Name = "example", File = "a.yaml", Selectors = [new("body", "a.yaml:7", ".story", 1, null), new("strip", "a.yaml:9", ".ad", 0, "slow")] };
        for (var i = 0; i < 27; i++)
        {
            await fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article($"https://example.com/{i}", StoreFixture.Words(i + 100, 90), $"Title {i}") with { Rule = i % 2 == 0 ? rule : null }));
        }

        var text = StoreFixture.Words(1, 200);
        await fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.com/1", "Élan vital. " + text, site: "a")));
        await fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://b.com/1", text + "\n\nMore.", site: "b")));
        await fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://b.com/1", text + "\n\nMore, and an edit.", site: "b")));
        await fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://b.com/1", "Gone.", site: "b")));
        var parts = StoreFixture.Page(StoreFixture.Article("https://c.com/1", StoreFixture.Words(77, 120), "N\0l \ud800", site: "c"));
        await fixture.SaveAsync(parts with { Page = parts.Page with { Parts = [parts.Page with { Url = "https://c.com/1?page=2", Body = "part"u8.ToArray() }] } });
        await fixture.SaveAsync(StoreFixture.Page("https://example.com/last", StoreFixture.Words(555, 90)));
        await store.Articles.DeleteAsync("https://example.com/last", StoreFixture.Now, default);
        await store.Crawl.RecordAsync(new UrlVisit { Url = "https://example.com/no", Site = "example", Status = UrlStatus.Failed, At = StoreFixture.Now, Detail = "503" }, default);
        await store.Crawl.StartRunAsync("example", "node", StoreFixture.Now, default);
        await store.Rules.SetProblemsAsync([new RuleFileProblem("sites/a.yaml", 3, 5, "bodi", "unknown key", HasLastGood: true, StoreFixture.Now)], default);
        await store.Memory.SaveAsync("example", new SiteMemory([1, 2], "v", null, StoreFixture.Now), new SiteAlarm("example", 1, [default], "detail", "https://example.com/1", StoreFixture.Now, null, null), default);
        await store.Fetching.WriteHostAsync(new HostState("example.com", StoreFixture.Now, 3), default);
        await store.Fetching.WriteRobotsAsync(new RobotsRecord("https://example.com", RobotsState.Found, "User-agent: *", StoreFixture.Now, StoreFixture.Now, Validators.None, null), default);
        await store.Fetching.WriteValidatorsAsync(new Uri("https://example.com/feed"), new Validators("\"f\"", "Sun"), default);
        await store.DisposeAsync();
        return fixture;
    }
}
