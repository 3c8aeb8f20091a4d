using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace Scraper.EndToEnd;

/// <summary>A site's rule learnt from its pages, its layout changed, the alarm, and the repair, all from the shell.</summary>
public sealed class SelfTeachingTests : IAsyncLifetime, IDisposable
{
    private const int Usual = 24;

    private static readonly string[] Subjects = ["orchard", "harbour", "library", "tramway", "market", "theatre", "bridge", "museum"];

    private readonly WorkFolder _folder = new();
    private WebServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await WebServer.StartAsync();
        _folder.Write("sites/.keep", string.Empty);
        _folder.Write("settings.json", JsonSerializer.Serialize(new
        {
            Fetching = new { Delay = "0s", ConnectTo = new Dictionary<string, string> { ["town.example"] = _server.Endpoint } },
        }));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_rule_is_learnt_from_three_pages_its_layout_changes_the_alarm_comes_and_a_repair_is_proposed()
    {
        var paths = Enumerable.Range(0, Usual).Select(i => Offer(i, "story-text")).ToArray();
        var learnt = await RunAsync(["sites", "learn", .. paths[..3].Select(Url), "--config", "settings.json"]);
        learnt.Exit.Should().Be(0, learnt.Error);
        learnt.Output.Should().Contain("story-text").And.Contain("word F1");
        _folder.Write("sites/town.yaml", learnt.Output);
        (await RunAsync("sites", "try", "sites/town.yaml", Url(paths[3]), "--config", "settings.json")).Exit.Should().Be(0);

        (await FetchAsync(paths)).Exit.Should().Be(0);
        (await RunAsync("sites", "template", "town.example")).Output.Should().Contain("Subscribe to the town letter");

        var changed = Enumerable.Range(Usual, 4).Select(i => Offer(i, "prose")).ToArray();
        await FetchAsync(changed);
        var status = await RunAsync("status", "--json");
        status.Output.Should().Contain("fell_back");

        // What is stored is looked for in the pages as they are today.
        Array.ForEach([.. Enumerable.Range(0, Usual)], i => Offer(i, "prose"));
        var repair = await RunAsync("sites", "repair", "town.example", "--sites", "sites", "--config", "settings.json");

        repair.Exit.Should().Be(0, repair.Error);
        repair.Output.Should().Contain("nothing was changed").And.Contain("+").And.Contain("prose").And.Contain("1.000 by the proposed one");
        File.ReadAllText(_folder["sites/town.yaml"]).Should().Be(learnt.Output);
    }

    [Fact]
    public async Task A_rule_is_learnt_from_the_archive_by_the_site_s_name_and_by_its_host()
    {
        _folder.Write("sites/town.yaml", "name: town-paper\nhosts: [town.example]\nselect:\n  body: .story-text\n");
        (await FetchAsync([.. Enumerable.Range(0, 4).Select(i => Offer(i, "story-text"))])).Exit.Should().Be(0);

        var byName = await RunAsync("sites", "learn", "--site", "town-paper");
        var byHost = await RunAsync("sites", "learn", "--site", "town.example");
        var unknown = await RunAsync("sites", "learn", "--site", "other.example");

        byName.Exit.Should().Be(0, byName.Error);
        byName.Output.Should().Contain("name: town-paper\nhosts: [town.example]\n");
        byHost.Exit.Should().Be(0, byHost.Error);
        byHost.Output.Should().Contain("name: town.example\nhosts: [town.example]\n");
        unknown.Exit.Should().Be(2);
        unknown.Error.Should().Contain("--site other.example: no article of such a site or host is in the archive");
    }

    [Fact]
    public async Task What_cannot_be_learnt_or_repaired_is_said_and_exits_with_its_code()
    {
        var few = await RunAsync("sites", "learn", Url(Offer(0, "a")), "--config", "settings.json");
        (few.Exit, few.HasStackTrace).Should().Be((2, false));
        few.Error.Should().Contain("give two or more of one layout");

        var nowhere = await RunAsync("sites", "repair", "nowhere.example", "--sites", "sites");
        nowhere.Exit.Should().Be(2);
        nowhere.Error.Should().Contain("no site rule is named \"nowhere.example\"");

        (await RunAsync("fetch", Url(Offer(2, "a")), "--sites", "sites", "--config", "settings.json")).Exit.Should().Be(0);
        var unknown = await RunAsync("sites", "template", "other.example");
        unknown.Exit.Should().Be(1);
        unknown.Error.Should().Contain("other.example: nothing is known of its pages yet");
    }

    private static string Url(string path) => $"http://town.example{path}";

    private Task<ScraperResult> RunAsync(params string[] arguments) => ScraperProcess.RunAsync(_folder.Path, arguments);

    private Task<ScraperResult> FetchAsync(string[] paths) =>
        RunAsync(["fetch", .. paths.Select(Url), "--sites", "sites", "--config", "settings.json"]);

    private string Offer(int number, string bodyClass)
    {
        var subject = Subjects[number % Subjects.Length];
        var paragraphs = Enumerable.Range(1, 5).Select(i =>
            $"<p>The {subject} committee met for the {number}th time and heard report {(number * 7) + i}, which said that the {Subjects[(number + i) % Subjects.Length]} would open late, and nobody objected to it.</p>");
        _server.Serve(
            $"/{number}",
            $"""
            <!doctype html><html lang=en><head><title>The {subject}, part {number} - Town</title></head><body>
            <nav class=menu><a href=/>Home</a><a href=/news>News</a></nav>
            <article class=story><h1 class=headline>The {subject}, part {number}</h1><span class=byline>By Ada Turner</span>
            <time class=published datetime="2026-11-{1 + (number % 20):00}T09:00:00Z">November {1 + (number % 20)}, 2026</time>
            <div class="{bodyClass}">{string.Concat(paragraphs)}</div></article>
            <aside class=letter><p>Subscribe to the town letter and get the news of the week on Friday.</p></aside>
            <footer class=foot><p>All rights reserved by the Town Press.</p></footer></body></html>
            """);
        return $"/{number}";
    }
}
