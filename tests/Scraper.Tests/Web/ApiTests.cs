using System.Net;
using System.Text.Json;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Scraper.Core.Labelling;
using Scraper.Storage;
using Scraper.Tests.Fetching;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Web;

public sealed class ApiTests
{
    [Fact]
    public async Task Articles_and_changes_are_followed_by_cursor_and_nothing_is_missed()
    {
        await using var web = await Workbench.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await web.Store.SaveAsync(StoreFixture.Page($"https://a.example/{i}", $"Text {i}."));
        }

        var first = await web.JsonAsync("/api/v1/articles?limit=3");
        var rest = await web.JsonAsync($"/api/v1/articles?after={first.GetProperty("next")}");
        await web.Store.Store.Articles.DeleteAsync("https://a.example/0", StoreFixture.Now, CancellationToken.None);
        var changes = await web.JsonAsync($"/api/v1/changes?after={rest.GetProperty("next")}");

        Urls(first).Concat(Urls(rest)).Should().Equal(Enumerable.Range(0, 5).Select(i => $"https://a.example/{i}"));
        var deleted = changes.GetProperty("changes").EnumerateArray().Single();
        (deleted.GetProperty("kind").GetString(), deleted.GetProperty("url").GetString()).Should().Be(("deleted", "https://a.example/0"));
    }

    [Fact]
    public async Task An_article_comes_with_its_text_revisions_and_labels()
    {
        await using var web = await Workbench.StartAsync();
        await web.Store.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.example/1", "One.\n\nTwo.", stripped: Label.PullQuote)));

        var article = await web.JsonAsync("/api/v1/articles/1");
        var blocks = (await web.JsonAsync("/api/v1/articles/1/blocks")).EnumerateArray().ToList();
        var revisions = (await web.JsonAsync("/api/v1/articles/1/revisions")).EnumerateArray().ToList();

        article.GetProperty("text").GetString().Should().Be("One.\n\nTwo.");
        article.GetProperty("section").GetString().Should().Be("Town");
        article.GetProperty("tags").EnumerateArray().Select(t => t.GetString()).Should().Equal("harbour", "rain");
        article.GetProperty("pictures")[0].GetProperty("credit").GetString().Should().Be("Paul Photo");
        article.GetProperty("publishedAt").GetString().Should().Be("2026-02-01T09:07+02:00");
        blocks.Select(b => b.GetProperty("label").GetString()).Should().Equal("body", "body", "pull_quote");
        blocks[2].GetProperty("reason").GetString().Should().Be("test");
        revisions.Should().ContainSingle().Which.GetProperty("kind").GetString().Should().Be("publisher");
    }

    [Fact]
    public async Task Search_story_sites_and_runs_answer()
    {
        await using var web = await Workbench.StartAsync();
        var text = StoreFixture.Words(1, 150);
        await web.Store.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.example/1", text + "\n\nharbour", site: "a")));
        await web.Store.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://b.example/1", text, site: "b")));
        await web.Store.Store.Crawl.StartRunAsync("a", "node", StoreFixture.Now, CancellationToken.None);
        await web.Store.Store.Crawl.FinishRunAsync("a", new SiteRun(StoreFixture.Now, SiteRunOutcome.Succeeded, null), CancellationToken.None);

        var hits = (await web.JsonAsync("/api/v1/search?q=harbour")).EnumerateArray().ToList();
        var story = (await web.JsonAsync("/api/v1/articles/2")).GetProperty("storyId").GetInt64();
        var tellings = (await web.JsonAsync($"/api/v1/stories/{story}")).EnumerateArray().ToList();
        var sites = (await web.JsonAsync("/api/v1/sites")).EnumerateArray().ToList();
        var runs = (await web.JsonAsync("/api/v1/runs")).EnumerateArray().ToList();

        hits.Should().ContainSingle().Which.GetProperty("snippet").GetString().Should().Contain("harbour").And.NotContainAny("\u0002", "\u0003");
        tellings.Should().HaveCount(2);
        sites.Select(s => s.GetProperty("name").GetString()).Should().Equal("a", "b");
        runs.Should().ContainSingle().Which.GetProperty("outcome").GetString().Should().Be("succeeded");
    }

    [Theory]
    [InlineData("/api/v1/articles?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/articles?limit=201", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/articles?after=-1", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/articles?after=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/search", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/search?q=%22", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/search?q=NOT+harbour", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/articles?site=nosuch", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/search?q=harbour&site=nosuch", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/articles/9", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/articles/9/blocks", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/articles/9/revisions", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/stories/9", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/fetch", HttpStatusCode.MethodNotAllowed)]
    public async Task Errors_are_problem_details(string path, HttpStatusCode status)
    {
        await using var web = await Workbench.StartAsync();

        using var answer = await web.Client.GetAsync(path);

        answer.StatusCode.Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("status").GetInt32().Should().Be((int)status);
        problem.GetProperty("title").GetString().Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("/api/v1/articles?after=99999999999999999999", "after")]
    [InlineData("/api/v1/articles?limit=many", "limit")]
    [InlineData("/api/v1/alarms?all=perhaps", "all")]
    public async Task A_parameter_of_the_wrong_type_is_named(string path, string name)
    {
        await using var web = await Workbench.StartAsync();

        using var answer = await web.Client.GetAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString().Should().Contain(name);
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_said_to_be_the_trouble()
    {
        await using var web = await Workbench.StartAsync();

        using var answer = await web.Client.SendAsync(await web.PostAsync("/api/v1/fetch", new { url = 5 }));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString().Should().Contain("JSON");
    }

    [Fact]
    public async Task A_page_is_fetched_cleaned_and_stored_on_demand_through_the_guard()
    {
        await using var site = await LoopbackWeb.StartAsync(context => context.Request.Path == "/robots.txt"
            ? Task.FromResult(context.Response.StatusCode = 404)
            : context.Response.WriteAsync("<html><head><title>A bridge</title></head><body><article><h1>A bridge</h1><p>The mayor opened the new bridge on Monday, and everybody came to see it in the sun.</p></article></body></html>"));
        await using var web = await Workbench.StartAsync(connectTo: new Dictionary<string, string> { ["news.test:80"] = $"127.0.0.1:{site.Port}" });

        using var fetched = await web.Client.SendAsync(await web.PostAsync("/api/v1/fetch", new { url = "http://news.test/a" }));
        using var refused = await web.Client.SendAsync(await web.PostAsync("/api/v1/fetch", new { url = "http://169.254.169.254/latest" }));
        using var wrong = await web.Client.SendAsync(await web.PostAsync("/api/v1/fetch", new { url = "file:///etc/passwd" }));
        var sites = (await web.JsonAsync("/api/v1/sites")).EnumerateArray().Select(s => s.GetProperty("name").GetString());

        var result = JsonDocument.Parse(await fetched.Content.ReadAsStringAsync()).RootElement;
        result.GetProperty("outcome").GetString().Should().Be("stored", result.ToString());
        result.GetProperty("article").GetProperty("text").GetString().Should().Contain("The mayor opened");
        JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("outcome").GetString().Should().Be("blocked");
        wrong.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        sites.Should().Equal("news.test");
    }

    [Fact]
    public async Task The_OpenAPI_document_names_every_end_point_and_only_those()
    {
        await using var web = await Workbench.StartAsync();

        var document = await web.JsonAsync("/api/v1/openapi.json");

        document.GetProperty("openapi").GetString().Should().StartWith("3.1");
        var paths = document.GetProperty("paths").EnumerateObject().ToList();
        document.GetProperty("components").GetProperty("schemas").GetProperty("ApiArticle").GetProperty("properties").TryGetProperty("pictures", out _).Should().BeTrue();
        var limit = document.GetProperty("paths").GetProperty("/api/v1/articles").GetProperty("get").GetProperty("parameters").EnumerateArray().Single(p => p.GetProperty("name").GetString() == "limit");
        (limit.GetProperty("schema").GetProperty("minimum").GetInt32(), limit.GetProperty("schema").GetProperty("maximum").GetInt32()).Should().Be((1, 200));
        paths.Select(p => p.Name).Should().BeEquivalentTo(
        [
            "/api/v1/articles", "/api/v1/articles/{id}", "/api/v1/articles/{id}/revisions", "/api/v1/articles/{id}/blocks", "/api/v1/changes", "/api/v1/search",
            "/api/v1/stories/{id}", "/api/v1/sites", "/api/v1/sites/{site}/run", "/api/v1/sites/{site}/pause", "/api/v1/sites/{site}/resume", "/api/v1/alarms",
            "/api/v1/alarms/{site}/{number}/acknowledge", "/api/v1/runs", "/api/v1/session", "/api/v1/fetch",
        ]);
        foreach (var operation in paths.SelectMany(p => p.Value.EnumerateObject()))
        {
            operation.Value.GetProperty("operationId").GetString().Should().NotBeEmpty();
            operation.Value.GetProperty("summary").GetString().Should().NotBeEmpty();
            if (operation.Value.GetProperty("responses").TryGetProperty("204", out _))
            {
                continue; // It answers with nothing.
            }

            operation.Value.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").ValueKind.Should().Be(JsonValueKind.Object);
        }

        document.GetProperty("components").GetProperty("schemas").TryGetProperty("ApiArticle", out _).Should().BeTrue();
    }

    [Fact]
    public async Task The_OpenAPI_document_says_what_is_needed_what_is_answered_and_which_types()
    {
        await using var web = await Workbench.StartAsync();

        var document = await web.JsonAsync("/api/v1/openapi.json");
        var paths = document.GetProperty("paths");

        paths.GetProperty("/api/v1/search").GetProperty("get").GetProperty("parameters").EnumerateArray().Where(p => p.TryGetProperty("required", out var required) && required.GetBoolean())
            .Select(p => p.GetProperty("name").GetString()).Should().Equal("q");
        paths.EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Where(o => !o.Value.GetProperty("responses").TryGetProperty("401", out _)).Should().BeEmpty();
        paths.GetProperty("/api/v1/alarms").GetProperty("get").GetProperty("responses").TryGetProperty("400", out _).Should().BeTrue();
        paths.GetProperty("/api/v1/fetch").GetProperty("post").GetProperty("responses").TryGetProperty("413", out _).Should().BeTrue();
        var article = document.GetProperty("components").GetProperty("schemas").GetProperty("ApiArticle").GetProperty("properties");
        article.GetProperty("id").GetProperty("type").GetString().Should().Be("integer");
        article.GetProperty("confidence").GetProperty("type").GetString().Should().Be("number");
    }

    private static IEnumerable<string?> Urls(JsonElement list) => list.GetProperty("articles").EnumerateArray().Select(a => a.GetProperty("url").GetString());
}
