using FluentAssertions;
using Scraper.Core.Articles;
using Scraper.Core.Metadata;
using Scraper.Storage;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Storage;

/// <summary>Section, tags and pictures are part of a stored article: kept, compared, written anew, and not known of an article from before.</summary>
public abstract class TopicTests(StorageEngine engine) : IAsyncLifetime
{
    private const string Url = "https://example.com/a";
    private static readonly Article Before = StoreFixture.Article(Url, StoreFixture.Words(1, 300));
    private StoreFixture _fixture = null!;

    public static TheoryData<string, Func<Article, Article>> Edits => new()
    {
        { "title: A title", a => a with { Title = "Another title" } },
        { "published: 2026-02-01T09:07+02:00", a => a with { PublishedAt = a.PublishedAt! with { Value = a.PublishedAt.Value.AddDays(1) } } },
        { "captions: A caption", a => a with { Captions = [new Caption("Another caption", 1)] } },
        { "section: Town", a => a with { Metadata = a.Metadata with { Section = "World" } } },
        { "tags: harbour; rain", a => a with { Metadata = a.Metadata with { Tags = ["harbour"] } } },
        { "pictures: https://example.com/a.jpg?size=1, A caption, Paul Photo | https://example.com/b.jpg, Ann", a => a with { Pictures = [a.Pictures[0]] } },
    };

    public async Task InitializeAsync() => _fixture = await StoreFixture.OpenAsync(engine);

