using System.Globalization;
using System.Text;
using FluentAssertions;
using Scraper.Storage;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Storage;

public abstract class ArchiveTests(StorageEngine engine) : IAsyncLifetime
{
    /// <summary>A site's frame, the same on all its pages, that does not compress.</summary>
    private static readonly string Frame = string.Join("\n", Enumerable.Range(0, 60).Select(i => $"<div class='{Convert.ToBase64String(Bytes(i))}'>"));

    private StoreFixture _fixture = null!;

    protected StoreFixture Fixture => _fixture;

    public async Task InitializeAsync() => _fixture = await StoreFixture.OpenAsync(engine);

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [StoreFact]
    public async Task A_sites_pages_are_kept_as_differences_from_one_and_read_back_as_they_were_fetched()
    {
        for (var i = 0; i < 6; i++)
        {
            await SaveAsync(i);
        }

        Query("SELECT encoding FROM blob ORDER BY id").Should().Equal("br", "delta", "delta", "delta", "delta", "delta");
        Query("SELECT COUNT(DISTINCT base_id) FROM blob").Should().Equal("1");
        Query("SELECT CASE WHEN MAX(LENGTH(data)) * 4 < (SELECT LENGTH(data) FROM blob WHERE id = 1) THEN 'small' ELSE 'large' END FROM blob WHERE id > 1").Should().Equal("small");
        (await PagesAsync()).Should().Equal(Enumerable.Range(0, 6).Select(Html));
        (await _fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
    }

    [StoreFact]
    public async Task A_base_stays_as_long_as_a_page_needs_it()
    {
        for (var i = 0; i < 4; i++)
        {
            await SaveAsync(i);
        }

        var first = await _fixture.Store.Archive.PruneAsync(new ArchiveRetention(null, TimeSpan.FromDays(2), null), StoreFixture.Now.AddDays(4.5), isTrial: false, default);

        first.Pages.Should().Be(3);
        (await PagesAsync()).Should().Equal(Html(3));
        Query("SELECT COUNT(*) FROM blob").Should().Equal("2");
        (await _fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();

        await _fixture.Store.Articles.DeleteAsync(Url(3), StoreFixture.Now, default);
        Query("SELECT COUNT(*) FROM blob").Should().Equal("0");
        await SaveAsync(7);
        (await PagesAsync()).Should().Equal(Html(7));
        (await _fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
    }

    [StoreFact]
    public async Task A_site_that_takes_too_much_room_loses_superseded_pages_first_then_the_oldest()
    {
        for (var i = 0; i < 4; i++)
        {
            await SaveAsync(i);
        }

        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(Url(3), $"{StoreFixture.Words(3, 100)}\n\n{StoreFixture.Words(33, 20)}", "Title 3"), Html(33), at: StoreFixture.Now.AddDays(33)));
        var all = Stored();
        var retention = new ArchiveRetention("example", null, all - 1);

        (await PruneAsync(retention, isTrial: true)).Pages.Should().Be(1);
        Stored().Should().Be(all);
        var pruned = await PruneAsync(retention);

        pruned.Pages.Should().Be(1);
        pruned.Bytes.Should().Be(all - Stored()).And.BePositive();
        (await PagesAsync()).Should().Equal(Html(0), Html(1), Html(2), Html(33));

        // The first is the base of them all and stands until the last of them is gone, so a second has to go for the room.
        (await PruneAsync(new ArchiveRetention("example", null, Stored() - 1))).Pages.Should().Be(2);
        Stored().Should().BeLessThan(all - pruned.Bytes);
        (await PruneAsync(new ArchiveRetention("example", null, 0))).Pages.Should().Be(2);
        Stored().Should().Be(0);
        (await _fixture.Store.Articles.ListAsync(new ArticleFilter(), default)).Should().HaveCount(4);
        (await _fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
    }

    [StoreFact]
    public async Task What_is_old_is_told_by_the_time_of_fetching_however_pages_came_in()
    {
        foreach (var i in new[] { 30, 2, 1, 3 }.Concat(Enumerable.Range(4, 20)))
        {
            await SaveAsync(i);
        }

        (await ReadAsync(new PageFilter { ByTime = true, Since = StoreFixture.Now.AddDays(2) })).Should().Equal(Enumerable.Range(2, 22).Append(30).Select(Html));

        (await PruneAsync(new ArchiveRetention("example", null, Stored() - 1))).Pages.Should().Be(1);
        (await ReadAsync(new PageFilter { ByTime = true })).Should().Equal(Enumerable.Range(2, 22).Append(30).Select(Html));
    }

    [StoreFact]
    public async Task A_page_is_found_by_its_number_as_long_as_its_bytes_are_kept()
    {
        for (var i = 0; i < 3; i++)
        {
            await SaveAsync(i);
        }

        var second = (await _fixture.Store.Archive.FindAsync(Url(1), default))!;
        (await _fixture.Store.Archive.FindAsync(second.Id, default)).Should().BeEquivalentTo(second, o => o.Excluding(p => p.Page.Body));
        (await _fixture.Store.Archive.FindAsync(999, default)).Should().BeNull();

        await PruneAsync(new ArchiveRetention("example", TimeSpan.FromDays(1), null));
        (await _fixture.Store.Archive.FindAsync(second.Id, default)).Should().BeNull();
    }

    [StoreFact]
    public async Task The_newest_pages_are_those_that_were_fetched_last_however_they_came_in()
    {
        foreach (var i in Enumerable.Range(20, 20).Concat(Enumerable.Range(0, 20)))
        {
            await SaveAsync(i);
        }

        (await ReadAsync(new PageFilter { Newest = 18 })).Should().Equal(Enumerable.Range(22, 18).Select(Html), "more than are read at a time");
    }

    [StoreFact]
    public async Task Of_a_URL_the_page_that_was_fetched_last_counts_though_an_older_one_came_in_later()
    {
        foreach (var i in new[] { 2, 1 })
        {
            await _fixture.Store.Crawl.RecordAsync(
                new UrlVisit { Url = Url(0), Site = "example", Status = UrlStatus.Refused, At = StoreFixture.Now.AddDays(i), Page = Page(i).Page with { Url = Url(0) } }, default);
        }

        Encoding.UTF8.GetString((await _fixture.Store.Archive.FindAsync(Url(0), default))!.Page.Body.Span).Should().Be(Html(2));
        (await ReadAsync(new PageFilter { Rereadable = true })).Should().Equal(Html(2));
    }

    [StoreFact]
    public async Task The_parts_of_a_page_go_with_it_and_other_sites_are_left_alone()
    {
        var page = Page(0);
        await _fixture.SaveAsync(page with { Page = page.Page with { Parts = [page.Page with { Url = Url(100), Body = Encoding.UTF8.GetBytes(Html(100)) }] } });
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://other.com/1", StoreFixture.Words(9, 100), site: "other"), Html(9)));

        var pruned = await PruneAsync(new ArchiveRetention("example", TimeSpan.FromDays(1), null));

        pruned.Pages.Should().Be(1);
        Query("SELECT COUNT(*) FROM page_part").Should().Equal("0");
        (await PagesAsync()).Should().Equal(Html(9));
        (await _fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
    }

    [StoreFact]
    public async Task Bytes_that_another_page_shows_stay()
    {
        await _fixture.SaveAsync(Page(0));
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(Url(1), StoreFixture.Words(1, 100), "Title 1"), Html(0), at: StoreFixture.Now.AddDays(99)));

        (await PruneAsync(new ArchiveRetention(null, TimeSpan.FromDays(30), null))).Should().Be(new PruneResult(1, 0));

        (await PagesAsync()).Should().Equal(Html(0));
    }

    private Task<PruneResult> PruneAsync(ArchiveRetention retention, bool isTrial = false) =>
        _fixture.Store.Archive.PruneAsync(retention, StoreFixture.Now.AddDays(100), isTrial, default);

    private long Stored() => long.Parse(Query("SELECT COALESCE(SUM(LENGTH(data)), 0) FROM blob")[0], CultureInfo.InvariantCulture);

    private static byte[] Bytes(int seed)
    {
        var bytes = new byte[90];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    protected static string Url(int i) => $"https://example.com/{i}";

    protected static string Html(int i) => $"{Frame}<p>{StoreFixture.Words(i, 100)}</p>{Frame}";

    protected static ExtractedPage Page(int i) =>
        StoreFixture.Page(StoreFixture.Article(Url(i), StoreFixture.Words(i, 100), $"Title {i}"), Html(i), at: StoreFixture.Now.AddDays(i));

    protected Task<SaveResult> SaveAsync(int i) => _fixture.SaveAsync(Page(i));

    protected Task<List<string>> PagesAsync() => ReadAsync(new PageFilter());

    private async Task<List<string>> ReadAsync(PageFilter filter)
    {
        var pages = new List<string>();
        await foreach (var page in _fixture.Store.Archive.ReadAsync(filter, default))
        {
            pages.Add(Encoding.UTF8.GetString(page.Page.Body.Span));
        }

        return pages;
    }

    protected List<string> Query(string sql) => _fixture.Query(sql).ConvertAll(row => Convert.ToString(row[0], CultureInfo.InvariantCulture)!);
}

[NeedsPostgres]
public sealed class PostgresArchiveTests() : ArchiveTests(StorageEngine.Postgres);
