using FluentAssertions;
using Xunit;

namespace Scraper.EndToEnd;

/// <summary>Commands that wait for an input into which nobody writes and that does not end.</summary>
public sealed class OpenInputTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixTheory]
    [InlineData("clean", "-")]
    [InlineData("robots", "test", "-", "--url", "https://example.com/")]
    [InlineData("robots", "test", "--jsonl", "-")]
    [InlineData("feed", "-")]
    [InlineData("feed", "pipe")]
    public async Task Ctrl_C_ends_the_wait_for_an_input_at_once(params string[] command)
    {
        using var waiting = ScraperProcess.StartWithOpenInput(_folder.Path, command);
        await waiting.IsIdleAsync();

        waiting.Interrupt();

        var ended = await waiting.EndAsync(TimeSpan.FromSeconds(5));
        ended.Exit.Should().Be(130);
        ended.Error.Should().Contain("cancelled");
    }
}
