using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace Scraper.EndToEnd;

/// <summary>Care of the store and exports, by the real executable over the demo's articles.</summary>
public sealed class StoreTests : IAsyncLifetime, IDisposable
{
    private readonly WorkFolder _folder = new();

    public async Task InitializeAsync() => (await RunAsync("demo")).Exit.Should().Be(0);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_store_is_checked_backed_up_shrunk_and_migrated()
    {
        (await RunAsync("db", "check")).Output.Should().StartWith("ok");
        (await RunAsync("db", "backup", "copy.db")).Exit.Should().Be(0);
        (await RunAsync("db", "check", "--json", "--store", "copy.db")).Output.Should().Contain("\"ok\":true");
        var again = await RunAsync("db", "backup", "copy.db");
        again.Exit.Should().NotBe(0);
        again.Error.Should().Contain("exists already");
        (await RunAsync("db", "vacuum")).Exit.Should().Be(0);
        (await RunAsync("db", "migrate")).Error.Should().Contain("already");
        (await RunAsync("db", "vacuum", "--store", "nowhere.db")).Error.Should().Contain("There is no store");
        File.Exists(_folder["nowhere.db"]).Should().BeFalse();
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("markdown")]
    public async Task Every_format_holds_every_article_as_a_stream_and_as_files(string format)
    {
        var all = await ExportAsync();

        var stream = await RunAsync("articles", "export", "--format", format);
        var files = await RunAsync("articles", "export", "--format", format, "--folder", "files");

        stream.Exit.Should().Be(0, stream.Error);
        all.Should().NotBeEmpty().And.OnlyContain(a => stream.Output.Contains(a.GetProperty("article").GetProperty("url").GetString()!, StringComparison.Ordinal));
        files.Exit.Should().Be(0, files.Error);
        Directory.GetFiles(_folder["files"], "*", SearchOption.AllDirectories).Should().HaveCount(all.Count);
        if (format == "markdown")
        {
            stream.Output.Should().StartWith("---\ntitle: ");
        }
    }

    [Fact]
    public async Task Filters_choose_by_site_date_label_and_change()
    {
        var all = await ExportAsync();
        var site = all[0].GetProperty("article").GetProperty("site").GetString()!;
        var middle = all[all.Count / 2].GetProperty("changeSeq").GetInt64();

        var ofSite = await ExportAsync("--site", site);
        var later = await ExportAsync("--after", $"{middle}");
        var future = await ExportAsync("--since", "2999-01-01");
        var past = await ExportAsync("--until", "2999-01-01");
        var related = await ExportAsync("--label", "related");
        var wrong = await RunAsync("articles", "export", "--label", "nonsense");

        ofSite.Should().NotBeEmpty().And.OnlyContain(a => a.GetProperty("article").GetProperty("site").GetString() == site);
        ofSite.Count.Should().BeLessThan(all.Count);
        later.Should().NotBeEmpty().And.OnlyContain(a => a.GetProperty("changeSeq").GetInt64() > middle);
        future.Should().BeEmpty();
        past.Should().HaveCount(all.Count);
        related.Should().NotBeEmpty();
        wrong.Exit.Should().Be(2);
        wrong.Error.Should().Contain("not a label");
    }

    private async Task<List<JsonElement>> ExportAsync(params string[] filter)
    {
        var result = await RunAsync(["articles", "export", .. filter]);
        result.Exit.Should().Be(0, result.Error);
        return [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => JsonDocument.Parse(line, default).RootElement)];
    }

    private Task<ScraperResult> RunAsync(params string[] arguments) => ScraperProcess.RunAsync(_folder.Path, arguments);
}
