using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace Scraper.EndToEnd;

public sealed class SystemdTests : IAsyncLifetime, IDisposable
{
    private readonly WorkFolder _folder = new();
    private WebServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await WebServer.StartAsync();
        _server.ServeFeed("/feed", "one.example", "/a", "/b", "/c").ServeArticle("/a", "Apples").ServeArticle("/b", "Beeches").ServeArticle("/c", "Cedars");
        WriteSettings("Information");
        _folder.Write("sites/one.yaml", Site("one"));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [UnixTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_service_manager_hears_ready_watchdog_and_stopping(bool isAbstract)
    {
        using var manager = new NotifyReceiver(isAbstract ? $"@scraper-test-{Guid.NewGuid():N}" : _folder["notify"]);
        using var daemon = Start(manager, watchdog: TimeSpan.FromSeconds(1));

        await manager.HearsAsync("READY=1");
        await manager.HearsAsync("WATCHDOG=1", times: 3);
        daemon.Terminate();

        (await daemon.EndAsync()).Exit.Should().Be(0, daemon.Error);
        await manager.HearsAsync("STOPPING=1");
        manager.Heard[0].Should().StartWith("READY=1");
        daemon.Error.Should().NotContain("Not well");
    }

    [UnixFact]
    public async Task The_watchdog_falls_silent_when_the_store_cannot_be_written_and_speaks_again_when_it_can()
    {
        using var manager = new NotifyReceiver(_folder["notify"]);
        using var daemon = Start(manager, watchdog: TimeSpan.FromSeconds(2));
        await daemon.SeesAsync("3 Stored");
        await manager.HearsAsync("WATCHDOG=1");

        // Another program holds the write lock, as a stuck backup or a broken disk would.
        using (var sqlite = new SqliteShell(_folder["scraper.db"]))
        {
            await sqlite.LockAsync();
            await manager.HearsAsync("STATUS=the ");
            var heard = manager.Count("WATCHDOG=1");
            await Task.Delay(TimeSpan.FromSeconds(2));
            manager.Count("WATCHDOG=1").Should().Be(heard);
        }

        await manager.HearsAsync("WATCHDOG=1", manager.Count("WATCHDOG=1") + 1);
        daemon.Error.Should().Contain("Not well");
        daemon.Terminate();
        (await daemon.EndAsync()).Exit.Should().Be(0, daemon.Error);
    }

    [UnixFact]
    public async Task Sighup_reads_rules_and_settings_again_and_a_mistake_leaves_those_in_force()
    {
        using var manager = new NotifyReceiver(_folder["notify"]);
        using var daemon = Start(manager, watchdog: null);
        await manager.HearsAsync("READY=1");

        WriteSettings("Loud");
        daemon.Signal("HUP");
        await daemon.SeesAsync("\"Loud\" is not one of");
        await manager.HearsAsync("READY=1", times: 2);
        manager.Count("RELOADING=1").Should().Be(1);
        manager.Count("MONOTONIC_USEC=").Should().Be(1);

        WriteSettings("Warning", delay: "3s");
        daemon.Signal("HUP");
        await daemon.SeesAsync("Fetching:Delay has changed and takes effect at the next start");
        await manager.HearsAsync("READY=1", times: 3);
        _folder.Write("sites/two.yaml", Site("two"));
        await Task.Delay(TimeSpan.FromSeconds(2));

        daemon.Terminate();
        (await daemon.EndAsync()).Exit.Should().Be(0, daemon.Error);
        daemon.Error.Should().NotContain("two: ", "information is no longer logged");
    }

    [UnixFact]
    public async Task As_a_service_it_waits_for_a_first_site()
    {
        Directory.CreateDirectory(_folder["none"]);
        using var manager = new NotifyReceiver(_folder["notify"]);
        using var daemon = ScraperProcess.Start(_folder.Path, Environment(manager, null), "run", "--sites", "none", "--config", "settings.json", "--service");
        await manager.HearsAsync("READY=1");

        _folder.Write("none/one.yaml", Site("one"));

        await daemon.SeesAsync("3 Stored");
        daemon.Terminate();
        (await daemon.EndAsync()).Exit.Should().Be(0, daemon.Error);
    }

    /// <summary>Ten rounds; <c>SCRAPER_TEST_ROUNDS=100</c> for the full count.</summary>
    [UnixFact]
    public async Task Sigterm_in_the_middle_of_fetches_ends_in_time_with_nothing_half_stored_however_often()
    {
        var rounds = int.TryParse(System.Environment.GetEnvironmentVariable("SCRAPER_TEST_ROUNDS"), out var asked) ? asked : 10;
        var random = new Random(7);
        var waits = new List<TimeSpan>();
        for (var round = 1; round <= rounds; round++)
        {
            // Every round has pages that nobody has stored yet; the signal comes anywhere from start-up to the last one.
            string[] paths = [.. Enumerable.Range(0, 6).Select(i => $"/{round}-{i}")];
            _server.ServeFeed("/feed", "one.example", paths);
            foreach (var path in paths)
            {
                _server.ServeArticle(path, $"Story {path[1..]}", delay: TimeSpan.FromMilliseconds(random.Next(300)));
            }

            using var daemon = ScraperProcess.Start(_folder.Path, "run", "--now", "--sites", "sites", "--config", "settings.json");
            await daemon.SeesAsync("visit begins");
            await Task.Delay(random.Next(900));
            daemon.Terminate();
            var ended = await daemon.EndAsync();

            ended.Exit.Should().Be(0, $"round {round}: {ended.Error}");
            ended.Waited.Should().BeLessThan(TimeSpan.FromSeconds(10), $"round {round}: {ended.Error}");
            ended.HasStackTrace.Should().BeFalse(ended.Error);
            waits.Add(ended.Waited);
        }

        var check = await ScraperProcess.RunAsync(_folder.Path, "db", "check");
        check.Exit.Should().Be(0, check.Output + check.Error);
        var last = await ScraperProcess.RunAsync(_folder.Path, "run", "--once", "--now", "--sites", "sites", "--config", "settings.json");
        last.Exit.Should().Be(0, last.Error);
        var articles = (await ScraperProcess.RunAsync(_folder.Path, "status", "--json")).Output;
        using var status = JsonDocument.Parse(articles);
        status.RootElement.GetProperty("sites")[0].GetProperty("articles").GetInt32().Should().Be(
            _server.Requests.Keys.Count(p => p.Contains('-', StringComparison.Ordinal)), "every page that was asked for is whole in the end");
        waits.Sort();
        Console.WriteLine($"{rounds} rounds, end within {waits[rounds / 2].TotalMilliseconds:F0} ms at the median, {waits[^1].TotalMilliseconds:F0} ms at most");
        waits[rounds / 2].Should().BeLessThan(TimeSpan.FromSeconds(4), "no stop waits out the patience that a visit has with the scheduler");
    }

    private static string Site(string name) => $"name: {name}\nhosts: [{name}.example]\nschedule: {{ every: 10m }}\ndiscovery:\n  feeds: [http://one.example/feed]\nselect:\n  title: h1\n  body: article\n";

    private static Dictionary<string, string> Environment(NotifyReceiver manager, TimeSpan? watchdog) => new()
    {
        ["NOTIFY_SOCKET"] = manager.Address,
        ["WATCHDOG_USEC"] = watchdog is { } time ? $"{time.TotalMicroseconds:F0}" : string.Empty,
    };

    private void WriteSettings(string level, string delay = "0s") => _folder.Write("settings.json", JsonSerializer.Serialize(new
    {
        Fetching = new { Delay = delay, ConnectTo = new Dictionary<string, string> { ["one.example"] = _server.Endpoint } },
        Log = new { Level = level },
    }));

    private ScraperProcess Start(NotifyReceiver manager, TimeSpan? watchdog) =>
        ScraperProcess.Start(_folder.Path, Environment(manager, watchdog), "run", "--sites", "sites", "--config", "settings.json");
}
