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

    protected async Task<List<string>> PagesAsync()
    {
        var pages = new List<string>();
        await foreach (var page in _fixture.Store.Archive.ReadAsync(new PageFilter(), default))
        {
            pages.Add(Encoding.UTF8.GetString(page.Page.Body.Span));
        }

        return pages;
    }

    protected List<string> Query(string sql) => _fixture.Query(sql).ConvertAll(row => Convert.ToString(row[0], CultureInfo.InvariantCulture)!);
}

[NeedsPostgres]
public sealed class PostgresArchiveTests() : ArchiveTests(StorageEngine.Postgres);
