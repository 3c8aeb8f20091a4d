using System.Text.RegularExpressions;
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

    [Theory]
    [InlineData("clean", "pages", "--jsonl", "-")]
    [InlineData("clean", "pages")]
    public async Task A_folder_s_pages_come_in_the_order_of_their_names_and_one_that_is_none_is_reported(params string[] command)
    {
        const int Pages = 300;
        for (var i = 0; i < Pages; i++)
        {
            // The first of each ten takes longest.
            var sentences = string.Concat(Enumerable.Repeat("<p>The orchard stays open, although the gate at its far end is locked after six.</p>", i % 10 == 0 ? 400 : 3));
            _folder.Write($"pages/{i:000}.html", $"<html><head><title>Story-{i:000}</title></head><body><article><h1>Story-{i:000}</h1>{sentences}</article></body></html>");
        }

        File.WriteAllBytes(_folder["pages/150.html"], [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7919 >> 5))]);

        var cleaned = await ScraperProcess.RunAsync(_folder.Path, command);

        cleaned.Exit.Should().Be(1);
        cleaned.Error.Should().Contain("150.html: not a text");
        Regex.Matches(cleaned.Output, "(?<=(\"title\":\"|^))Story-[0-9]{3}", RegexOptions.Multiline).Select(m => m.Value).Distinct()
            .Should().Equal(Enumerable.Range(0, Pages).Where(i => i != 150).Select(i => $"Story-{i:000}"));
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
