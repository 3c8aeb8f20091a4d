using FluentAssertions;
using Scraper.Core.Labelling;
using Scraper.Storage;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Storage;

public abstract class SavingTests(StorageEngine engine) : IAsyncLifetime
{
    private const string Url = "https://example.com/a";
    private static readonly string Text = StoreFixture.Words(1, 300);
    private StoreFixture _fixture = null!;

    public async Task InitializeAsync() => _fixture = await StoreFixture.OpenAsync(engine);

    public async Task DisposeAsync()
    {
        (await _fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
        await _fixture.DisposeAsync();
    }

    [StoreFact]
    public async Task A_new_article_comes_back_as_it_was_saved()
    {
        var article = StoreFixture.Article(Url, Text);

        var result = await _fixture.SaveAsync(StoreFixture.Page(article));

        result.Outcome.Should().Be(SaveOutcome.Stored);
        var stored = await _fixture.Store.Articles.FindAsync(Url, default);
        stored!.Article.Should().BeEquivalentTo(article);
        stored.PublisherRevision.Should().Be(1);
        stored.FetchedAt.Should().Be(StoreFixture.Now);
    }

    [StoreFact]
    public async Task Saving_the_same_again_changes_nothing_but_the_time_of_the_look()
    {
        await _fixture.SaveAsync(StoreFixture.Page(Url, Text));

        var again = await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(Url, Text), at: StoreFixture.Now.AddHours(1)));

