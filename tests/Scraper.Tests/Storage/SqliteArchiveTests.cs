using System.Text;
using FluentAssertions;
using Microsoft.Data.Sqlite;
using Scraper.Storage;
using Scraper.Storage.Sql;
using Scraper.Storage.Sqlite;
using Xunit;

namespace Scraper.Tests.Storage;

public sealed class SqliteArchiveTests() : ArchiveTests(StorageEngine.Sqlite)
{
    [Fact]
    public async Task A_base_that_is_pruned_before_the_page_is_written_is_not_missed()
    {
        await SaveAsync(0);
        var basis = ReadBase();
        await Fixture.Store.Articles.DeleteAsync(Url(0), StoreFixture.Now, default);
        var page = new PackedPage(Page(1).Page);
        page.Pack(basis);
        using (var session = new SqliteSession(new SqliteFile(Fixture.Path).OpenWriter()))
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

        using (var connection = new SqliteConnection($"Data Source={Fixture.Path};Pooling=False"))
        {
            await connection.OpenAsync();
            SqliteFile.Execute(connection, damage);
        }

        var read = PagesAsync;
        (await read.Should().ThrowAsync<StoreException>()).Which.Fault.Should().Be(StoreFault.Corrupt);
        (await Fixture.Store.Care.CheckAsync(default)).Select(p => p.Detail).Should().Contain(d => d.Contains(named, StringComparison.Ordinal));
        await SaveAsync(9);
        (await Fixture.Store.Archive.FindAsync(Url(9), default))!.Page.Body.ToArray().Should().Equal(Encoding.UTF8.GetBytes(Html(9)));
    }

    private PageBase ReadBase()
    {
        using var session = new SqliteSession(new SqliteFile(Fixture.Path).OpenReader());
        return new PageBases().Find(session, "example")!;
    }
}
