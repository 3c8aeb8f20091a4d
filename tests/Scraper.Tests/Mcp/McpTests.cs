using System.Text.Json;
using FluentAssertions;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Mcp;

/// <summary>A session of the SDK's own client with the real program.</summary>
public sealed class McpTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "scraper.exe" : "scraper");

    [Fact]
    public async Task An_agent_searches_reads_follows_a_story_and_is_refused_what_is_not_public()
    {
        await using var store = await StoreFixture.OpenAsync();
        var text = StoreFixture.Words(1, 150) + "\n\nThe harbour was closed.";
        await store.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.example/1", text, "First telling", "a")));
        await store.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://b.example/1", text, "Second telling", "b")));
        await using var client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Name = "scraper",
            Command = Program,
            Arguments = ["mcp", "--store", store.Path],
        }));

        var tools = await client.ListToolsAsync();
        var hits = await CallAsync(client, "search", ("query", "harbour"), ("site", "a"));
        var article = await CallAsync(client, "read", ("article", "https://a.example/1"));
        var story = await CallAsync(client, "story", ("article", "2"));
        var fetched = await CallAsync(client, "fetch", ("url", "http://127.0.0.1:1/"));
        var missing = await client.CallToolAsync("read", new Dictionary<string, object?> { ["article"] = "999" });

        tools.Select(t => t.Name).Should().BeEquivalentTo("search", "read", "fetch", "story");
        hits.EnumerateArray().Should().ContainSingle().Which.GetProperty("title").GetString().Should().Be("First telling");
        article.GetProperty("text").GetString().Should().Be(text);
        story.EnumerateArray().Should().HaveCount(2);
        fetched.GetProperty("outcome").ToString().Should().BeOneOf("Blocked", "blocked", "8");
        (missing.IsError, Text(missing)).Should().Match<(bool? IsError, string Text)>(m => m.IsError == true && m.Text.Contains("there is no article 999"));
    }

    private static async Task<JsonElement> CallAsync(McpClient client, string tool, params (string Name, object? Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => a.Value));
        result.IsError.Should().NotBe(true, Text(result));
        return JsonDocument.Parse(Text(result)).RootElement;
    }

    private static string Text(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(t => t.Text));
}
