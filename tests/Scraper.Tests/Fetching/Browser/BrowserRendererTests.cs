using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Fetching.Addresses;
using Scraper.Fetching.Browser;
using Scraper.Tests.Fetching.Hostile;
using Xunit;

namespace Scraper.Tests.Fetching.Browser;

[Collection("measured")]
public class BrowserRendererTests
{
    private const string Shell = """
        <html><body><div id="root"></div><script>
        fetch('/story.json').then(r => r.text()).then(t => { const p = document.createElement('p'); p.textContent = t; document.getElementById('root').append(p); });
        </script></body></html>
        """;

    private static readonly string Story = string.Join(" ", Enumerable.Repeat("The article only comes with its script.", 20));

    [BrowserFact]
    public async Task An_article_that_only_appears_after_script_runs_is_fetched_with_render_auto()
    {
        await using var victim = new HostileServer((_, _, _, _) => Task.CompletedTask);
        await using var web = await LoopbackWeb.StartAsync(context => Serve(context, victim.EndPoint.Port));
        using var fetcher = LoopbackWeb.Fetcher(Options(web));

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
        await using var web = await LoopbackWeb.StartAsync(context => Serve(context, 9));
        using var fetcher = LoopbackWeb.Fetcher(Options(web) with { Browser = Path.Combine(AppContext.BaseDirectory, "no-browser-here") });

        var result = await fetcher.FetchAsync(LoopbackWeb.Get("http://shell.test/a", new SiteFetching { Render = RenderMode.Auto }), CancellationToken.None);

        result.Should().BeOfType<FetchResult.Failed>().Which.Kind.Should().Be(FailureKind.Browser);
        result.As<FetchResult.Failed>().Message.Should().Contain("no-browser-here").And.Contain("Fetching:Browser");
    }

    [Fact]
    public async Task A_program_that_is_no_browser_is_named()
    {
        if (!File.Exists("/bin/false"))
        {
            return;
        }

        await using var web = await LoopbackWeb.StartAsync(context => Serve(context, 9));
        using var renderer = Renderer(Options(web) with { Browser = "/bin/false" });

        var result = await renderer.RenderAsync(Page("/a", Shell), new SiteFetching(), CancellationToken.None);

        result.Outcome.Should().BeOfType<FetchResult.Failed>().Which.Message.Should().StartWith("/bin/false did not start as a browser");
    }

