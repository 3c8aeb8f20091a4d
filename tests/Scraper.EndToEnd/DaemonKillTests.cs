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
    private const int PagesARound = 40;

    /// <summary>Kills; more with SCRAPER_DAEMON_KILLS=200.</summary>
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("SCRAPER_DAEMON_KILLS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 3;

    private readonly WorkFolder _folder = new();
    private WebServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await WebServer.StartAsync();
        _folder.Write("settings.json", JsonSerializer.Serialize(new
        {
            Fetching = new { Delay = "0s", ConnectTo = new Dictionary<string, string> { ["one.example"] = _server.Endpoint } },
        }));
        _folder.Write("sites/one.yaml", "name: one\nhosts: [one.example]\nschedule:\n  every: 1s\ndiscovery:\n  feeds: [http://one.example/feed]\nselect:\n  title: h1\n  body: article\n");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_daemon_killed_at_any_moment_keeps_what_a_reader_has_seen_and_goes_on_without_a_duplicate()
    {
        var random = new Random(7);
        var seen = new List<ArticleChange>();
        var restarts = new List<TimeSpan>();
        var (midway, served) = (0, 0);
        Offer(ref served);
        (await RunAsync("run", "--once")).Exit.Should().Be(0);
        for (var round = 0; round < Rounds; round++)
        {
            Offer(ref served);
            var restart = Stopwatch.StartNew();
            using (var daemon = ScraperProcess.Start(_folder.Path, "run", "--sites", "sites", "--config", "settings.json"))
            {
                await daemon.SeesAsync("visit begins");
                restarts.Add(restart.Elapsed);
                await FollowAsync(seen, TimeSpan.FromMilliseconds(random.Next(0, 2500)));
                await daemon.KillAsync();
            }

            midway += await CountAsync() % PagesARound == 0 ? 0 : 1;
            await CheckAsync(seen);
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        (await RunAsync("run", "--once")).Exit.Should().Be(0);
        await CheckAsync(seen);
        (await CountAsync()).Should().Be(served, "what the kills cut off has been fetched later, and once");
        output.WriteLine($"{Rounds} kills, {midway} of them in the middle of a visit; {seen.Count} changes seen, {served} articles; restart {restarts.Order().ElementAt(Rounds / 2).TotalSeconds:0.0} s, at most {restarts.Max().TotalSeconds:0.0} s");
        restarts.Order().ElementAt(Rounds / 2).Should().BeLessThan(TimeSpan.FromSeconds(5), "one may have met a busy machine, half of them not");
    }

    /// <summary>Puts new articles into the feed.</summary>
    private void Offer(ref int served)
    {
        var paths = Enumerable.Range(served, PagesARound).Select(i => $"/story-{i}").ToArray();
        foreach (var path in paths)
        {
            _server.ServeArticle(path, $"Number {path} of {string.Join(' ', Words(path))}");
        }

        // The last ten rounds': a daemon may be killed before it has read the feed.
        _server.ServeFeed("/feed", "one.example", [.. Enumerable.Range(Math.Max(0, served - (9 * PagesARound)), Math.Min(served, 9 * PagesARound) + PagesARound).Select(i => $"/story-{i}")]);
        served += PagesARound;
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

    private async Task<int> CountAsync()
    {
        await using var store = await OpenAsync(StoreAccess.Read);
        return (int)(await store.Care.FiguresAsync(default)).Articles;
    }

    private Task<IStore> OpenAsync(StoreAccess access) => SqliteStore.OpenAsync(_folder["scraper.db"], access, default);

    private Task<ScraperResult> RunAsync(params string[] arguments) => ScraperProcess.RunAsync(_folder.Path, [.. arguments, "--sites", "sites", "--config", "settings.json"]);
}
