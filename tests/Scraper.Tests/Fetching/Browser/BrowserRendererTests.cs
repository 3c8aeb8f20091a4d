using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Tests.Fetching.Hostile;
using Xunit;

namespace Scraper.Tests.Fetching.Browser;

[Collection("measured")]
public class BrowserRendererTests
{
    private static readonly string Story = string.Join(" ", Enumerable.Repeat("The article only comes with its script.", 20));

    [BrowserFact]
    public async Task An_article_that_only_appears_after_script_runs_is_fetched_with_render_auto()
    {
        await using var victim = new HostileServer((_, _, _, _) => Task.CompletedTask);
        await using var web = await Web.StartAsync(context => Serve(context, victim.EndPoint.Port));
        using var fetcher = Web.Fetcher(Options(web));

        var rendered = await BodyAsync(fetcher, "http://shell.test/a", RenderMode.Auto);
        var plain = await BodyAsync(fetcher, "http://shell.test/a", RenderMode.Never);
        var full = await BodyAsync(fetcher, "http://shell.test/full", RenderMode.Auto);

        rendered.Should().Contain(Story);
        plain.Should().NotContain(Story);
        full.Should().Contain("<p id=\"plain\">" + Story, "its script, which would replace it, was not run");
        web.Seen.Should().Contain(seen => seen.Path == "/story.json" && seen.Headers.UserAgent.ToString().StartsWith("Scraper/"));
        victim.Accepted.Should().Be(0);
    }

    [Fact]
    public async Task Without_a_browser_a_site_that_needs_one_is_told_so()
    {
        await using var web = await Web.StartAsync(context => Serve(context, 9));
        using var fetcher = Web.Fetcher(Options(web) with { Browser = Path.Combine(AppContext.BaseDirectory, "no-browser-here") });

        var result = await fetcher.FetchAsync(Web.Get("http://shell.test/a", new SiteFetching { Render = RenderMode.Auto }), CancellationToken.None);

        result.Should().BeOfType<FetchResult.Failed>().Which.Kind.Should().Be(FailureKind.Browser);
    }

    private static FetchOptions Options(Web web) => web.Options("shell.test") with { IgnoreRobots = true, RenderTimeout = TimeSpan.FromSeconds(90) };

    private static async Task<string> BodyAsync(PageFetcher fetcher, string url, RenderMode mode)
    {
        var result = await fetcher.FetchAsync(Web.Get(url, new SiteFetching { Render = mode }), CancellationToken.None);
        return Encoding.UTF8.GetString(result.Should().BeOfType<FetchResult.Fetched>().Which.Page.Body.Span);
    }

    private static Task Serve(HttpContext context, int victim)
    {
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync(context.Request.Path.Value switch
        {
            "/story.json" => Story,
            "/full" => $"<html><body><p id=\"plain\">{Story}</p><script>document.body.innerHTML = 'rewritten by script'</script></body></html>",
            _ => $$"""
                <html><body><div id="root"></div><script>
                fetch('http://127.0.0.1:{{victim}}/').catch(() => {});
                fetch('/story.json').then(r => r.text()).then(t => { const p = document.createElement('p'); p.textContent = t; document.getElementById('root').append(p); });
                </script></body></html>
                """,
        });
    }
}
