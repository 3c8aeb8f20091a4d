using System.Net;
using FluentAssertions;
using Scraper.Tests.Storage;
using Scraper.Web;
using Xunit;

namespace Scraper.Tests.Web;

/// <summary>HEAD is answered as GET is, without the body (RFC 9110, 9.3.2).</summary>
public sealed class HeadTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/articles")]
    [InlineData("/articles/1")]
    [InlineData("/articles/999")]
    [InlineData("/nowhere")]
    [InlineData("/activity")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/assets/workbench.css")]
    [InlineData("/favicon.ico")]
    [InlineData("/api/v1/articles")]
    [InlineData("/api/v1/articles/999")]
    [InlineData("/api/v1/search")]
    [InlineData("/api/v1/sites")]
    [InlineData("/api/v1/openapi.json")]
    [InlineData("/feeds/articles.atom")]
    public async Task It_has_the_status_and_the_headers_of_get_and_no_body(string path)
    {
        await using var web = await Workbench.StartAsync();
        await web.Store.SaveAsync(StoreFixture.Page("https://a.example/1", "Text."));

        using var get = await web.Client.GetAsync(path);
        using var head = await HeadAsync(web, path);

        head.StatusCode.Should().Be(get.StatusCode);
        head.Content.Headers.ContentType.Should().Be(get.Content.Headers.ContentType);
        head.Headers.Select(h => h.Key).Should().Contain(get.Headers.Select(h => h.Key).Except(["Transfer-Encoding", "Set-Cookie"]), "the cookie came with the first answer");
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_not_begun()
    {
        await using var web = await Workbench.StartAsync();
        for (var i = 0; i < 40; i++)
        {
            using var head = await HeadAsync(web, "/activity/events");
            (head.StatusCode, head.Content.Headers.ContentType?.MediaType).Should().Be((HttpStatusCode.OK, "text/event-stream"), "no listener may be left behind");
        }
    }

    [Fact]
    public async Task What_is_known_is_not_modified()
    {
        await using var web = await Workbench.StartAsync();
        using var first = await HeadAsync(web, "/feeds/articles.json");

        using var again = new HttpRequestMessage(HttpMethod.Head, "/feeds/articles.json");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var answer = await web.Client.SendAsync(again);

        answer.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/sites/run", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/api/v1/fetch", HttpStatusCode.MethodNotAllowed)]
    public async Task What_changes_something_is_not_done_by_it(string path, HttpStatusCode status)
    {
        await using var web = await Workbench.StartAsync();

        using var head = await HeadAsync(web, path);

        head.StatusCode.Should().Be(status);
    }

    [Theory]
    [InlineData("/", "text/html", HttpStatusCode.Redirect)]
    [InlineData("/", "*/*", HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/sites", "application/json", HttpStatusCode.Unauthorized)]
    [InlineData("/healthz", "*/*", HttpStatusCode.OK)]
    public async Task It_opens_nothing_that_get_does_not(string path, string accept, HttpStatusCode status)
    {
        await using var web = await Workbench.StartAsync(new WebOptions { Token = Workbench.Token });
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        request.Headers.Accept.ParseAdd(accept);

        using var head = await web.Client.SendAsync(request);

        head.StatusCode.Should().Be(status);
    }

    private static async Task<HttpResponseMessage> HeadAsync(Workbench web, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        return await web.Client.SendAsync(request);
    }
}
