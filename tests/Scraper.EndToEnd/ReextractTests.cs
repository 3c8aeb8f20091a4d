using System.Text.Json;
using FluentAssertions;
using Scraper.Storage;
using Scraper.Storage.Sqlite;
using Xunit;

namespace Scraper.EndToEnd;

public sealed class ReextractTests : IAsyncLifetime, IDisposable
{
    private const string Plain = "name: one\nhosts: [one.example]\nselect:\n  title: h1\n  body: article\n";
    private const string WithoutPromotion = Plain + "strip:\n  .promotion: advert\n";

    private readonly WorkFolder _folder = new();
    private WebServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await WebServer.StartAsync();
        _folder.Write("settings.json", JsonSerializer.Serialize(new
        {
            Fetching = new { Delay = "0s", ConnectTo = new Dictionary<string, string> { ["one.example"] = _server.Endpoint } },
        }));
        _folder.Write("sites/one.yaml", Plain);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_edited_page_is_one_publisher_revision_and_a_changed_rule_one_extractor_revision()
    {
        Offer("/a", "Apples are in season.");
        await FetchAsync("/a");
        Offer("/a", "Apples are in season, and pears are, too.");
        await FetchAsync("/a");
        (await RevisionsAsync()).Should().Equal(RevisionKind.Publisher, RevisionKind.Publisher);
        (await StoredFixtures.LastChangeAsync(_folder["scraper.db"])).Should().Be(2);

        _folder.Write("sites/one.yaml", WithoutPromotion);
        var looked = await ReextractAsync("--diff");
        looked.Output.Should().Contain("1 pages: 0 same, 1 better, 0 worse, 0 lost").And.Contain("- Subscribe now").And.NotContain("\e[");
        (await RevisionsAsync()).Should().HaveCount(2, "nothing is written without --apply");

        var applied = await ReextractAsync("--apply", "--json");
        Json(applied).GetProperty("applied").GetProperty("revisions").GetInt32().Should().Be(1, applied.Output);
        (await RevisionsAsync()).Should().Equal(RevisionKind.Publisher, RevisionKind.Publisher, RevisionKind.Extractor);
        (await StoredFixtures.LastChangeAsync(_folder["scraper.db"])).Should().Be(3);
        (await StoredFixtures.ReadAsync(_folder["scraper.db"]))[0].Body.Should().ContainSingle(p => p.Contains("pears", StringComparison.Ordinal)).And.NotContain(p => p.Contains("Subscribe", StringComparison.Ordinal));

        (await ReextractAsync("--apply")).Output.Should().Contain("1 skipped").And.Contain("applied: 0 extractor revisions");
        (await FetchAsync("/a")).Error.Should().Contain("Unchanged", "the daemon reads the page by the same rule");
        (await RevisionsAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task Killed_half_way_it_goes_on_where_it_ended_and_each_article_gets_one_revision()
    {
        const int Pages = 100;
        const int Limit = 40;
        var paths = Enumerable.Range(0, Pages).Select(i => $"/{i}").ToArray();
        foreach (var path in paths)
        {
            Offer(path, $"Story number {path} is about {string.Join(' ', Enumerable.Range(0, 40).Select(i => $"word{path.GetHashCode(StringComparison.Ordinal) ^ i}"))}.");
        }

        await FetchAsync(paths);
        _folder.Write("sites/one.yaml", WithoutPromotion);
        using (var shell = new SqliteShell(_folder["scraper.db"]))
        {
            await shell.HangAtChangeAsync(Pages + Limit + 1);
            using var reextract = ScraperProcess.Start(_folder.Path, "reextract", "--rules", "sites", "--config", "settings.json", "--apply");
            await reextract.ReachesAsync("wrote so much", async () => await StoredFixtures.LastChangeAsync(_folder["scraper.db"]) >= Pages + (Limit / 2));
            await reextract.KillAsync();
            await shell.HangNoMoreAsync();
        }

        var done = await StoredFixtures.LastChangeAsync(_folder["scraper.db"]) - Pages;
        done.Should().BeInRange(Limit / 2, Limit, "what was half written when it was killed is not there");
        (await ScraperProcess.RunAsync(_folder.Path, "db", "check")).Exit.Should().Be(0);

        var resumed = await ReextractAsync("--apply", "--json");

        Json(resumed).GetProperty("outcomes").GetProperty("skipped").GetInt64().Should().Be(done);
        Json(resumed).GetProperty("applied").GetProperty("revisions").GetInt64().Should().Be(Pages - done);
        for (var id = 1; id <= Pages; id++)
        {
            (await RevisionsAsync(id)).Should().Equal(RevisionKind.Publisher, RevisionKind.Extractor);
        }
    }

    [Fact]
    public async Task A_rule_that_costs_too_much_is_refused_without_force()
    {
        Offer("/a", "Apples are in season.");
        await FetchAsync("/a");
        _folder.Write("sites/one.yaml", Plain.Replace("body: article", "body: .promotion", StringComparison.Ordinal));

        var refused = await ReextractAsync("--apply");

        refused.Exit.Should().Be(6, refused.Error);
        refused.Error.Should().Contain("one: left as it is").And.Contain("--force");
        (await RevisionsAsync()).Should().HaveCount(1);
        (await ReextractAsync("--apply", "--force")).Exit.Should().Be(0);
        (await RevisionsAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task It_does_not_write_beside_a_daemon_but_reads()
    {
        Offer("/a", "Apples are in season.");
        await FetchAsync("/a");
        _folder.Write("sites/one.yaml", WithoutPromotion);
        await using var daemon = await SqliteStore.OpenAsync(_folder["scraper.db"], StoreAccess.Daemon, CancellationToken.None);

        (await ReextractAsync()).Output.Should().Contain("1 better");
        var refused = await ReextractAsync("--apply");

        refused.Exit.Should().Be(1);
        refused.Error.Should().Contain("Another scraper daemon is using this store").And.Contain("Stop it first");
    }

    [Fact]
    public async Task Clean_and_reextract_say_the_same_of_the_same_bytes()
    {
        Offer("/a", "Apples are in season.");
        var html = Html("/a", "Apples are in season.");
        await FetchAsync("/a");
        _folder.Write("sites/one.yaml", WithoutPromotion);
        _folder.Write("a.html", html);

        await ReextractAsync("--apply");
        var cleaned = await ScraperProcess.RunAsync(_folder.Path, "clean", "a.html", "--url", "http://one.example/a", "--sites", "sites", "--json");
        var stored = await ScraperProcess.RunAsync(_folder.Path, "articles", "show", "1", "--format", "json");

        var (expected, actual) = (Json(stored), Json(cleaned));
        foreach (var field in new[] { "url", "title", "text", "blocks" })
        {
            actual.GetProperty(field).GetRawText().Should().Be(expected.GetProperty(field).GetRawText(), field);
        }
    }

    private static JsonElement Json(ScraperResult result) => JsonDocument.Parse(result.Output).RootElement;

    private static string Html(string path, string text) =>
        $"""
        <!doctype html><html lang=en><head><title>Story {path}</title></head><body><nav><a href=/>Home</a></nav><article><h1>Story {path}</h1>
        <p>{text}</p><p class=promotion>Subscribe now to our very good newsletter.</p>
        <p>The council said on Monday that the orchard would stay open, although the gate at the far end is locked after six, and asked visitors to take only what they can carry.</p>
        </article></body></html>
        """;

    private void Offer(string path, string text) => _server.Serve(path, Html(path, text));

    private Task<ScraperResult> FetchAsync(params string[] paths) => ScraperProcess.RunAsync(
        _folder.Path, ["fetch", .. paths.Select(p => $"http://one.example{p}"), "--sites", "sites", "--config", "settings.json"]);

    private Task<ScraperResult> ReextractAsync(params string[] more) =>
        ScraperProcess.RunAsync(_folder.Path, ["reextract", "--rules", "sites", "--config", "settings.json", .. more]);

    private async Task<IReadOnlyList<RevisionKind>> RevisionsAsync(long article = 1)
    {
        await using var store = await SqliteStore.OpenAsync(_folder["scraper.db"], StoreAccess.Read, CancellationToken.None);
        return [.. (await store.Articles.RevisionsAsync(article, CancellationToken.None)).Select(r => r.Kind)];
    }
}
