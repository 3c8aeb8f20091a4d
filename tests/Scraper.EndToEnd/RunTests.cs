using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace Scraper.EndToEnd;

public sealed partial class RunTests : IAsyncLifetime, IDisposable
{
    private readonly WorkFolder _folder = new();
    private WebServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await WebServer.StartAsync();
        _folder.Write("settings.json", JsonSerializer.Serialize(new
        {
            Fetching = new { Delay = "0s", ConnectTo = new Dictionary<string, string> { ["one.example"] = _server.Endpoint, ["two.example"] = _server.Endpoint } },
        }));
        _server.ServeFeed("/feed", "one.example", "/a", "/b", "/c").ServeArticle("/a", "Apples").ServeArticle("/b", "Beeches").ServeArticle("/c", "Cedars");
        _folder.Write("sites/one.yaml", Site("one", every: "10m"));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_in_the_middle_of_a_fetch_ends_the_daemon_in_time_with_what_was_complete_stored(string signal)
    {
        _server.ServeArticle("/c", "Cedars", delay: TimeSpan.FromSeconds(25));
        using var daemon = Start();
        await daemon.SeesAsync("/a");
        await daemon.SeesAsync("/b");

        if (signal == "TERM")
        {
            daemon.Terminate();
        }
        else
        {
            daemon.Interrupt();
        }

        var ended = await daemon.EndAsync();
        ended.Exit.Should().Be(0, ended.Error);
        ended.Waited.Should().BeLessThan(TimeSpan.FromSeconds(10));
        ended.HasStackTrace.Should().BeFalse(ended.Error);
        (await StatusAsync("one")).GetProperty("articles").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task After_a_restart_nothing_is_fetched_twice_and_what_was_cut_off_goes_on()
    {
        _server.ServeArticle("/c", "Cedars", delay: TimeSpan.FromSeconds(25));
        using (var daemon = Start())
        {
            await daemon.SeesAsync("/a");
            await daemon.SeesAsync("/b");
            await daemon.KillAsync();
        }

        _server.ServeArticle("/c", "Cedars");
        var resumed = await OnceAsync();
        var again = await OnceAsync();

        resumed.Exit.Should().Be(0, resumed.Error);
        resumed.Output.Should().Contain("1 Stored");
        again.Output.Trim().Should().BeEmpty("the site is not due again");
        _server.Requests["/a"].Should().Be(1);
        _server.Requests["/b"].Should().Be(1);
        (await StatusAsync("one")).GetProperty("articles").GetInt32().Should().Be(3);
    }

    [Fact]
    public async Task A_site_on_an_adaptive_interval_is_visited_again_as_soon_as_its_articles_call_for_it()
    {
        // Three articles of this moment call for the shortest interval; the longest would be an hour.
        _folder.Write("sites/one.yaml", Site("one", every: "adaptive\n  at_least: 2s\n  at_most: 1h"));
        using var daemon = Start();
        await daemon.SeesAsync("3 Stored");

        _server.ServeFeed("/feed", "one.example", "/d", "/a").ServeArticle("/d", "Dogwoods");

        await daemon.SeesAsync("/d");
        daemon.Terminate();
        (await daemon.EndAsync()).Exit.Should().Be(0);
    }

    [Fact]
    public async Task A_site_is_visited_again_when_its_time_comes_and_new_articles_are_stored()
    {
        _folder.Write("sites/one.yaml", Site("one", every: "1s"));
        using var daemon = Start();
        await daemon.SeesAsync("3 Stored");

        _server.ServeFeed("/feed", "one.example", "/d", "/a").ServeArticle("/d", "Dogwoods");

        await daemon.SeesAsync("/d");
        daemon.Terminate();
        (await daemon.EndAsync()).Exit.Should().Be(0);
        _server.Requests["/a"].Should().Be(1);
        (await StatusAsync("one")).GetProperty("articles").GetInt32().Should().Be(4);
    }

    [Fact]
    public async Task A_broken_rule_is_named_with_file_line_and_key_and_the_other_sites_run()
    {
        _folder.Write("sites/two.yaml", "name: two\nhosts: [two.example]\nshedule:\n  every: 10m\n");

        var result = await OnceAsync();

        result.Exit.Should().Be(1);
        result.Error.Should().MatchRegex(@"two\.yaml:3:\d+: error: shedule: .*schedule");
        result.HasStackTrace.Should().BeFalse(result.Error);
        result.Output.Should().Contain("one: 3 found, 3 Stored");
    }

    [Fact]
    public async Task Status_tells_from_another_process_which_rule_files_are_refused_and_what_stays_in_force()
    {
        _folder.Write("sites/two.yaml", "name: two\nhosts: [two.example]\nshedule:\n  every: 10m\n");
        using var daemon = Start();
        await daemon.SeesAsync("3 Stored");
        _folder.Write("sites/one.yaml", Site("one", every: "10m").Replace("body:", "bodi:", StringComparison.Ordinal));
        await daemon.SeesAsync("one.yaml:9:3: error: select.bodi: unknown key; did you mean \"body\"? (its last good rule stays in force)");

        string status;
        do
        {
            status = (await ScraperProcess.RunAsync(_folder.Path, "status")).Output;
        }
        while (!status.Contains("one.yaml", StringComparison.Ordinal));

        status.Should().MatchRegex(@"one\.yaml:9:3: select\.bodi: unknown key; did you mean ""body""\? \(its last good rule stays in force; since 20");
        status.Should().MatchRegex(@"two\.yaml:3:1: shedule: unknown key; did you mean ""schedule""\? \(no rule of it is in force; since 20");
        daemon.Terminate();
        (await daemon.EndAsync()).Exit.Should().Be(0);
        daemon.Error.Split("two.yaml:3:1").Should().HaveCount(2, "it is said once");

        _folder.Write("sites/one.yaml", Site("one", every: "10m"));
        File.Delete(_folder["sites/two.yaml"]);
        (await OnceAsync()).Exit.Should().Be(0);
        (await ScraperProcess.RunAsync(_folder.Path, "status")).Output.Should().NotContain(".yaml");
    }

    [Fact]
    public async Task Status_and_the_list_of_sites_tell_which_rule_does_not_fit_its_pages()
    {
        _folder.Write("sites/one.yaml", Site("one", every: "10m").Replace("body: article", "body: .story-text", StringComparison.Ordinal));

        (await OnceAsync()).Output.Should().Contain("3 Stored");

        var status = await ScraperProcess.RunAsync(_folder.Path, "status");
        status.Output.Should().Contain("rule of one: 100% of the last pages left to the generic labeller (3 of 3 in all)")
            .And.Contain("body not found: one.yaml:9 css .story-text");
        var list = await ScraperProcess.RunAsync(_folder.Path, "sites", "list", "--sites", "sites", "--json");
        using var line = JsonDocument.Parse(list.Output.Split('\n').Single(l => l.StartsWith("{\"name\":\"one\"", StringComparison.Ordinal)));
        line.RootElement.GetProperty("use").GetProperty("recentShare").GetDouble().Should().Be(1);
    }

    [Fact]
    public async Task A_rule_that_is_added_while_the_daemon_runs_is_visited()
    {
        using var daemon = Start();
        await daemon.SeesAsync("3 Stored");

        _folder.Write("sites/two.yaml", Site("two", every: "10m"));

        await daemon.SeesAsync("two: ");
        daemon.Terminate();
        (await daemon.EndAsync()).Exit.Should().Be(0);
    }

    [Fact]
    public async Task A_rule_of_ones_own_takes_the_place_of_the_shipped_one_without_a_word()
    {
        _folder.Write("sites/own.yaml", Site("iranfocus", every: "10m").Replace("[iranfocus.example]", "[iranfocus.com]", StringComparison.Ordinal));

        var result = await OnceAsync();

        result.Error.Should().NotContain("also the name of").And.NotContain("left out");
        result.Output.Should().Contain("one: 3 found, 3 Stored").And.Contain("iranfocus: ");
    }

    [Fact]
    public async Task A_second_daemon_on_the_same_store_is_refused()
    {
        using var first = Start();
        await first.SeesAsync("visit begins");

        var second = await OnceAsync();

        second.Exit.Should().Be(1);
        second.Error.Should().Contain("Another scraper daemon is using this store");
        second.HasStackTrace.Should().BeFalse(second.Error);
        first.Terminate();
        (await first.EndAsync()).Exit.Should().Be(0);
    }

    [Fact]
    public async Task A_source_that_fails_is_named_and_the_visit_is_partly_failed()
    {
        _folder.Write("sites/one.yaml", Site("one", every: "10m", feeds: "http://one.example/feed, http://one.example/gone"));

        var result = await OnceAsync();

        result.Exit.Should().Be(1);
        result.Error.Should().Contain("http://one.example/gone").And.Contain("404");
        result.Output.Should().Contain("3 Stored");
        (await StatusAsync("one")).GetProperty("outcome").GetString().Should().Be("PartlyFailed");
    }

    [Fact]
    public async Task Log_lines_are_json_where_asked_for()
    {
        var result = await OnceAsync("--log", "json");

        result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Should().NotBeEmpty()
            .And.OnlyContain(line => JsonDocument.Parse(line, default).RootElement.ValueKind == JsonValueKind.Object);
    }

    private static string Site(string name, string every, string? feeds = null) => string.Create(CultureInfo.InvariantCulture, $"""
        name: {name}
        hosts: [{name}.example]
        schedule:
          every: {every}
        discovery:
          feeds: [{feeds ?? $"http://{name}.example/feed"}]
        select:
          title: h1
          body: article
        """);

    private ScraperProcess Start() => ScraperProcess.Start(_folder.Path, "run", "--sites", "sites", "--config", "settings.json");

    private Task<ScraperResult> OnceAsync(params string[] more) =>
        ScraperProcess.RunAsync(_folder.Path, ["run", "--once", "--sites", "sites", "--config", "settings.json", .. more]);

    private async Task<JsonElement> StatusAsync(string site)
    {
        var status = await ScraperProcess.RunAsync(_folder.Path, "status", "--json");
        status.Exit.Should().Be(0, status.Error);
        using var json = JsonDocument.Parse(status.Output);
        return json.RootElement.GetProperty("sites").EnumerateArray().Single(s => s.GetProperty("site").GetString() == site).Clone();
    }
}
