using FluentAssertions;
using Xunit;

namespace Scraper.EndToEnd;

/// <summary><c>scraper clean</c> from the shell.</summary>
public sealed class CleanTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_page_that_is_no_article_is_printed_and_called_by_its_name()
    {
        _folder.Write("wall.html", "<html><head><title>Just a moment...</title></head><body><h2>Checking your browser before accessing example.com</h2></body></html>");

        var cleaned = await ScraperProcess.RunAsync(_folder.Path, "clean", "wall.html");

        cleaned.Exit.Should().Be(0);
        cleaned.Output.Should().Contain("Checking your browser");
        cleaned.Error.Should().Contain("wall.html: not an article: bot_challenge");
    }

    [UnixFact]
    public async Task Ctrl_C_ends_it_at_once_while_it_waits_for_its_input()
    {
        using var waiting = ScraperProcess.StartWithOpenInput(_folder.Path, "clean", "-");
        await waiting.IsIdleAsync();

        waiting.Interrupt();

        var ended = await waiting.EndAsync(TimeSpan.FromSeconds(9));
        ended.Exit.Should().Be(130);
        ended.Error.Should().Contain("cancelled");
    }
}
