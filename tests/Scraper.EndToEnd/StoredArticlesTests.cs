using System.Text.Json;
using FluentAssertions;
using Scraper.Storage.Sqlite;
using Xunit;

namespace Scraper.EndToEnd;

/// <summary>Commands that look for articles in the store, over the demo's.</summary>
public sealed class StoredArticlesTests : IAsyncLifetime, IDisposable
{
    private readonly WorkFolder _folder = new();

    public async Task InitializeAsync() => (await RunAsync("demo")).Exit.Should().Be(0);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_article_is_found_however_its_address_is_spelt()
    {
        var stored = new Uri((await ListAsync())[0].GetProperty("url").GetString()!);
        var host = stored.Host.StartsWith("www.", StringComparison.Ordinal) ? stored.Host[4..] : $"www.{stored.Host}";
        string[] spellings = [$"{stored}?utm_source=rss", $"{stored}#top", new UriBuilder(stored) { Host = host, Port = -1 }.Uri.AbsoluteUri, $"http://{host}{stored.AbsolutePath.TrimEnd('/')}?utm_source=rss#top"];
        foreach (var spelling in spellings)
        {
            var shown = await RunAsync("articles", "show", spelling, "--json");

            shown.Exit.Should().Be(0, shown.Error);
            JsonDocument.Parse(shown.Output).RootElement.GetProperty("url").GetString().Should().Be(stored.AbsoluteUri);
        }

        (await RunAsync("articles", "show", $"{stored}x")).Exit.Should().Be(1);
    }

    [Fact]
    public async Task An_article_is_deleted_only_by_who_means_it()
    {
        var stored = (await ListAsync())[0];
        var (id, url) = (stored.GetProperty("id").GetRawText(), stored.GetProperty("url").GetString()!);

        var trial = await RunAsync("articles", "delete", url, "--dry-run");
        var deleted = await RunAsync("articles", "delete", url, "999999", "--yes");

        (trial.Exit, trial.Output).Should().Be((0, deleted.Output), trial.Error);
        deleted.Output.Should().StartWith($"{id}  ").And.Contain(url);
        (deleted.Exit, deleted.Error).Should().Match<(int Exit, string Error)>(r => r.Exit == 1 && r.Error.Contains("999999: not stored") && r.Error.Contains("1 deleted"));
        (await RunAsync("articles", "show", url)).Exit.Should().Be(1);
        (await RunAsync("db", "check")).Exit.Should().Be(0);
    }

    [Fact]
    public async Task JSON_of_several_articles_is_a_line_an_article()
    {
        var ids = (await ListAsync()).Take(2).Select(a => a.GetProperty("id").GetRawText()).ToArray();

        var shown = await RunAsync("articles", "show", ids[0], ids[1], "--json");

        shown.JsonLines.Should().HaveCount(2).And.OnlyContain(a => a.GetProperty("text").GetString() != "");
    }

    [Theory]
    [InlineData("articles", "list")]
    [InlineData("articles", "search", "war")]
    [InlineData("articles", "export", "-o", "kept")]
    [InlineData("export", "--warc", "kept")]
    [InlineData("reextract")]
    public async Task A_site_of_which_nothing_is_stored_is_mistyped_and_no_file_is_written_over(params string[] command)
    {
        var site = (await ListAsync())[0].GetProperty("site").GetString()!;
        _folder.Write("kept", "precious");

        var refused = await RunAsync([.. command, "--site", $"{site}x"]);

        refused.Exit.Should().Be(2, refused.Error);
        refused.Error.Should().Contain($"--site {site}x: ").And.Contain($"did you mean \"{site}\"?");
        File.ReadAllText(_folder["kept"]).Should().Be("precious");
    }

    [Theory]
    [InlineData("articles", "search", "war")]
    [InlineData("articles", "list")]
    [InlineData("articles", "show", "1", "--revisions")]
    public async Task What_a_page_says_does_not_command_the_terminal(params string[] command)
    {
        using (var connection = new SqliteFile(_folder["scraper.db"]).OpenWriter())
        {
            SqliteFile.Execute(connection, "UPDATE article SET title = title || char(27) || '[2J'");
        }

        var shown = await RunAsync(command);

        shown.Output.Should().Contain("[2J", shown.Error);
        shown.Output.Where(c => char.IsControl(c) && c is not ('\r' or '\n')).Should().BeEmpty();
    }

    [Theory]
    [InlineData(100)] // the first page's tables
    [InlineData(4096)] // all but the first page
    public async Task A_store_that_is_damaged_through_and_through_is_reported_by_the_check_itself(int from)
    {
        // What is not yet in the file itself would mend it.
        using (var connection = new SqliteFile(_folder["scraper.db"]).OpenWriter())
        {
            SqliteFile.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        using (var file = new FileStream(_folder["scraper.db"], FileMode.Open))
        {
            file.Position = from;
            file.Write([.. Enumerable.Repeat((byte)0xEE, (int)Math.Min(file.Length - from, 1 << 20))]);
        }

        var text = await RunAsync("db", "check");
        var json = await RunAsync("db", "check", "--json");

        text.Exit.Should().Be(1, text.Error);
        text.Output.Should().Contain("problems").And.Contain("restore the last backup");
        text.Error.Should().NotContain("run 'scraper db check'");
        json.Exit.Should().Be(1, json.Error);
        var said = JsonDocument.Parse(json.Output).RootElement;
        said.GetProperty("ok").GetBoolean().Should().BeFalse();
        said.GetProperty("problems").EnumerateArray().Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("sites", "template", "nowhere")]
    [InlineData("sites", "pull", "pulled")]
    [InlineData("sites", "push", "broken")]
    public async Task Every_line_of_an_error_says_which_program_speaks(params string[] command)
    {
        _folder.Write("broken/news.yaml", "name: news\nnonsense: true\n");

        var failed = await RunAsync(command);

        failed.Exit.Should().Be(1, failed.Output);
        failed.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Should().NotBeEmpty().And.OnlyContain(l => l.StartsWith("scraper: "));
    }

    private async Task<IReadOnlyList<JsonElement>> ListAsync() => (await RunAsync("articles", "list", "--json")).JsonLines;

    private Task<ScraperResult> RunAsync(params string[] arguments) => ScraperProcess.RunAsync(_folder.Path, arguments);
}
