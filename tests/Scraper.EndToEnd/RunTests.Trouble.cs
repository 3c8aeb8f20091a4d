using System.Runtime.Versioning;
using FluentAssertions;
using Xunit;

namespace Scraper.EndToEnd;

// What a run says of what is wrong around it.
public sealed partial class RunTests
{
    [Theory]
    [InlineData(2, "name a folder with site rules", "run")]
    [InlineData(2, "nowhere: no such folder", "run", "--sites", "nowhere")]
    [InlineData(2, "nothing.json: no such configuration file", "run", "--sites", "sites", "--config", "nothing.json")]
    [InlineData(2, "wrong.json: Fetching:Delai: unknown key; did you mean \"Delay\"?", "run", "--sites", "sites", "--config", "wrong.json")]
    [InlineData(2, "broken.json:2:", "run", "--sites", "sites", "--config", "broken.json")]
    [InlineData(2, "no usable rule with a schedule", "run", "--sites", "empty")]
    [InlineData(2, "notes.txt", "run", "--sites", "sites", "--store", "notes.txt")]
    [InlineData(1, "closed/scraper.db", "run", "--sites", "sites", "--store", "closed/scraper.db")]
    [InlineData(2, "scraper.db", "status")]
    [InlineData(2, "--frequently", "run", "--frequently")]
    [InlineData(2, "--port", "demo", "--port", "70000")]
    public async Task Bad_input_ends_with_a_clear_line_and_the_right_exit_code(int exit, string message, params string[] arguments)
    {
        _folder.Write("wrong.json", """{ "Fetching": { "Delai": "1s" } }""");
        _folder.Write("broken.json", "{\n oops }");
        _folder.Write("notes.txt", "not a database, but a note that is longer than the header of one would be, so that nothing takes it for new");
        Directory.CreateDirectory(_folder["empty"]);
        _folder.Write("closed", "a file where a folder should be");

        var result = await ScraperProcess.RunAsync(_folder.Path, arguments);

        result.Exit.Should().Be(exit, result.Error);
        result.Error.Should().Contain(message);
        result.HasStackTrace.Should().BeFalse(result.Error);
        File.ReadAllText(_folder["notes.txt"]).Should().StartWith("not a database");
    }

    [Theory]
    [InlineData("name: one\nhosts: [one.example]\nselect:\n  body: article\n", "no usable rule with a schedule")]
    [InlineData("name: one\nhosts: [one.example]\nshedule:\n  every: 10m\n", "one.yaml:3:1: error: shedule")]
    public async Task Without_a_site_to_visit_no_store_is_made(string rule, string message)
    {
        _folder.Write("sites/one.yaml", rule);

        var result = await ScraperProcess.RunAsync(_folder.Path, "run", "--sites", "sites");

        result.Exit.Should().Be(2, result.Error);
        result.Error.Should().Contain(message);
        Directory.GetFiles(_folder.Path).Should().Equal(_folder["settings.json"]);
    }

    [Fact]
    public async Task A_visit_that_the_stores_trouble_ends_is_logged_once_and_in_one_line()
    {
        _folder.Write("sites/one.yaml", Site("one", every: "1s"));
        using var daemon = Start();
        await daemon.SeesAsync("3 Stored");
        using (var other = new SqliteShell(_folder["scraper.db"]))
        {
            await other.ExecuteAsync("ALTER TABLE url RENAME TO elsewhere");
        }

        await daemon.SeesAsync("one: visit failed: ");
        daemon.Terminate();
        var ended = await daemon.EndAsync();

        ended.Error.Should().NotContain("JobRunShell").And.NotContain("Quartz");
        ended.HasStackTrace.Should().BeFalse(ended.Error);
    }

    [UnixFact]
    public async Task A_first_start_leaves_no_keys_in_the_home_folder_and_pages_with_forms_warn_of_nothing()
    {
        Directory.CreateDirectory(_folder["home"]);
        using var daemon = ScraperProcess.Start(_folder.Path, new Dictionary<string, string> { ["HOME"] = _folder["home"] }, "run", "--sites", "sites", "--config", "settings.json");
        await daemon.SeesAsync("Workbench: ");
        await daemon.SeesAsync("3 Stored");
        using var client = new HttpClient();
        var page = await client.GetStringAsync(System.Text.RegularExpressions.Regex.Match(daemon.Error, "Workbench: (\\S+)").Groups[1].Value);
        daemon.Terminate();
        var ended = await daemon.EndAsync();

        page.Should().Contain("<form");
        ended.Error.Should().NotContain("XmlKeyManager").And.NotContain("Antiforgery").And.NotContain("warn:");
        Directory.GetFileSystemEntries(_folder["home"]).Should().BeEmpty();
    }

    [Fact]
    public async Task A_feed_that_is_ill_formed_but_could_be_read_is_noted_and_no_failure()
    {
        _server.Serve("/feed", "<rss version=\"2.0\"><channel><title>t</title><item><title>Salt & pepper</title><link>http://one.example/a</link></item></channel></rss>", "application/rss+xml");

        var result = await OnceAsync();

        result.Exit.Should().Be(0, result.Error);
        result.Error.Should().Contain("http://one.example/feed: not well-formed: ");
        (await StatusAsync("one")).GetProperty("detail").GetString().Should().Contain("not well-formed");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_store_that_may_not_be_written_is_named()
    {
        (await OnceAsync()).Exit.Should().Be(0);
        File.SetUnixFileMode(_folder["scraper.db"], UnixFileMode.UserRead | UnixFileMode.OtherRead);
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)Convert.ToInt32("555", 8));

        var result = await ScraperProcess.RunUnprivilegedAsync(_folder.Path, "run", "--sites", "sites", "--once");

        File.SetUnixFileMode(_folder.Path, (UnixFileMode)Convert.ToInt32("755", 8));
        result.Exit.Should().Be(1, result.Error);
        result.Error.Should().Contain("scraper.db");
        result.HasStackTrace.Should().BeFalse(result.Error);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_with_what_to_do_and_nothing_is_visited()
    {
        using var daemon = ScraperProcess.Start(
            _folder.Path, new Dictionary<string, string> { ["SCRAPER__Web__Urls__0"] = $"http://{_server.Endpoint}" }, "run", "--sites", "sites", "--config", "settings.json");

        var ended = await daemon.EndAsync();

        ended.Exit.Should().Be(1, ended.Error);
        ended.Error.Should().Contain(_server.Endpoint).And.Contain("is another scraper running?").And.Contain("Web:Urls").And.Contain("Web:Enabled");
        ended.HasStackTrace.Should().BeFalse(ended.Error);
        _server.Requests.Should().BeEmpty();
    }
}
