using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using ModelContextProtocol;
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
        await using var client = await StartAsync(store.Path);

        var tools = await client.ListToolsAsync();
        var hits = await CallAsync(client, "search", ("query", "harbour"), ("site", "a"));
        var article = await CallAsync(client, "read", ("article", "http://www.a.example/1/?utm_source=feed#top"));
        var story = await CallAsync(client, "story", ("article", "2"));
        var fetched = await CallAsync(client, "fetch", ("url", "http://127.0.0.1:1/"));
        var missing = await client.CallToolAsync("read", new Dictionary<string, object?> { ["article"] = "999" });

        tools.Select(t => t.Name).Should().BeEquivalentTo("search", "read", "fetch", "story");
        hits.EnumerateArray().Should().ContainSingle().Which.GetProperty("title").GetString().Should().Be("First telling");
        article.GetProperty("text").GetString().Should().Be(text);
        story.EnumerateArray().Should().HaveCount(2);
        fetched.GetProperty("outcome").ToString().Should().Be("blocked", "the shapes are those of the HTTP API");
        (missing.IsError, Text(missing)).Should().Match<(bool? IsError, string Text)>(m => m.IsError == true && m.Text.Contains("there is no article 999"));
    }

    [Fact]
    public async Task A_call_that_cannot_be_answered_is_told_what_is_wrong_with_it_and_is_no_failure_of_ours()
    {
        (string Tool, string Arguments, string Expected)[] calls =
        [
            ("read", "{}", "article: missing; The article's number, or its URL."),
            ("read", """{ "article": [1] }""", "article: must be of type string, not [1]; The article's number, or its URL."),
            ("read", """{ "article": null }""", "article: must be of type string, not null"),
            ("read", """{ "article": "1", "site": "a" }""", "site: no such argument; known are article"),
            ("read", """{ "artcle": "1" }""", "artcle: no such argument; did you mean \"article\"?"),
            ("search", """{ "query": "harbour", "limit": "many" }""", "limit: must be of type integer, not \"many\"; At most so many, 1 to 50."),
            ("search", """{ "query": "harbour", "limit": 1.5 }""", "limit: must be of type integer, not 1.5"),
            ("search", """{ "query": "..." }""", "query: Give at least one word"),
            ("search", """{ "query": "harbour", "site": "nowhere" }""", "site: there is no site nowhere"),
            ("search", """{ "query": "NOT harbour" }""", "query: NOT takes away"),
            ("search", """{ "query": "harbour", "limit": 3000000000 }""", "limit: must be of type integer, not 3000000000"),
            ("search", $$"""{ "query": "{{new string('y', 20_000)}}" }""", "query: may have 8192 characters; What to search for."),
            ("search", $$"""{ "query": "x", "{{new string('y', 20_000)}}": 1 }""", "no such argument"),
            ("read", """{ "article": 3000000000 }""", "there is no article 3000000000"),
            ("read", """{ "article": 1.5 }""", "article: must be of type string, not 1.5"),
            ("fetch", """{ "url": "news.example" }""", "url: must be an http or https URL without user name"),
            ("story", """{ "article": 999 }""", "there is no article 999"),
        ];
        await using var store = await StoreFixture.OpenAsync();
        var log = new ConcurrentQueue<string>();
        await using (var client = await StartAsync(store.Path, log))
        {
            foreach (var (tool, arguments, expected) in calls)
            {
                var answer = await client.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!);

                answer.IsError.Should().BeTrue(arguments);
                Text(answer).Should().Contain(expected);
                Text(answer).Length.Should().BeLessThan(300);
            }
        }

        log.Should().BeEmpty();
    }

    [Fact]
    public async Task Arguments_that_are_no_object_are_the_callers_mistake()
    {
        await using var store = await StoreFixture.OpenAsync();
        await using var client = await StartAsync(store.Path);

        var call = () => client.SendRequestAsync(new JsonRpcRequest { Method = RequestMethods.ToolsCall, Params = JsonNode.Parse("""{ "name": "search", "arguments": [1] }""") });

        (await call.Should().ThrowAsync<McpProtocolException>()).Which.ErrorCode.Should().Be(McpErrorCode.InvalidParams);
    }

    [Fact]
    public async Task What_an_agent_reads_is_written_as_the_API_writes_it()
    {
        await using var store = await StoreFixture.OpenAsync();
        await store.SaveAsync(StoreFixture.Page("https://a.example/1", "أُغلق الميناء يوم الاثنين."));
        await using var client = await StartAsync(store.Path);

        var text = Text(await client.CallToolAsync("read", new Dictionary<string, object?> { ["article"] = "1" }));

        text.Should().Contain("أُغلق الميناء يوم الاثنين.").And.Contain("\"storyId\":null");
    }

    [Fact]
    public async Task An_articles_number_may_come_as_a_number_and_what_is_optional_as_null()
    {
        await using var store = await StoreFixture.OpenAsync();
        await store.SaveAsync(StoreFixture.Page("https://a.example/1", "The harbour was closed."));
        await using var client = await StartAsync(store.Path);

        (await CallAsync(client, "read", ("article", 1))).GetProperty("url").GetString().Should().Be("https://a.example/1");
        (await CallAsync(client, "story", ("article", 1))).GetArrayLength().Should().Be(0);
        (await CallAsync(client, "read", ("article", JsonElement.Parse("1.0")))).GetProperty("id").GetInt64().Should().Be(1);
        (await CallAsync(client, "search", ("query", "harbour"), ("site", null), ("limit", JsonElement.Parse("2.0")))).GetArrayLength().Should().Be(1);
    }

    private static Task<McpClient> StartAsync(string store, ConcurrentQueue<string>? log = null) => McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
    {
        Name = "scraper",
        Command = Program,
        Arguments = ["mcp", "--store", store],
        StandardErrorLines = line => log?.Enqueue(line),
    }));

    private static async Task<JsonElement> CallAsync(McpClient client, string tool, params (string Name, object? Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => a.Value));
        result.IsError.Should().NotBe(true, Text(result));
        return JsonDocument.Parse(Text(result)).RootElement;
    }

    private static string Text(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(t => t.Text));
}