        again.Outcome.Should().Be(SaveOutcome.Unchanged);
        (await _fixture.Store.Articles.ChangesAsync(0, 100, default)).Should().ContainSingle();
        (await _fixture.Store.Articles.FindAsync(Url, default))!.CheckedAt.Should().Be(StoreFixture.Now.AddHours(1));
    }

    [StoreFact]
    public async Task An_edit_by_the_publisher_is_one_publisher_revision_and_one_change()
    {
        await _fixture.SaveAsync(StoreFixture.Page(Url, Text));

        var edit = await _fixture.SaveAsync(StoreFixture.Page(Url, Text + "\n\nCorrection: it was Tuesday."));

        edit.Outcome.Should().Be(SaveOutcome.Updated);
        (await _fixture.Store.Articles.ChangesAsync(0, 100, default)).Select(c => c.Kind).Should().Equal(ChangeKind.Stored, ChangeKind.Publisher);
        var revisions = await _fixture.Store.Articles.RevisionsAsync(edit.ArticleId, default);
        revisions.Select(r => r.Text).Should().Equal(Text, Text + "\n\nCorrection: it was Tuesday.");
        revisions[1].Diff.Should().Contain("+Correction: it was Tuesday.").And.NotContain("-");
        (await _fixture.Store.Articles.FindAsync(Url, default))!.PublisherRevision.Should().Be(2);
    }

    [StoreFact]
    public async Task Another_reading_of_the_same_bytes_is_an_extractor_revision()
    {
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(Url, Text), html: "same"));

        var relabelled = await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(Url, Text + "\n\nOne more."), html: "same", extractor: "rules 2"));

        relabelled.Outcome.Should().Be(SaveOutcome.Relabelled);
        var stored = await _fixture.Store.Articles.FindAsync(Url, default);
        (stored!.PublisherRevision, stored.ExtractorRevision).Should().Be((1, 2));
    }

    [StoreFact]
    public async Task A_page_whose_blocks_are_all_there_still_is_an_extractor_revision_though_its_adverts_changed()
    {
        var before = StoreFixture.Article(Url, Text);
        await _fixture.SaveAsync(StoreFixture.Page(before, html: "one"));
        var after = before with
        {
            Text = before.Text + "\n\nBuy now!",
            Blocks = [.. before.Blocks.Select(b => b with { Verdict = b.Verdict with { Label = Label.Body } })],
        };

        var result = await _fixture.SaveAsync(StoreFixture.Page(after, html: "two", extractor: "rules 2"));

        result.Outcome.Should().Be(SaveOutcome.Relabelled);
    }

    [StoreTheory]
    [InlineData("short")]
    [InlineData("language")]
    [InlineData("wall")]
    [InlineData("empty")]
    [InlineData("unsure")]
    public async Task A_worse_fetch_is_kept_beside_and_the_good_text_stays(string kind)
    {
        await _fixture.SaveAsync(StoreFixture.Page(Url, Text));
        var good = StoreFixture.Article(Url, Text);
        var bad = kind switch
        {
            "short" => good with { Text = Text[..200] },
            "language" => good with { Language = "fr", Text = Text + " changed" },
            "wall" => good with { Text = StoreFixture.Words(99, 250) },
            "empty" => good with { Text = string.Empty },
            _ => good with { Text = Text + " x", Confidence = 0.3 },
        };

        var result = await _fixture.SaveAsync(StoreFixture.Page(bad));

        result.Outcome.Should().Be(SaveOutcome.Worse);
        result.Detail.Should().NotBeNullOrEmpty();
        (await _fixture.Store.Articles.FindAsync(Url, default))!.Article.Text.Should().Be(Text);
        (await _fixture.Store.Articles.ChangesAsync(0, 100, default)).Should().ContainSingle();
    }

    [StoreFact]
    public async Task A_deleted_article_leaves_a_tombstone()
    {
        await _fixture.SaveAsync(StoreFixture.Page(Url, Text));

        (await _fixture.Store.Articles.DeleteAsync(Url, StoreFixture.Now, default)).Should().BeTrue();

        (await _fixture.Store.Articles.FindAsync(Url, default)).Should().BeNull();
        var changes = await _fixture.Store.Articles.ChangesAsync(1, 100, default);
        changes.Should().ContainSingle().Which.Kind.Should().Be(ChangeKind.Deleted);
        (await _fixture.Store.Crawl.FindUrlAsync(Url, default)).Should().Match<UrlState>(u => u.Status == UrlStatus.Deleted && u.Validators.ETag == null && u.NextVisitAt == null);
        (await _fixture.Store.Articles.SearchAsync("w1 OR title", ArticleFilter.All, default)).Should().BeEmpty();
    }

    [StoreFact]
    public async Task A_new_extraction_of_the_archive_replaces_only_what_is_not_worse()
    {
        var saved = await _fixture.SaveAsync(StoreFixture.Page(Url, Text));
        var better = StoreFixture.Article(Url, Text + "\n\nThe last paragraph.");
        var worse = StoreFixture.Article(Url, Text[..100]);
        var store = _fixture.Store.Articles;

        (await store.ReplaceExtractionAsync(saved.ArticleId, better, "rules 2", false, null, StoreFixture.Now, default)).Outcome.Should().Be(SaveOutcome.Relabelled);
        (await store.ReplaceExtractionAsync(saved.ArticleId, better, "rules 2", false, null, StoreFixture.Now, default)).Outcome.Should().Be(SaveOutcome.Unchanged);
        (await store.ReplaceExtractionAsync(saved.ArticleId, worse, "rules 3", false, null, StoreFixture.Now, default)).Outcome.Should().Be(SaveOutcome.Worse);
        (await store.ReplaceExtractionAsync(saved.ArticleId, worse, "rules 3", true, null, StoreFixture.Now, default)).Outcome.Should().Be(SaveOutcome.Relabelled);
        (await store.FindAsync(Url, default))!.ExtractorRevision.Should().Be(3);
    }

    [StoreFact]
    public async Task Only_a_fetch_says_that_an_article_is_well_again()
    {
        var saved = await _fixture.SaveAsync(StoreFixture.Page(Url, Text));
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(Url, Text[..200]), at: StoreFixture.Now.AddDays(1)));
        Worse().Should().NotBeNull();

        await _fixture.Store.Articles.ReplaceExtractionAsync(saved.ArticleId, StoreFixture.Article(Url, Text + "\n\nThe last paragraph."), "rules 2", false, null, StoreFixture.Now.AddDays(2), default);
        Worse().Should().NotBeNull("the page was not looked at");

        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article(Url, Text + "\n\nAnother last paragraph."), at: StoreFixture.Now.AddDays(3)));
        Worse().Should().BeNull();

        object? Worse() => _fixture.Query("SELECT worse_at FROM v1_articles")[0][0];
    }

    [StoreFact]
    public async Task Search_finds_words_phrases_and_prefixes_and_weighs_the_title()
    {
        await _fixture.SaveAsync(StoreFixture.Page("https://example.com/1", "The minister spoke about élan and harbours. " + Text, "Weather"));
        await _fixture.SaveAsync(StoreFixture.Page("https://example.com/2", "Rain. " + StoreFixture.Words(3, 200), "Harbours close"));
        var store = _fixture.Store.Articles;

        (await store.SearchAsync("harbours", ArticleFilter.All, default)).Select(h => h.Article.Title).Should().Equal("Harbours close", "Weather");
        (await store.SearchAsync("\"minister spoke\"", ArticleFilter.All, default)).Should().ContainSingle();
        (await store.SearchAsync("elan", ArticleFilter.All, default)).Should().ContainSingle().Which.Snippet.Should().StartWith("The minister spoke about \u0002élan\u0003 and harbours.");
        (await store.SearchAsync("harb* \"minister spoke\" NOT weathered", ArticleFilter.All, default)).Should().ContainSingle().Which.Snippet.Should().StartWith("The \u0002minister\u0003 \u0002spoke\u0003 about élan and \u0002harbours\u0003.");
        (await store.SearchAsync("harb* NOT minister", new ArticleFilter { Site = "example" }, default)).Should().ContainSingle();
        (await store.SearchAsync("harbours) \" OR (", new ArticleFilter { Site = "nobody" }, default)).Should().BeEmpty();
    }

    [StoreFact]
    public async Task A_search_within_a_site_finds_its_articles_and_no_word_finds_a_site()
    {
        foreach (var site in new[] { "a", "b", "c" })
        {
            await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article($"https://{site}.com/1", $"The harbours of {site} close.", site: site)));
        }

        var store = _fixture.Store.Articles;
        (await store.SearchAsync("harbours", new ArticleFilter { Site = "b" }, default)).Should().ContainSingle().Which.Article.Site.Should().Be("b");
        (await store.SearchAsync("storms OR harbours NOT b", new ArticleFilter { Site = "b" }, default)).Should().BeEmpty();
        (await store.SearchAsync("site1 OR site2 OR site3", ArticleFilter.All, default)).Should().BeEmpty();

        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://b.com/1", "The harbours of b close. All of them.", site: "b")));
        (await store.SearchAsync("harbours", new ArticleFilter { Site = "b" }, default)).Should().ContainSingle().Which.Snippet.Should().Contain("All");
        await store.DeleteAsync("https://b.com/1", DateTimeOffset.UtcNow, default);
        (await store.SearchAsync("harbours", new ArticleFilter { Site = "b" }, default)).Should().BeEmpty();
        (await _fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
    }

    [StoreFact]
    public async Task A_word_of_more_articles_than_are_ranked_finds_those_with_it_in_their_title_then_the_newest()
    {
        const int Count = 1_100;
        await Task.WhenAll(Enumerable.Range(0, Count).Select(i =>
            _fixture.SaveAsync(StoreFixture.Page($"https://example.com/{i}", $"Everyone said so. {StoreFixture.Words(i, 5)}", i is 400 or 900 ? $"Everyone {i}" : $"Title {i}"))));
        var store = _fixture.Store.Articles;

        var hits = await store.SearchAsync("everyone", ArticleFilter.All, default);
        var newest = await store.SearchAsync("everyone NOT title", new ArticleFilter { Site = "example", Limit = 1 }, default);

        hits.Should().HaveCount(20).And.OnlyContain(h => h.Snippet.Contains("Everyone"));
        hits.Take(2).Select(h => h.Article.Title).Should().BeEquivalentTo(["Everyone 400", "Everyone 900"]);
        hits.Skip(2).Select(h => h.Article.Id).Should().BeInDescendingOrder().And.OnlyContain(id => id > Count - 50);
        newest.Should().ContainSingle("few enough to be ranked");
    }

    [StoreFact]
    public async Task Filters_choose_by_site_date_label_and_change()
    {
        await _fixture.SaveAsync(StoreFixture.Page("https://example.com/1", StoreFixture.Words(4, 100)));
        await _fixture.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://other.com/2", StoreFixture.Words(5, 100), site: "other", stripped: Label.Comment)));
        var store = _fixture.Store.Articles;

        (await store.ListAsync(new ArticleFilter { Site = "other" }, default)).Should().ContainSingle();
        (await store.ListAsync(new ArticleFilter { Label = Label.Comment }, default)).Should().ContainSingle();
        (await store.ListAsync(new ArticleFilter { AfterChange = 1 }, default)).Should().ContainSingle();
        (await store.ListAsync(new ArticleFilter { Since = StoreFixture.Now }, default)).Should().BeEmpty();
        (await store.ListAsync(new ArticleFilter { Until = StoreFixture.Now }, default)).Should().HaveCount(2);
        var read = new List<StoredArticle>();
        await foreach (var article in store.ReadAsync(ArticleFilter.All, default))
        {
            read.Add(article);
        }

        read.Select(a => a.ChangeSeq).Should().Equal(1, 2);
        read.Should().OnlyContain(a => a.Article.Blocks.Count > 1);
    }

    [StoreFact]
    public async Task Many_saves_at_once_are_all_kept_once()
    {
        var pages = Enumerable.Range(0, 200).Select(i => StoreFixture.Page($"https://example.com/{i % 100}", StoreFixture.Words(i % 100, 60), $"Title {i % 100}"));

        var results = await Task.WhenAll(pages.Select(_fixture.SaveAsync));

        results.Count(r => r.Outcome == SaveOutcome.Stored).Should().Be(100);
        results.Count(r => r.Outcome == SaveOutcome.Unchanged).Should().Be(100);
        (await _fixture.Store.Articles.ChangesAsync(0, 1000, default)).Should().HaveCount(100);
    }
}

public sealed class SqliteSavingTests() : SavingTests(StorageEngine.Sqlite);

[NeedsPostgres]
public sealed class PostgresSavingTests() : SavingTests(StorageEngine.Postgres);
