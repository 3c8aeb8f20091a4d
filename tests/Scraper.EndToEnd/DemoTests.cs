using FluentAssertions;
using Xunit;

namespace Scraper.EndToEnd;

public sealed class DemoTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    private string Store => _folder["scraper.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_demo_stores_every_fixture_article_as_expected_and_a_second_run_stores_nothing_new()
    {
        var first = await ScraperProcess.RunAsync(_folder.Path, "demo");
        first.Exit.Should().Be(0, first.Error);
        first.Waited.Should().BeLessThan(TimeSpan.FromSeconds(40));
        first.Output.Should().Contain("words stripped");
        await ExpectAllArticlesAsync();
        var changes = await StoredFixtures.LastChangeAsync(Store);

        var second = await ScraperProcess.RunAsync(_folder.Path, "demo");
        second.Exit.Should().Be(0, second.Error);
        (await StoredFixtures.LastChangeAsync(Store)).Should().Be(changes);
        await ExpectAllArticlesAsync();
    }

    [Theory]
    [InlineData("visiting")]
    [InlineData("Stored")]
    [InlineData("4 Stored")]
    public async Task A_demo_killed_in_the_middle_goes_on_without_loss_or_duplicate(string moment)
    {
        using (var killed = ScraperProcess.Start(_folder.Path, "demo"))
        {
            await killed.SeesAsync(moment);
            await killed.KillAsync();
        }

        var resumed = await ScraperProcess.RunAsync(_folder.Path, "demo");

        resumed.Exit.Should().Be(0, resumed.Error);
        await ExpectAllArticlesAsync();
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        var result = await ScraperProcess.RunAsync(_folder.Path, "demo", "--port", $"{port}");

        result.Exit.Should().Be(1);
        result.Error.Should().Contain($"{port}").And.Contain("in use");
        result.HasStackTrace.Should().BeFalse(result.Error);
    }

    private async Task ExpectAllArticlesAsync()
    {
        var expected = ExpectedArticle.ReadAll();
        var stored = await StoredFixtures.ReadAsync(Store);
        stored.Select(a => a.Url).Should().Equal(expected.Select(a => a.Url));
        foreach (var (article, wanted) in stored.Zip(expected))
        {
            article.Body.Select(ExpectedArticle.Even).Should().Equal(wanted.Body.Select(ExpectedArticle.Even), wanted.Url);
            ExpectedArticle.Even(article.Title).Should().Be(ExpectedArticle.Even(wanted.Title), wanted.Url);
        }
    }
}
