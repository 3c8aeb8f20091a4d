using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace Scraper.EndToEnd;

/// <summary>Which rules the commands of <c>scraper sites</c> look at.</summary>
public sealed class SitesCommandTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public SitesCommandTests()
    {
        var text = string.Concat(Enumerable.Repeat("<p>The orchard stays open, although the gate at its far end is locked after six.</p>", 3));
        _folder.Write("page.html", $"<html><head><title>Orchard</title></head><body><div class=hill><h1>Orchard</h1>{text}</div></body></html>");
        _folder.Write("set/hill.yaml", "name: hill\nhosts: [hill.example]\nselect:\n  body: .hill\n");
        _folder.Write("set2/family.yaml", "name: hill-family\nfingerprints:\n  - css: .no-such-thing\nselect:\n  body: .hill\n");
        _folder.Write("flag/dale.yaml", "name: dale\nhosts: [hill.example]\nselect:\n  body: .hill\n");
        _folder.Write("try.yaml", "hosts: [hill.example]\nextends: [hill-family]\nselect:\n  title: h1\n");
        _folder.Write("fixtures/hill.example/page.html", File.ReadAllText(_folder["page.html"]));
        _folder.Write("fixtures/hill.example/page.json", """{"title":"Orchard","body":["The orchard"]}""");
        _folder.Write("settings.json", JsonSerializer.Serialize(new { Sites = new[] { _folder["set"], _folder["set2"] } }));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sites list", "hill.example")]
    [InlineData("sites explain page.html --url https://hill.example/a --json", "\"rule\":\"hill\"")]
    [InlineData("sites explain page.html --site hill --json", "\"rule\":\"hill\"")]
    [InlineData("sites try try.yaml page.html --url https://hill.example/a", "today: hill; tried: try")]
    [InlineData("sites test hill --fixtures fixtures", "1 saved pages")]
    [InlineData("sites repair hill", "There is no store")]
    public async Task The_rules_in_force_are_those_of_the_settings(string line, string expected)
    {
        var ended = await RunAsync($"{line} --config settings.json");

        (ended.Output + ended.Error).Should().Contain(expected);
    }

    [Theory]
    [InlineData("sites list", "dale ")]
    [InlineData("sites explain page.html --url https://hill.example/a --json", "\"rule\":\"dale\"")]
    public async Task A_folder_on_the_command_line_goes_before_them(string line, string expected)
    {
        var ended = await RunAsync($"{line} --config settings.json --sites flag");

        ended.Exit.Should().Be(0, ended.Error);
        ended.Output.Should().Contain(expected).And.NotContain("hill-family");
    }

    [Fact]
    public async Task Rules_that_are_kept_in_the_store_are_not_passed_over_in_silence()
    {
        _folder.Write("store.json", """{ "Sites": ["store:"] }""");

        var refused = await RunAsync("sites list --config store.json");
        var named = await RunAsync("sites list --config store.json --sites set");

        refused.Exit.Should().Be(2);
        refused.Error.Should().Contain("'scraper sites pull DIR'");
        named.Exit.Should().Be(0, named.Error);
    }

    private Task<ScraperResult> RunAsync(string line) => ScraperProcess.RunAsync(_folder.Path, line.Split(' '));
}
