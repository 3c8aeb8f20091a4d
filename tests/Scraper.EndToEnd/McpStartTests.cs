using System.Runtime.Versioning;
using FluentAssertions;

namespace Scraper.EndToEnd;

public sealed class McpStartTests : IDisposable
{
    // Two calls as an agent makes them; the input stays open for a moment, because its end ends the server.
    private const string Session = """
        (echo '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}'
        echo '{"jsonrpc":"2.0","method":"notifications/initialized"}'
        echo '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"read","arguments":{"article":"1"}}}'
        sleep 8) | "$0" mcp --store scraper.db --config settings.json
        """;

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "scraper");

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public async Task A_store_that_is_not_there_is_named_and_none_is_made()
    {
        using var process = ScraperProcess.StartProgram(_folder.Path, "/bin/sh", ["-c", "exec \"$0\" mcp --store nowhere.db </dev/null", Program]);

        var ended = await process.EndAsync();

        ended.Exit.Should().Be(2, ended.Error);
        ended.Error.Should().Contain("There is no store").And.Contain("nowhere.db").And.Contain("--store");
        Directory.GetFileSystemEntries(_folder.Path).Should().BeEmpty();
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Who_may_only_read_the_store_is_served_what_is_in_it()
    {
        await using var server = await WebServer.StartAsync();
        server.ServeArticle("/a", "Bridges");
        _folder.Write("settings.json", $$$"""{ "Fetching": { "Delay": "0s", "ConnectTo": { "news.example": "{{{server.Endpoint}}}" } } }""");
        (await ScraperProcess.RunAsync(_folder.Path, "fetch", "http://news.example/a", "--config", "settings.json")).Exit.Should().Be(0);
        File.SetUnixFileMode(_folder["scraper.db"], UnixFileMode.UserRead | UnixFileMode.OtherRead);
        File.SetUnixFileMode(_folder["settings.json"], UnixFileMode.UserRead | UnixFileMode.OtherRead);
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)Convert.ToInt32("555", 8));

        var ended = await ScraperProcess.RunUnprivilegedAsync("/bin/sh", _folder.Path, ["-c", Session, Program]);

        File.SetUnixFileMode(_folder.Path, (UnixFileMode)Convert.ToInt32("755", 8));
        ended.Exit.Should().Be(0, ended.Error);
        ended.Output.Should().Contain("paragraph 1 of the story about Bridges");
    }
}
