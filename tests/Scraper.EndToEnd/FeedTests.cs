using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace Scraper.EndToEnd;

/// <summary><c>scraper feed</c> from the shell.</summary>
public sealed class FeedTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_feed_is_fetched_by_the_settings()
    {
        await using var server = await WebServer.StartAsync();
        server.ServeFeed("/feed", "news.example", "/a");
        _folder.Write("settings.json", JsonSerializer.Serialize(new { Fetching = new { ConnectTo = new Dictionary<string, string> { ["news.example"] = server.Endpoint } } }));

        var read = await ScraperProcess.RunAsync(_folder.Path, "feed", "http://news.example/feed", "--config", "settings.json");

        read.Exit.Should().Be(0, read.Error);
        read.Output.Should().Contain("http://news.example/a");
    }

    [Fact]
    public async Task What_a_feed_says_does_not_command_the_terminal()
    {
        _folder.Write("feed.json", """{"version":"https://jsonfeed.org/version/1.1","title":"a\u001b[2Jb","items":[{"id":"1","url":"https://example.com/a","title":"c\u001b]0;d\u0007e"}]}""");

        var read = await ScraperProcess.RunAsync(_folder.Path, "feed", "feed.json", "--content-type", "application/feed+json");

        read.Exit.Should().Be(0, read.Error);
        read.Output.Should().Contain("[2Jb").And.Contain("https://example.com/a");
        read.Output.Where(c => char.IsControl(c) && c is not ('\r' or '\n')).Should().BeEmpty();
    }
}