    [BrowserFact]
    public async Task A_browser_that_ends_leaves_no_files()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // Its folders are read from /proc.
        }

        await using var web = await LoopbackWeb.StartAsync(context => Serve(context, 9));
        string profile, temporary;
        using (var renderer = Renderer(Options(web)))
        {
            await RenderAsync(renderer, "/a");
            profile = Words(renderer, "cmdline", "--user-data-dir=");
            temporary = Words(renderer, "environ", "TMPDIR=");
            Directory.Exists(profile).Should().BeTrue();
            Directory.Exists(temporary).Should().BeTrue();
        }

        temporary.Should().NotBe(Path.GetTempPath());
        Directory.Exists(profile).Should().BeFalse();
        Directory.Exists(temporary).Should().BeFalse();

        static string Words(BrowserRenderer renderer, string file, string start) =>
            File.ReadAllText($"/proc/{renderer.ProcessId}/{file}").Split('\0').First(word => word.StartsWith(start, StringComparison.Ordinal))[start.Length..];
    }

    [Fact]
    public async Task A_page_that_has_stood_in_the_queue_of_the_browser_for_the_longest_wait_is_left_for_later()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // The browser that says nothing is a shell script.
        }

        await using var web = await LoopbackWeb.StartAsync(context => Serve(context, 9));
        using var silent = new SilentBrowser();
        using var renderer = Renderer(Options(web) with { Browser = silent.Path, LongestWait = TimeSpan.FromSeconds(1) });
        using var ended = new CancellationTokenSource();
        var first = renderer.RenderAsync(Page("/a", Shell), new SiteFetching(), ended.Token);

        var second = await renderer.RenderAsync(Page("/b", Shell), new SiteFetching(), CancellationToken.None);

        second.Outcome.Should().BeOfType<FetchResult.Blocked>().Which.Reason.Should().Be(BlockReason.NotYet);
        await ended.CancelAsync();
        await FluentActions.Awaiting(() => first).Should().ThrowAsync<OperationCanceledException>();
    }

    [BrowserFact]
    public async Task Two_pages_use_one_browser_process_which_ends_with_the_renderer()
    {
        await using var web = await LoopbackWeb.StartAsync(context => Serve(context, 9));
        int process;
        using (var renderer = Renderer(Options(web)))
        {
            (await RenderAsync(renderer, "/a")).Should().Contain(Story);
            process = renderer.ProcessId!.Value;
            (await RenderAsync(renderer, "/b")).Should().Contain(Story);

            renderer.ProcessId.Should().Be(process);
            IsRunning(process).Should().BeTrue();
        }

        for (var i = 0; i < 50 && IsRunning(process); i++)
        {
            await Task.Delay(100);
        }

        IsRunning(process).Should().BeFalse();
    }

    [BrowserTheory]
    [InlineData("for (;;) {}", 4, 768, "*did not finish within 4 s")]
    [InlineData("setInterval(() => { for (;;) {} }, 0)", 4, 768, "*did not finish within 4 s")]
    [InlineData("const all = []; setInterval(() => { for (let i = 0; i < 4; i++) all.push(new Uint8Array(8e6).fill(7)); }, 20)", 40, 400, "*")]
    [InlineData("const all = []; for (;;) all.push({ text: 'a'.repeat(1000) + all.length })", 40, 400, "*")]
    [InlineData("let p = document.body; for (;;) p.append(document.createElement('p'))", 40, 400, "*")]
    [InlineData("document.body.append(document.createComment('a'.repeat(12e6)))", 40, 768, "*larger than 10485760*")]
    public async Task A_page_that_never_ends_or_takes_all_memory_is_ended_and_the_next_one_works(string script, int seconds, int memory, string message)
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Request.Path == "/evil"
            ? context.Response.WriteAsync($"<html><body><script>{script}</script></body></html>")
            : Serve(context, 9));
        using var renderer = Renderer(Options(web) with { RenderTimeout = TimeSpan.FromSeconds(seconds), RenderMemory = memory });
        var watch = Stopwatch.StartNew();

        var evil = await renderer.RenderAsync(Page("/evil", $"<html><body><script>{script}</script></body></html>"), new SiteFetching(), CancellationToken.None);

        evil.Outcome.Should().BeOfType<FetchResult.Failed>().Which.Should().Match<FetchResult.Failed>(f => f.Kind == FailureKind.Browser).And.Subject.As<FetchResult.Failed>().Message.Should().Match(message);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(seconds + 20));
        var next = await renderer.RenderAsync(Page("/a", Shell), new SiteFetching(), CancellationToken.None);
        next.Outcome.Should().BeOfType<FetchResult.Fetched>().Which.Page.Body.Length.Should().BeGreaterThan(Shell.Length);
    }

    [BrowserFact]
    public async Task A_sites_headers_and_cookies_go_to_its_own_origin_alone_and_its_user_agent_everywhere()
    {
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            context.Response.Headers.AccessControlAllowOrigin = "*";
            context.Response.Headers.AccessControlAllowHeaders = "*";
            if (context.Request.Path == "/away")
            {
                context.Response.Redirect("http://other.test/story.json");
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync(Story);
        });
        const string Html = """
            <html><body><div id="root"></div><script>
            (async () => {
                await fetch('/own.json');
                await fetch('/away').catch(() => {});
                await fetch('http://third.test/tracker.json').catch(() => {});
                document.getElementById('root').textContent = await (await fetch('/story.json')).text();
            })();
            </script></body></html>
            """;
        var site = new SiteFetching
        {
            UserAgent = "Reader/1.0 (+https://example.org)",
            Headers = new Dictionary<string, string> { ["X-Key"] = "secret" },
            Cookies = new Dictionary<string, string> { ["consent"] = "yes" },
        };
        using var renderer = Renderer(Options(web));

        var result = await renderer.RenderAsync(Page("/a", Html), site, CancellationToken.None);

        Encoding.UTF8.GetString(result.Outcome.Should().BeOfType<FetchResult.Fetched>().Which.Page.Body.Span).Should().Contain(Story);
        var own = web.Seen.Where(s => s.Host == "shell.test").ToList();
        own.Select(s => s.Path).Should().Equal("/own.json", "/away", "/story.json");
        own.Should().OnlyContain(s => s.Headers["X-Key"] == "secret" && s.Headers.Cookie == "consent=yes");
        var others = web.Seen.Where(s => s.Host != "shell.test").ToList();
        others.Select(s => s.Host).Should().Contain(["other.test", "third.test"]);
        others.Should().OnlyContain(s => !s.Headers.ContainsKey("X-Key") && s.Headers.Cookie.Count == 0);
        web.Seen.Should().OnlyContain(s => s.Headers.UserAgent == site.UserAgent);
    }

    [BrowserFact]
    public async Task A_page_makes_two_hundred_requests_at_most_and_none_for_pictures_or_other_documents()
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync("ok"));
        const string Html = """
            <html><body><img src="/picture.png"><script>
            for (let i = 0; i < 400; i++) fetch('/n' + i).catch(() => {});
            setTimeout(() => { location = 'http://other.test/elsewhere'; }, 500);
            </script></body></html>
            """;
        using var renderer = Renderer(Options(web));

        var result = await renderer.RenderAsync(Page("/a", Html), new SiteFetching(), CancellationToken.None);

        Encoding.UTF8.GetString(result.Outcome.Should().BeOfType<FetchResult.Fetched>().Which.Page.Body.Span).Should().Contain("/picture.png", "it is still the same document");
        web.Seen.Should().HaveCountLessThanOrEqualTo(200).And.NotContain(s => s.Path == "/picture.png" || s.Path == "/elsewhere");
        web.Seen.Count.Should().BeGreaterThan(100);
    }

    [BrowserFact]
    public async Task The_configured_proxy_carries_what_the_page_loads()
    {
        var asked = new ConcurrentQueue<string>();
        await using var proxy = new HostileServer(async (_, head, connection, token) =>
        {
            asked.Enqueue(head.Split('\n')[0].Trim());
            await connection.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {Story.Length}\r\nConnection: close\r\n\r\n{Story}"), token);
        });
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync("not this way"));
        using var renderer = Renderer(Options(web) with { Proxy = new Uri($"http://{proxy.EndPoint}") });

        (await RenderAsync(renderer, "/a")).Should().Contain(Story);

        asked.Should().Contain("GET http://shell.test/story.json HTTP/1.1");
        web.Seen.Should().BeEmpty();
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static BrowserRenderer Renderer(FetchOptions options)
    {
        var map = new ConnectMap(options.ConnectTo);
        var allowed = new AllowList(options.Allow, map);
        return new BrowserRenderer(options, new UrlGate(allowed), new GuardedDialler(allowed, map, System.Net.Dns.GetHostAddressesAsync));
    }

    private static async Task<string> RenderAsync(BrowserRenderer renderer, string path)
    {
        var result = await renderer.RenderAsync(Page(path, Shell), new SiteFetching(), CancellationToken.None);
        return Encoding.UTF8.GetString(result.Outcome.Should().BeOfType<FetchResult.Fetched>().Which.Page.Body.Span);
    }

    private static RawPage Page(string path, string html) => new()
    {
        RequestedUrl = new Uri("http://shell.test" + path),
        FinalUrl = new Uri("http://shell.test" + path),
        Status = 200,
        Headers = new Dictionary<string, string> { ["Content-Type"] = "text/html; charset=utf-8" },
        Body = Encoding.UTF8.GetBytes(html),
        FetchedAt = DateTimeOffset.UtcNow,
    };

    private static FetchOptions Options(LoopbackWeb web) => web.Options("shell.test", "other.test", "third.test") with { IgnoreRobots = true, RenderTimeout = TimeSpan.FromSeconds(90) };

    private static async Task<string> BodyAsync(PageFetcher fetcher, string url, RenderMode mode)
    {
        var result = await fetcher.FetchAsync(LoopbackWeb.Get(url, new SiteFetching { Render = mode }), CancellationToken.None);
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
