using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace Scraper.EndToEnd;

public sealed class FetchTests : IAsyncLifetime, IDisposable
{
    private readonly WorkFolder _folder = new();
    private WebServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await WebServer.StartAsync();
        _server.ServeArticle("/a", "Bridges")
            .Serve("/robots.txt", "User-agent: *\nDisallow: /private", "text/plain")
            .Serve("/paper.pdf", "%PDF-1.7", "application/pdf")
            .Serve("/empty", "<html><body><nav><a href=/>Home</a></nav></body></html>")
            .Serve("/broken", "oops", status: 500);
        _folder.Write("sites/news.yaml", "name: news\nhosts: [news.example]\nselect:\n  title: h1\n  body: article\n");
        _folder.Write("settings.json", JsonSerializer.Serialize(new
        {
            Fetching = new { Delay = "0s", ConnectTo = new Dictionary<string, string> { ["news.example"] = _server.Endpoint } },
        }));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_page_is_fetched_cleaned_stored_and_printed()
    {
        var result = await FetchAsync("http://news.example/a", "--json");

        result.Exit.Should().Be(0, result.Error);
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("text").GetString()!.Split("\n\n").Should().HaveCount(3);
        json.RootElement.GetProperty("site").GetString().Should().Be("news");
        File.Exists(_folder["scraper.db"]).Should().BeTrue();
    }

    [Fact]
    public async Task Nothing_is_kept_where_nothing_is_to_be_stored()
    {
        var result = await FetchAsync("http://news.example/a", "--no-store", "--explain");

        result.Exit.Should().Be(0, result.Error);
        result.Output.Should().Contain("paragraph 2 of the story");
        Directory.GetFiles(_folder.Path).Should().Equal(_folder["settings.json"]);
    }

    [Theory]
    [InlineData("http://news.example/private/a", 3, "blocked")]
    [InlineData("http://127.0.0.1:9/a", 3, "blocked")] // not public
    [InlineData("http://news.example/paper.pdf", 4, "not an article: application/pdf")]
    [InlineData("http://news.example/empty", 5, "nothing extracted")]
    [InlineData("http://news.example/missing", 1, "404")]
    [InlineData("http://news.example/broken", 1, "500")]
    [InlineData("http://no-such-host.invalid/a", 1, "no-such-host.invalid")]
    [InlineData("news.example/a", 2, "news.example/a: not an http or https URL")]
    [InlineData("ftp://news.example/a", 2, "not an http or https URL")]
    [InlineData(".", 2, "is a file or folder, not a URL")]
    public async Task A_page_without_an_article_ends_in_its_own_exit_code_and_one_clear_line(string url, int exit, string message)
    {
        var result = await FetchAsync(url);

        result.Exit.Should().Be(exit, result.Error);
        result.Error.Should().Contain(message);
        result.Output.Trim().Should().BeEmpty();
        result.HasStackTrace.Should().BeFalse(result.Error);
    }

    [Theory]
    [InlineData("http://192.168.1.7/x")]
    [InlineData("http://news.example/private/a", "news")]
    public async Task An_address_that_is_refused_makes_no_site_but_that_of_a_rule(string url, params string[] sites)
    {
        (await FetchAsync(url)).Exit.Should().Be(3);

        using var status = JsonDocument.Parse((await ScraperProcess.RunAsync(_folder.Path, "status", "--json")).Output);
        status.RootElement.GetProperty("sites").EnumerateArray().Select(s => s.GetProperty("site").GetString()).Should().Equal(sites);
    }

    [Fact]
    public async Task One_page_that_fails_does_not_keep_the_others()
    {
        var result = await FetchAsync("http://news.example/missing", "http://news.example/a");

        result.Exit.Should().Be(1);
        result.Output.Should().Contain("paragraph 1");
    }

    [Fact]
    public async Task JSON_of_several_pages_is_a_line_a_page()
    {
        _server.ServeArticle("/b", "Harbours");

        var result = await FetchAsync("http://news.example/a", "http://news.example/b", "--json");

        result.JsonLines.Select(l => l.GetProperty("title").GetString()).Should().Equal("Bridges", "Harbours");
    }

    private Task<ScraperResult> FetchAsync(params string[] arguments) =>
        ScraperProcess.RunAsync(_folder.Path, ["fetch", .. arguments, "--config", "settings.json", "--sites", "sites"]);
}
