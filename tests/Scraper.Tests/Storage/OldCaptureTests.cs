using System.Globalization;
using FluentAssertions;
using Scraper.Fetching;
using Scraper.Storage;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Storage;

public abstract class OldCaptureTests(StorageEngine engine) : IAsyncLifetime
{
    private const string Url = "https://example.com/a";
    private static readonly string Present = StoreFixture.Words(1, 200);
    private StoreFixture _fixture = null!;

    public async Task InitializeAsync() => _fixture = await StoreFixture.OpenAsync(engine);

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [StoreFact]
    public async Task A_capture_from_before_the_last_look_changes_nothing()
    {
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(Url, Present)));

        var result = await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(Url, Present + "\n\nAn older ending."), at: StoreFixture.Now.AddDays(-1)));

        result.Outcome.Should().Be(SaveOutcome.Unchanged);
        result.Detail.Should().Contain("older");
        var stored = (await _fixture.Store.Articles.FindAsync(Url, default))!;
        stored.Article.Text.Should().Be(Present);
        stored.CheckedAt.Should().Be(StoreFixture.Now);
        stored.PublisherRevision.Should().Be(1);
        (await _fixture.Store.Crawl.FindUrlAsync(Url, default))!.VisitedAt.Should().Be(StoreFixture.Now);
        (await _fixture.Store.Articles.ChangesAsync(0, 10, default)).Should().ContainSingle();
    }

    [StoreTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_captures_of_one_moment_do_not_take_turns(bool arePruned)
    {
        ExtractedPage[] captures = [StoreFixture.Page(StoreFixture.Article(Url, Present)), StoreFixture.Page(StoreFixture.Article(Url, Present + "\n\nAnother ending."))];
        await SaveAllAsync();
        if (arePruned)
        {
            await _fixture.Store.Archive.PruneAsync(new ArchiveRetention(null, TimeSpan.Zero, null), StoreFixture.Now.AddDays(1), isTrial: false, default);
        }

        (await SaveAllAsync()).Should().Equal(SaveOutcome.Unchanged, SaveOutcome.Unchanged);

        (await _fixture.Store.Articles.FindAsync(Url, default))!.Article.Text.Should().EndWith("Another ending.");
        (await _fixture.Store.Articles.ChangesAsync(0, 10, default)).Should().HaveCount(2);

        async Task<List<SaveOutcome>> SaveAllAsync()
        {
            var outcomes = new List<SaveOutcome>();
            foreach (var capture in captures)
            {
                outcomes.Add((await _fixture.SaveAsync(capture)).Outcome);
            }

            return outcomes;
        }
    }

    [StoreFact]
    public async Task What_a_page_asks_of_those_who_keep_it_is_what_it_asked_at_the_last_look()
    {
        var asked = new PageSignals(NoIndex: true, NoArchive: false, TdmReservation: true);
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(Url, Present)) with { Signals = asked });

        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(Url, Present), at: StoreFixture.Now.AddDays(-1)));
        Signals().Should().Be(asked, "a capture from before says nothing of today");

        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(Url, Present), at: StoreFixture.Now.AddDays(1)));
        Signals().Should().Be(PageSignals.None);
    }

    [StoreFact]
    public async Task A_reading_of_a_page_that_is_no_longer_the_articles_is_dropped()
    {
        var saved = await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(Url, Present)));

        var result = await _fixture.Store.Articles.ReplaceExtractionAsync(saved.ArticleId, StoreFixture.Article(Url, Present + " More."), "rules 2", true, 999, StoreFixture.Now, default);

        result.Outcome.Should().Be(SaveOutcome.Unchanged);
        (await _fixture.Store.Articles.FindAsync(Url, default))!.Article.Text.Should().Be(Present);
    }

    private PageSignals Signals()
    {
        var row = _fixture.Query("SELECT noindex, noarchive, tdm_reservation FROM v1_articles").Should().ContainSingle().Subject;
        return new PageSignals(Is(0), Is(1), Is(2));

        bool Is(int column) => Convert.ToBoolean(row[column], CultureInfo.InvariantCulture);
    }
}

public sealed class SqliteOldCaptureTests() : OldCaptureTests(StorageEngine.Sqlite);

[NeedsPostgres]
public sealed class PostgresOldCaptureTests() : OldCaptureTests(StorageEngine.Postgres);
