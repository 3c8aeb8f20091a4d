using System.Runtime.Versioning;
using System.Text.Json;
using FluentAssertions;
using Scraper.Storage;
using Scraper.Storage.Sqlite;
using Xunit;

namespace Scraper.EndToEnd;

/// <summary>Care of the store and exports, by the real executable over the demo's articles.</summary>
public sealed class StoreTests : IAsyncLifetime, IDisposable
{
    private readonly WorkFolder _folder = new();

    public async Task InitializeAsync() => (await RunAsync("demo")).Exit.Should().Be(0);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_store_is_checked_backed_up_shrunk_and_migrated()
    {
        (await RunAsync("db", "check")).Output.Should().StartWith("ok");
        (await RunAsync("db", "backup", "copy.db")).Exit.Should().Be(0);
        (await RunAsync("db", "check", "--json", "--store", "copy.db")).Output.Should().Contain("\"ok\":true");
        var again = await RunAsync("db", "backup", "copy.db");
        again.Exit.Should().NotBe(0);
        again.Error.Should().Contain("exists already");
        (await RunAsync("db", "vacuum")).Exit.Should().Be(0);
        (await RunAsync("db", "migrate")).Error.Should().Contain("already");
        (await RunAsync("db", "vacuum", "--store", "nowhere.db")).Error.Should().Contain("There is no store");
        File.Exists(_folder["nowhere.db"]).Should().BeFalse();
    }

    [Fact]
    public async Task Archived_pages_are_pruned_by_flags_or_settings_and_articles_stay()
    {
        (await RunAsync("db", "prune")).Should().Match<ScraperResult>(r => r.Exit == 2 && r.Error.Contains("--max-days", StringComparison.Ordinal));
        (await RunAsync("db", "prune", "--max-days", "-1")).Should().Match<ScraperResult>(r => r.Exit == 2 && r.Error.Contains("Archive:MaxDays: must be", StringComparison.Ordinal));
        (await RunAsync("db", "prune", "--max-days", "1", "--site", "nobody")).Exit.Should().Be(2);
        (await RunAsync("db", "prune", "--max-days", "1")).Output.Should().StartWith("0 pages");
        File.WriteAllText(_folder["small.json"], """{ "Archive": { "MaxMegabytes": 1 } }""");
        (await RunAsync("db", "prune", "--config", "small.json")).Output.Should().StartWith("0 pages");
        var all = await ExportAsync();

        using (var connection = new SqliteFile(_folder["scraper.db"]).OpenWriter())
        {
            SqliteFile.Execute(connection, "UPDATE page SET fetched_at = '2020-01-01T00:00:00.000Z'");
        }

        var trial = await RunAsync("db", "prune", "--max-days", "1", "--dry-run", "--json");
        var pruned = await RunAsync("db", "prune", "--max-days", "1");
        var empty = await RunAsync("db", "prune", "--max-days", "1");

        JsonDocument.Parse(trial.Output).RootElement.GetProperty("pages").GetInt64().Should().BePositive();
        pruned.Output.Should().NotStartWith("0 pages").And.Contain("are gone");
        empty.Output.Should().StartWith("0 pages");
        (await ExportAsync()).Should().HaveCount(all.Count);
        (await RunAsync("db", "check")).Output.Should().StartWith("ok");
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("markdown")]
    public async Task Every_format_holds_every_article_as_a_stream_and_as_files(string format)
    {
        var all = await ExportAsync();

        var stream = await RunAsync("articles", "export", "--format", format);
        var files = await RunAsync("articles", "export", "--format", format, "--folder", "files");

        stream.Exit.Should().Be(0, stream.Error);
        all.Should().NotBeEmpty().And.OnlyContain(a => stream.Output.Contains(a.GetProperty("article").GetProperty("url").GetString()!, StringComparison.Ordinal));
        files.Exit.Should().Be(0, files.Error);
        Directory.GetFiles(_folder["files"], "*", SearchOption.AllDirectories).Should().HaveCount(all.Count);
        if (format == "markdown")
        {
            stream.Output.Should().StartWith("---\ntitle: ");
        }
    }

