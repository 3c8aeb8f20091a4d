using System.Text;
using FluentAssertions;
using Microsoft.Data.Sqlite;
using Scraper.Storage;
using Scraper.Storage.Sql;
using Scraper.Storage.Sqlite;
using Xunit;

namespace Scraper.Tests.Storage;

public sealed class ArchiveTests : IAsyncLifetime
{
    /// <summary>A site's frame, the same on all its pages, that does not compress.</summary>
    private static readonly string Frame = string.Join("\n", Enumerable.Range(0, 60).Select(i => $"<div class='{Convert.ToBase64String(Bytes(i))}'>"));

    private StoreFixture _fixture = null!;

    public async Task InitializeAsync() => _fixture = await StoreFixture.OpenAsync();

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Fact]
    public async Task A_sites_pages_are_kept_as_differences_from_one_and_read_back_as_they_were_fetched()
    {
        for (var i = 0; i < 6; i++)
        {
            await SaveAsync(i);
        }

        Query("SELECT encoding FROM blob ORDER BY id").Should().Equal("br", "delta", "delta", "delta", "delta", "delta");
        Query("SELECT COUNT(DISTINCT base_id) FROM blob").Should().Equal("1");
        Query("SELECT MAX(LENGTH(data)) * 4 < (SELECT LENGTH(data) FROM blob WHERE id = 1) FROM blob WHERE id > 1").Should().Equal("1");
        (await PagesAsync()).Should().Equal(Enumerable.Range(0, 6).Select(Html));
        (await _fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_base_stays_as_long_as_a_page_needs_it()
    {
        for (var i = 0; i < 4; i++)
        {
            await SaveAsync(i);
        }

        var first = await _fixture.Store.Archive.PruneAsync(new ArchiveRetention(null, TimeSpan.FromDays(2), null), StoreFixture.Now.AddDays(4.5), default);

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

    [Fact]
    public async Task A_base_that_is_pruned_before_the_page_is_written_is_not_missed()
    {
        await SaveAsync(0);
        var basis = ReadBase();
        await _fixture.Store.Articles.DeleteAsync(Url(0), StoreFixture.Now, default);
        var page = new PackedPage(Page(1).Page);
        page.Pack(basis);
        using (var session = new SqliteSession(new SqliteFile(_fixture.Path).OpenWriter()))
        {
            session.Execute("BEGIN");
            page.Write(session, SiteRows.IdOf(session, "example"), null);
            session.Execute("COMMIT");
        }

        (await PagesAsync()).Should().Equal(Html(1));
        Query("SELECT encoding FROM blob").Should().Equal("br");
    }

    [Theory]
    [InlineData("UPDATE blob SET data = zeroblob(LENGTH(data)) WHERE id = 1", "body 1")]
    [InlineData("UPDATE blob SET data = zeroblob(LENGTH(data)) WHERE id = 2", "body 2")]
    [InlineData("UPDATE blob SET data = substr(data, 1, 3) WHERE id = 2", "body 2")]
    [InlineData("UPDATE blob SET base_id = 2 WHERE id = 3", "body 3 on body 2")]
    [InlineData("PRAGMA foreign_keys = OFF; UPDATE blob SET base_id = 77 WHERE id = 3", "body 3 on body 77")]
    public async Task Damage_is_reported_by_name_and_does_not_stop_the_next_page(string damage, string named)
    {
        for (var i = 0; i < 3; i++)
        {
            await SaveAsync(i);
        }

        using (var connection = new SqliteConnection($"Data Source={_fixture.Path};Pooling=False"))
        {
            await connection.OpenAsync();
            SqliteFile.Execute(connection, damage);
        }

        var read = PagesAsync;
        (await read.Should().ThrowAsync<StoreException>()).Which.Fault.Should().Be(StoreFault.Corrupt);
        (await _fixture.Store.Care.CheckAsync(default)).Select(p => p.Detail).Should().Contain(d => d.Contains(named, StringComparison.Ordinal));
        await SaveAsync(9);
        (await _fixture.Store.Archive.FindAsync(Url(9), default))!.Page.Body.ToArray().Should().Equal(Encoding.UTF8.GetBytes(Html(9)));
    }

    private static byte[] Bytes(int seed)
    {
        var bytes = new byte[90];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static string Url(int i) => $"https://example.com/{i}";

    private static string Html(int i) => $"{Frame}<p>{StoreFixture.Words(i, 100)}</p>{Frame}";

    private static ExtractedPage Page(int i) =>
        StoreFixture.Page(StoreFixture.Article(Url(i), StoreFixture.Words(i, 100), $"Title {i}"), Html(i), at: StoreFixture.Now.AddDays(i));

    private Task<SaveResult> SaveAsync(int i) => _fixture.SaveAsync(Page(i));

    private async Task<List<string>> PagesAsync()
    {
        var pages = new List<string>();
        await foreach (var page in _fixture.Store.Archive.ReadAsync(new PageFilter(), default))
        {
            pages.Add(Encoding.UTF8.GetString(page.Page.Body.Span));
        }

        return pages;
    }

    private PageBase ReadBase()
    {
        using var session = new SqliteSession(new SqliteFile(_fixture.Path).OpenReader());
        return PageBase.Find(session, "example")!;
    }

    private List<string> Query(string sql)
    {
        using var session = new SqliteSession(new SqliteFile(_fixture.Path).OpenReader());
        return session.Rows(sql, r => r.GetString(0));
    }
}