    public async Task DisposeAsync()
    {
        (await _fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
        await _fixture.DisposeAsync();
    }

    [StoreTheory]
    [MemberData(nameof(Edits))]
    public async Task An_edit_of_any_of_them_is_the_publishers_whichever_version_read_the_old_page(string was, Func<Article, Article> edit)
    {
        foreach (var (extractor, revision) in new[] { ("rules 1", 2), ("rules 2", 2) })
        {
            var url = $"{Url}/{extractor[^1]}";
            var before = Before with { Url = url, Text = extractor + Before.Text };
            await _fixture.SaveAsync(StoreFixture.Page(before, html: url));

            var result = await _fixture.SaveAsync(StoreFixture.Page(edit(before), html: $"{url} anew", extractor: extractor));

            result.Outcome.Should().Be(SaveOutcome.Updated);
            var stored = (await _fixture.Store.Articles.FindAsync(url, default))!;
            stored.Article.Should().BeEquivalentTo(edit(before));
            stored.PublisherRevision.Should().Be(revision);
            (await _fixture.Store.Articles.RevisionsAsync(stored.Id, default))[1].Diff.Should().Contain($"-{was}\n");
        }
    }

    [StoreFact]
    public async Task Where_the_old_page_reads_today_as_the_new_one_does_only_our_reading_has_changed()
    {
        var saved = await _fixture.SaveAsync(StoreFixture.Page(Before, html: "one"));
        var page = (await _fixture.Store.Archive.FindPresentAsync(saved.ArticleId, default))!.Id;
        var after = Before with { Title = "Another title", Metadata = Before.Metadata with { Section = "World" } };

        var ours = await _fixture.SaveAsync(StoreFixture.Page(after, html: "two", extractor: "rules 2") with { Earlier = new EarlierReading(page, after) });
        var stale = await _fixture.SaveAsync(StoreFixture.Page(Before, html: "three", extractor: "rules 3") with { Earlier = new EarlierReading(page, Before) });

        ours.Outcome.Should().Be(SaveOutcome.Relabelled);
        stale.Outcome.Should().Be(SaveOutcome.Updated, "the reading is of a page that is no longer the article's");
    }

    [StoreFact]
    public async Task A_signature_in_a_pictures_address_is_no_edit()
    {
        await _fixture.SaveAsync(StoreFixture.Page(Before));
        var signed = Before with { Pictures = [Before.Pictures[0] with { Address = "https://example.com/a.jpg?signature=2" }, Before.Pictures[1]] };

        (await _fixture.SaveAsync(StoreFixture.Page(signed))).Outcome.Should().Be(SaveOutcome.Unchanged);
    }

    [StoreFact]
    public async Task A_rule_that_reads_other_tags_out_of_the_same_page_is_an_extractor_revision()
    {
        var saved = await _fixture.SaveAsync(StoreFixture.Page(Before));
        var anew = Before with { Metadata = Before.Metadata with { Section = "Sea", Tags = ["ships"] }, Pictures = [] };

        (await ReplaceAsync(saved.ArticleId, anew)).Outcome.Should().Be(SaveOutcome.Relabelled);

        _fixture.Query("SELECT section, tags, (SELECT count(*) FROM v1_pictures) FROM v1_articles")[0].Should().Equal("Sea", "[\"ships\"]", 0L);
    }

    [StoreFact]
    public async Task The_same_reading_by_another_version_leaves_nothing_behind_that_the_version_did_not_say()
    {
        var saved = await _fixture.SaveAsync(StoreFixture.Page(Before));
        var anew = Before with { Confidence = 0.7, Metadata = Before.Metadata with { LeadPicture = "https://example.com/lead.jpg" } };

        (await ReplaceAsync(saved.ArticleId, anew)).Outcome.Should().Be(SaveOutcome.Unchanged);

        (await _fixture.Store.Articles.FindAsync(Url, default))!.Article.Should().BeEquivalentTo(anew);
    }

    [StoreFact]
    public async Task Of_an_article_from_before_they_are_not_known_and_a_reading_that_finds_some_is_an_extractor_revision()
    {
        var saved = await _fixture.SaveAsync(StoreFixture.Page(Before));
        Forget();
        var old = (await _fixture.Store.Articles.FindAsync(Url, default))!.Article;
        (old.IsComplete, old.Metadata.Section, old.Pictures.Count).Should().Be((false, null, 0));
        JsonArticleWriter.ToJson(old).Should().Contain("\"tags\": null").And.Contain("\"pictures\": null");
        (await _fixture.Store.Archive.FindPresentAsync(saved.ArticleId, default))!.Extractor.Should().BeNull("a re-extraction must not pass it over");

        var known = await _fixture.SaveAsync(StoreFixture.Page(Before, html: "other adverts"));

        known.Outcome.Should().Be(SaveOutcome.Relabelled, "nobody can say that the publisher changed them");
        (await _fixture.Store.Articles.FindAsync(Url, default))!.Article.Should().BeEquivalentTo(Before);
    }

    [StoreFact]
    public async Task That_there_are_none_is_written_without_a_revision()
    {
        var plain = Before with { Metadata = PageMetadata.None, Pictures = [] };
        var saved = await _fixture.SaveAsync(StoreFixture.Page(plain));
        Forget();

        (await ReplaceAsync(saved.ArticleId, plain, "rules 1")).Outcome.Should().Be(SaveOutcome.Unchanged);

        _fixture.Query("SELECT tags, revision FROM v1_articles")[0].Should().Equal("[]", 1L);
        (await _fixture.Store.Articles.FindAsync(Url, default))!.Article.IsComplete.Should().BeTrue();
    }

    private Task<SaveResult> ReplaceAsync(long id, Article article, string extractor = "rules 2") =>
        _fixture.Store.Articles.ReplaceExtractionAsync(id, article, extractor, allowWorse: false, readFrom: null, StoreFixture.Now, default);

    /// <summary>Makes the rows those of a store from before.</summary>
    private void Forget() => _fixture.Change("UPDATE article SET section = NULL, tags = NULL, pictures = NULL");
}

public sealed class SqliteTopicTests() : TopicTests(StorageEngine.Sqlite);

[NeedsPostgres]
public sealed class PostgresTopicTests() : TopicTests(StorageEngine.Postgres);
