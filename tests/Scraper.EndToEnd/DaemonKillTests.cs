using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using Scraper.Storage;
using Scraper.Storage.Sqlite;
using Xunit;
using Xunit.Abstractions;

namespace Scraper.EndToEnd;

/// <summary>The daemon itself, killed at random moments while it stores articles and a reader follows its changes.</summary>
public sealed class DaemonKillTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const int Sites = 4;
    private const int StoriesASite = 6;

    /// <summary>Kills; more with SCRAPER_DAEMON_KILLS=200.</summary>
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("SCRAPER_DAEMON_KILLS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 3;

    private readonly WorkFolder _folder = new();
    private WebServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await WebServer.StartAsync();
        _folder.Write("settings.json", JsonSerializer.Serialize(new
        {
            Fetching = new { Delay = "0s", ConnectTo = Enumerable.Range(0, Sites).ToDictionary(Host, _ => _server.Endpoint) },
        }));
        for (var site = 0; site < Sites; site++)
        {
            _folder.Write($"sites/{site}.yaml", $"name: site {site}\nhosts: [{Host(site)}]\nschedule:\n  every: 1s\ndiscovery:\n  feeds: [http://{Host(site)}/feed/{site}]\nselect:\n  title: h1\n  body: article\n");
        }
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_daemon_killed_at_any_moment_keeps_what_a_reader_has_seen_and_goes_on_without_a_duplicate()
    {
        var random = new Random(7);
        var seen = new List<ArticleChange>();
        var restarts = new List<TimeSpan>();
        var (midway, rounds) = (0, 0);
        Offer(rounds++, random);
        var fresh = await FreshStartAsync();
        (await RunAsync("run", "--once")).Exit.Should().Be(0);
        for (var round = 0; round < Rounds; round++)
        {
            var first = Offer(rounds++, random);
            var restart = Stopwatch.StartNew();
            using (var daemon = ScraperProcess.Start(_folder.Path, "run", "--sites", "sites", "--config", "settings.json"))
            {
                await daemon.SeesAsync("visit begins");
                restarts.Add(restart.Elapsed);
                await AskedForAsync(first);
                await FollowAsync(seen, TimeSpan.FromMilliseconds(random.Next(0, 700)));
                await daemon.KillAsync();
            }

            await CheckAsync(seen);
            midway += seen.Count < rounds * Sites * StoriesASite ? 1 : 0;
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        (await RunAsync("run", "--once")).Exit.Should().Be(0);
        await CheckAsync(seen);
        seen.Should().HaveCount(rounds * Sites * StoriesASite, "what the kills cut off has been fetched later, and once");
        output.WriteLine($"{Rounds} kills, {midway} of them in the middle of a visit; {seen.Count} changes and articles; restart {restarts.Order().ElementAt(Rounds / 2).TotalSeconds:0.0} s, at most {restarts.Max().TotalSeconds:0.0} s");
        restarts.Order().ElementAt(Rounds / 2).Should().BeLessThan(TimeSpan.FromSeconds(Math.Max(5, 1.5 * fresh.TotalSeconds)), $"a start with nothing to recover took {fresh.TotalSeconds:0.0} s on this machine");
    }

    /// <summary>How long a daemon takes to its first visit where there is nothing to recover.</summary>
    private async Task<TimeSpan> FreshStartAsync()
    {
        var start = Stopwatch.StartNew();
        using var daemon = ScraperProcess.Start(_folder.Path, "run", "--sites", "sites", "--config", "settings.json");
        await daemon.SeesAsync("visit begins");
        var time = start.Elapsed;
        daemon.Terminate();
        (await daemon.EndAsync()).Exit.Should().Be(0);
        return time;
    }

    private static string Host(int site) => $"site{site}.example";

    /// <summary>Puts new articles into each feed, and some 70 ms before each answer, so that a visit lasts about as long as the time to a kill.</summary>
    /// <returns>The paths of the new articles.</returns>
    private List<string> Offer(int round, Random random)
    {
        var added = new List<string>();
        for (var site = 0; site < Sites; site++)
        {
            // The last fifteen rounds': a daemon may be killed before it has read the feed.
            var numbers = Enumerable.Range(Math.Max(0, round - 14) * StoriesASite, (Math.Min(round, 14) + 1) * StoriesASite).Select(i => (i * Sites) + site).ToList();
            foreach (var path in numbers.TakeLast(StoriesASite).Select(Path))
            {
                _server.ServeArticle(path, $"Number {path} of {string.Join(' ', Words(path))}", TimeSpan.FromMilliseconds(random.Next(0, 140)));
                added.Add(path);
            }

            _server.ServeFeed($"/feed/{site}", Host(site), [.. numbers.Select(Path)]);
        }

        return added;

        static string Path(int number) => $"/story-{number}";
    }

    /// <summary>Waits until the daemon asks for one of some articles.</summary>
    private async Task AskedForAsync(List<string> paths)
    {
        for (var waited = Stopwatch.StartNew(); !paths.Any(_server.Requests.ContainsKey); await Task.Delay(2))
        {
            waited.Elapsed.Should().BeLessThan(TimeSpan.FromMinutes(1), "a daemon visits what is due");
        }
    }

    private static IEnumerable<string> Words(string seed)
    {
        var random = new Random(int.Parse(seed.AsSpan("/story-".Length), CultureInfo.InvariantCulture));
        return Enumerable.Range(0, 12).Select(_ => string.Concat(Enumerable.Range(0, 6).Select(_ => (char)random.Next('a', 'z' + 1))));
    }

    /// <summary>Reads the changes all the while, as a downstream program does.</summary>
    private async Task FollowAsync(List<ArticleChange> seen, TimeSpan time)
    {
        await using var reader = await OpenAsync(StoreAccess.Read);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time; await Task.Delay(2))
        {
            seen.AddRange(await reader.Articles.ChangesAsync(seen.Count == 0 ? 0 : seen[^1].Seq, 1000, default));
        }
    }

    private async Task CheckAsync(List<ArticleChange> seen)
    {
        // Opened for writing: the log that the killed daemon left is recovered.
        await using var store = await OpenAsync(StoreAccess.Daemon);
        (await store.Care.CheckAsync(default)).Should().BeEmpty();
        var (changes, last) = (new List<ArticleChange>(), 0L);
        while (await store.Articles.ChangesAsync(last, 1000, default) is { Count: > 0 } some)
        {
            changes.AddRange(some);
            last = some[^1].Seq;
        }

        changes.Take(seen.Count).Should().Equal(seen, "a reader misses nothing and nothing that it saw is taken back");
        seen.AddRange(changes.Skip(seen.Count));
        var articles = await store.Articles.ListAsync(ArticleFilter.All, default);
        articles.Select(a => a.Title).Should().OnlyHaveUniqueItems();
        articles.Select(a => a.ChangeSeq).Order().Should().Equal(changes.Select(c => c.Seq), "each article was stored once");
        foreach (var article in articles)
        {
            article.Characters.Should().BeGreaterThan(100);
        }
    }

    private Task<IStore> OpenAsync(StoreAccess access) => SqliteStore.OpenAsync(_folder["scraper.db"], access, default);

    private Task<ScraperResult> RunAsync(params string[] arguments) => ScraperProcess.RunAsync(_folder.Path, [.. arguments, "--sites", "sites", "--config", "settings.json"]);
}