    [Theory]
    [InlineData("articles", "export", "-o", "scraper.db")]
    [InlineData("export", "--warc", "scraper.db")]
    [InlineData("export", "--warc", "scraper.db-wal")]
    public async Task The_store_is_not_written_over_by_an_export(params string[] command)
    {
        var refused = await RunAsync(command);

        refused.Exit.Should().Be(2, refused.Error);
        refused.Error.Should().StartWith($"scraper: {command[^1]}: is the store itself");
        (await RunAsync("db", "check")).Output.Should().StartWith("ok");
    }

    [Fact]
    public async Task Filters_choose_by_site_date_label_and_change()
    {
        var all = await ExportAsync();
        var site = all[0].GetProperty("article").GetProperty("site").GetString()!;
        var middle = all[all.Count / 2].GetProperty("changeSeq").GetInt64();

        var ofSite = await ExportAsync("--site", site);
        var later = await ExportAsync("--after", $"{middle}");
        var future = await ExportAsync("--since", "2999-01-01");
        var past = await ExportAsync("--until", "2999-01-01");
        var related = await ExportAsync("--label", "related");
        var wrong = await RunAsync("articles", "export", "--label", "nonsense");

        ofSite.Should().NotBeEmpty().And.OnlyContain(a => a.GetProperty("article").GetProperty("site").GetString() == site);
        ofSite.Count.Should().BeLessThan(all.Count);
        later.Should().NotBeEmpty().And.OnlyContain(a => a.GetProperty("changeSeq").GetInt64() > middle);
        future.Should().BeEmpty();
        past.Should().HaveCount(all.Count);
        related.Should().NotBeEmpty();
        wrong.Exit.Should().Be(2);
        wrong.Error.Should().Contain("not a label");
    }

    [Fact]
    public async Task The_five_tellings_of_one_story_are_shown_with_their_source_and_what_each_adds()
    {
        var any = (await ExportAsync()).First(a => a.GetProperty("article").GetProperty("title").GetString()!.Contains("proxy war", StringComparison.OrdinalIgnoreCase));
        var url = any.GetProperty("article").GetProperty("url").GetString()!;

        var shown = await RunAsync("articles", "story", url);
        var json = await RunAsync("articles", "story", url, "--json");

        shown.Exit.Should().Be(0, shown.Error);
        shown.Output.Should().Contain("5 tellings, source: The Guardian").And.Contain("    + ").And.Contain("runs of four words");
        var story = JsonDocument.Parse(json.Output).RootElement;
        story.GetProperty("source").GetString().Should().Be("The Guardian");
        var tellings = story.GetProperty("tellings").EnumerateArray().ToList();
        tellings.Should().HaveCount(5);
        tellings.Select(t => t.GetProperty("site").GetString()).Should().OnlyHaveUniqueItems();
        tellings.Select(t => t.GetProperty("isFirst").GetBoolean()).Should().Equal(true, false, false, false, false);
        tellings.Skip(1).Should().OnlyContain(t => t.GetProperty("adds").GetDouble() < 1);
        story.GetProperty("pairs").EnumerateArray().Should().HaveCountGreaterThanOrEqualTo(4)
            .And.OnlyContain(p => p.GetProperty("sharedShingles").GetInt32() >= 24);
    }

