using FluentAssertions;
using Microsoft.Data.Sqlite;
using Scraper.Storage;
using Scraper.Storage.Sql;
using Scraper.Storage.Sqlite;
using Xunit;

namespace Scraper.Tests.Storage;

/// <summary>
/// Twenty injections of each fault. Nothing is lost in silence: each article whose save was acknowledged is there
/// afterwards, word for word, or the damage is reported by name.
/// </summary>
public sealed class FaultTests
{
    private const int Injections = 20;
    private const int Saves = 12;

    /// <summary>Where nothing can be mounted, OpeningTests has the engine's own limit on the file's size.</summary>
    [TinyDiskFact]
    public async Task A_full_disk_loses_nothing_that_was_acknowledged()
    {
        for (var i = 0; i < Injections; i++)
        {
            using var disk = new TinyDisk(kilobytes: 1_200 + (i * 50));
            var path = Path.Combine(disk.Path, "scraper.db");
            var acknowledged = await SaveUntilRefusedAsync(path, StoreFault.Full, seed: i, most: 2_000);

            disk.Grow(kilobytes: 200_000);
            await AllAreThereAsync(path, acknowledged);
        }
    }

    [Fact]
    public Task A_file_locked_by_another_process_loses_nothing_that_was_acknowledged() => Parallel.ForAsync(
        0, Injections, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, _) =>
        {
            await using var fixture = new StoreFixture();
            var file = new SqliteFile(fixture.Path) { Patience = TimeSpan.FromSeconds(1) };
            var acknowledged = new Dictionary<string, string>();
            using (var packers = new WorkerThreads(1, "packer"))
            using (var readers = new SqliteReaders(file))
            await using (var writer = new SqlWriter(new SqliteTransactions(file, file.OpenWriter())))
            {
                var articles = new SqlArticleStore(readers, writer, new PageBases(), packers, file.Path);
                await SaveAsync(articles, acknowledged, Numbers(i, 0, Saves / 2));
                using (new WriteLock(fixture.Path))
                {
                    var refused = () => SaveAsync(articles, acknowledged, Numbers(i, 50, 1));
                    (await refused.Should().ThrowAsync<StoreException>()).Which.Fault.Should().Be(StoreFault.Locked);
                }

                await SaveAsync(articles, acknowledged, Numbers(i, 100, Saves / 2));
            }

            acknowledged.Should().HaveCount(Saves);
            await AllAreThereAsync(fixture.Path, acknowledged);
        });

    [Fact]
    public async Task A_file_that_turns_read_only_loses_nothing_that_was_acknowledged()
    {
        for (var i = 0; i < Injections; i++)
        {
            await using var fixture = new StoreFixture();
            var file = new SqliteFile(fixture.Path);
            var acknowledged = new Dictionary<string, string>();
            using (var packers = new WorkerThreads(1, "packer"))
            using (var readers = new SqliteReaders(file))
            {
                var connection = file.OpenWriter();
                await using var writer = new SqlWriter(new SqliteTransactions(file, connection));
                var articles = new SqlArticleStore(readers, writer, new PageBases(), packers, file.Path);
                await SaveAsync(articles, acknowledged, Numbers(i, 0, 1 + (i % Saves)));
                SqliteFile.Execute(connection, "PRAGMA query_only = ON");
                var refused = () => SaveAsync(articles, acknowledged, Numbers(i, 50, 3));
                (await refused.Should().ThrowAsync<StoreException>()).Which.Fault.Should().Be(StoreFault.Forbidden);
                SqliteFile.Execute(connection, "PRAGMA query_only = OFF");
                await SaveAsync(articles, acknowledged, Numbers(i, 100, 2));
            }

            await AllAreThereAsync(fixture.Path, acknowledged);
        }
    }

    [TinyDiskFact]
    public async Task A_read_only_disk_is_named_and_its_store_is_read_all_the_same()
    {
        for (var i = 0; i < Injections; i++)
        {
            using var disk = new TinyDisk(kilobytes: 20_000);
            var path = Path.Combine(disk.Path, "scraper.db");
            var acknowledged = new Dictionary<string, string>();
            await using (var store = await SqliteStore.OpenAsync(path, StoreAccess.Daemon, default))
            {
                await SaveAsync(store.Articles, acknowledged, Numbers(i, 0, 1 + (i % Saves)));
            }

            disk.SetReadOnly(true);
            foreach (var access in new[] { StoreAccess.Write, StoreAccess.Daemon })
            {
                var open = async () =>
                {
                    await using var store = await SqliteStore.OpenAsync(path, access, default);
                    await SaveAsync(store.Articles, acknowledged, Numbers(i, 50, 1));
                };
                (await open.Should().ThrowAsync<StoreException>()).Which.Fault.Should().Be(StoreFault.Forbidden);
            }

            await using (var store = await SqliteStore.OpenAsync(path, StoreAccess.Read, default))
            {
                (await store.Articles.ListAsync(ArticleFilter.All, default)).Select(a => a.Url).Should().BeEquivalentTo(acknowledged.Keys);
            }

            disk.SetReadOnly(false);
            await AllAreThereAsync(path, acknowledged);
        }
    }

    [Fact]
    public async Task A_damaged_page_is_reported_by_name_or_has_cost_nothing()
    {
        var reported = 0;
        for (var i = 0; i < Injections; i++)
        {
            await using var fixture = await StoreFixture.OpenAsync();
            var acknowledged = new Dictionary<string, string>();
            await SaveAsync(fixture.Store.Articles, acknowledged, Numbers(i, 0, 40));
            await fixture.Store.DisposeAsync();
            Set(fixture.Path, SchemaMigration.Current); // into the file itself: while the log holds a page, damage under it costs nothing
            Damage(fixture.Path, new Random(i));

            if (await FindsDamageAsync(fixture))
            {
                reported++;
            }
            else
            {
                await AllAreThereAsync(fixture.Path, acknowledged);
            }
        }

        reported.Should().BeGreaterThan(Injections / 2, "flipped bytes hit something that is in use, as a rule");
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_the_file_stays_as_it_was()
    {
        for (var i = 0; i < Injections; i++)
        {
            await using var fixture = await StoreFixture.OpenAsync();
            var acknowledged = new Dictionary<string, string>();
            await SaveAsync(fixture.Store.Articles, acknowledged, Numbers(i, 0, 2));
            await fixture.Store.DisposeAsync();
            var newer = SchemaMigration.Current + 1 + (i * i);
            Set(fixture.Path, newer);
            var before = await File.ReadAllBytesAsync(fixture.Path);

            foreach (var access in Enum.GetValues<StoreAccess>())
            {
                var open = () => SqliteStore.OpenAsync(fixture.Path, access, default);
                var refusal = (await open.Should().ThrowAsync<StoreException>()).Which;
                refusal.Fault.Should().Be(StoreFault.Newer);
                refusal.Message.Should().Contain($"schema {newer}");
            }

            (await File.ReadAllBytesAsync(fixture.Path)).Should().Equal(before);
            Set(fixture.Path, SchemaMigration.Current);
            await AllAreThereAsync(fixture.Path, acknowledged);
        }
    }

    private static IEnumerable<int> Numbers(int injection, int first, int count) => Enumerable.Range((injection * 10_000) + first, count);

    private static async Task SaveAsync(IArticleStore articles, Dictionary<string, string> acknowledged, IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
        {
            var (url, text) = ($"https://example.com/{number}", StoreFixture.Words(number, 150));
            await articles.SaveAsync(StoreFixture.Page(url, text, $"Title {number}"), default);
            acknowledged.Add(url, text);
        }
    }

    private static async Task<Dictionary<string, string>> SaveUntilRefusedAsync(string path, StoreFault fault, int seed, int most)
    {
        var acknowledged = new Dictionary<string, string>();
        var fill = async () =>
        {
            await using var store = await SqliteStore.OpenAsync(path, StoreAccess.Daemon, default);
            await SaveAsync(store.Articles, acknowledged, Numbers(seed, 0, most));
        };
        (await fill.Should().ThrowAsync<StoreException>()).Which.Fault.Should().Be(fault);
        return acknowledged;
    }

    private static async Task AllAreThereAsync(string path, Dictionary<string, string> acknowledged)
    {
        await using var store = await SqliteStore.OpenAsync(path, StoreAccess.Write, default);
        (await store.Care.CheckAsync(default)).Should().BeEmpty(path);
        foreach (var (url, text) in acknowledged)
        {
            (await store.Articles.FindAsync(url, default))!.Article.Text.Should().Be(text);
        }
    }

    private static void Damage(string path, Random random)
    {
        using var file = File.Open(path, FileMode.Open, FileAccess.ReadWrite);
        var page = 1 + random.Next((int)(file.Length / 4096) - 1);
        var bytes = new byte[64];
        random.NextBytes(bytes);
        file.Position = (page * 4096L) + random.Next(2) switch { 0 => 0, _ => random.Next(4032) };
        file.Write(bytes);
    }

    private static async Task<bool> FindsDamageAsync(StoreFixture fixture)
    {
        try
        {
            await using var store = await SqliteStore.OpenAsync(fixture.Path, StoreAccess.Read, default);
            return (await store.Care.CheckAsync(default)).Count > 0;
        }
        catch (StoreException error)
        {
            error.Fault.Should().BeOneOf(StoreFault.Corrupt, StoreFault.Foreign);
            return true;
        }
    }

    private static void Set(string path, int version)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        SqliteFile.Execute(connection, $"PRAGMA user_version = {version}");
        SqliteFile.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