    [Fact]
    public async Task A_store_whose_first_page_is_damaged_is_what_a_check_tells()
    {
        var bytes = File.ReadAllBytes(_folder["scraper.db"]);
        Array.Fill(bytes, (byte)0xff, 0, 64);
        File.WriteAllBytes(_folder["damaged.db"], bytes);

        var check = await RunAsync("db", "check", "--json", "--store", "damaged.db");

        check.Exit.Should().Be(1);
        var said = JsonDocument.Parse(check.Output).RootElement;
        said.GetProperty("ok").GetBoolean().Should().BeFalse();
        said.GetProperty("problems")[0].GetProperty("detail").GetString().Should().NotBeNullOrEmpty();
        (await RunAsync("articles", "list", "--store", "damaged.db")).Should().Match<ScraperResult>(r => r.Exit == 2 && r.Error.Contains("not a SQLite database", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_article_that_nobody_else_tells_has_no_story()
    {
        var alone = (await ExportAsync()).First(a => a.GetProperty("article").GetProperty("url").GetString()!.Contains("saffron", StringComparison.Ordinal));

        var result = await RunAsync("articles", "story", alone.GetProperty("article").GetProperty("url").GetString()!);
        var unknown = await RunAsync("articles", "story", "https://nowhere.example/");

        result.Exit.Should().Be(1);
        result.Error.Should().Contain("no other telling is known");
        unknown.Exit.Should().Be(1);
        unknown.Error.Should().Contain("not stored");
    }

    [Theory]
    [InlineData("articles", "list")]
    [InlineData("db", "check")]
    [InlineData("db", "migrate")]
    [InlineData("db", "vacuum")]
    [InlineData("demo")]
    public async Task A_store_of_a_newer_version_is_refused_and_left_as_it_was(params string[] command)
    {
        using (var connection = new SqliteFile(_folder["scraper.db"]).OpenWriter())
        {
            SqliteFile.Execute(connection, "PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)");
        }

        var before = await File.ReadAllBytesAsync(_folder["scraper.db"]);

        var result = await RunAsync(command);

        result.Exit.Should().NotBe(0);
        result.Error.Should().Contain("schema 999").And.Contain("newer version of scraper").And.Contain("Update scraper");
        result.HasStackTrace.Should().BeFalse(result.Error);
        (await File.ReadAllBytesAsync(_folder["scraper.db"])).Should().Equal(before);
    }

    [ProgramFact("sqlite3")]
    [UnsupportedOSPlatform("windows")]
    public async Task Another_user_reads_the_store_without_permission_to_write_it()
    {
        var folder = new DirectoryInfo(_folder.Path);
        folder.UnixFileMode = (UnixFileMode)Convert.ToInt32("755", 8);
        foreach (var file in folder.GetFiles("scraper.db*"))
        {
            file.UnixFileMode = (UnixFileMode)Convert.ToInt32("644", 8);
        }

        // Nothing has it open: as documented, with immutable=1 for other programs.
        var idle = await ScraperProcess.RunUnprivilegedAsync(_folder.Path, "articles", "list");
        var foreign = await CountAsync("immutable=1");
        idle.Output.Should().Contain("proxy-war", idle.Error);
        foreign.Output.Trim().Should().Be($"{(await ExportAsync()).Count}", foreign.Error);
        foreign.Exit.Should().Be(0, foreign.Error);

        // While a daemon has it open.
        await using var daemon = await SqliteStore.OpenAsync(_folder["scraper.db"], StoreAccess.Daemon, default);
        await daemon.Crawl.StartRunAsync("another", "node", DateTimeOffset.UtcNow, default);
        foreach (var file in folder.GetFiles("scraper.db*"))
        {
            file.UnixFileMode = (UnixFileMode)Convert.ToInt32("644", 8);
        }

        var beside = await ScraperProcess.RunUnprivilegedAsync(_folder.Path, "articles", "list");
        var foreignBeside = await CountAsync("mode=ro");
        beside.Output.Should().Be(idle.Output, beside.Error);
        foreignBeside.Output.Should().Be(foreign.Output, foreignBeside.Error);

        var write = await ScraperProcess.RunUnprivilegedAsync(_folder.Path, "db", "vacuum");
        write.Exit.Should().Be(1);
        write.Error.Should().Contain("scraper.db").And.Contain("permission");
        write.HasStackTrace.Should().BeFalse(write.Error);
    }

    /// <summary>What another program, run by another user, counts.</summary>
    private Task<ScraperResult> CountAsync(string how) => ScraperProcess.RunUnprivilegedAsync(
        "sqlite3", _folder.Path, [$"file:{_folder["scraper.db"]}?{how}", "select count(*) from v1_articles"]);

    private async Task<List<JsonElement>> ExportAsync(params string[] filter)
    {
        var result = await RunAsync(["articles", "export", .. filter]);
        result.Exit.Should().Be(0, result.Error);
        return [.. result.JsonLines];
    }

    private Task<ScraperResult> RunAsync(params string[] arguments) => ScraperProcess.RunAsync(_folder.Path, arguments);
}
