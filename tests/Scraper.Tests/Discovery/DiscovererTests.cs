using System.IO.Compression;
using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Scraper.Core.Sites;
using Scraper.Discovery;
using Scraper.Fetching;
using Scraper.Tests.Fetching;
using Xunit;

namespace Scraper.Tests.Discovery;

public class DiscovererTests
{
    private const string Feed = """
        <rss version="2.0"><channel><title>News</title>
        <item><title>One &amp; only</title><link>http://news.test/1?utm_source=rss</link><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate></item>
        <item><title>Two</title><link>/2</link></item>
        <item><title>Inside</title><link>http://127.0.0.1/x</link></item>
        <item><title>File</title><link>file:///etc/passwd</link></item>
        </channel></rss>
        """;

    private const string Sitemap = """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        <url><loc>http://news.test/2/</loc><news:news><news:publication_date>2026-03-02T08:00:00+01:00</news:publication_date><news:title>Two again</news:title></news:news></url>
        <url><loc>http://news.test/3</loc><lastmod>2026-03-03</lastmod><image:image><image:loc>http://news.test/picture.jpg</image:loc></image:image></url>
        <url><loc>file:///etc/passwd</loc></url>
        </urlset>
        """;

    private const string Front = """
        <html><head><base href="http://news.test/"><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>
        <div class="lead"><a href="4">Four</a> <a href="/tag/x">Tag</a></div><a href="http://other.test/9">Elsewhere</a><a href="/about">About</a>
        </body></html>
        """;

    [Fact]
    public async Task Feeds_sitemaps_and_front_pages_name_each_article_once()
    {
        await using var web = await StartAsync();
        using var fetcher = LoopbackWeb.Fetcher(web.Options("news.test"));
        var discoverer = new Discoverer(fetcher, new InMemoryFetchStateStore(), new FetchOptions());

        var result = await discoverer.DiscoverAsync(Site(), CancellationToken.None);

        result.Candidates.Should().Equal(
            new Candidate(new Uri("http://news.test/1"), "One & only", new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero), "http://news.test/feed"),
            new Candidate(new Uri("http://news.test/2"), "Two", new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero), "http://news.test/feed"),
            new Candidate(new Uri("http://news.test/3"), null, new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), "http://news.test/sitemap.xml.gz"),
            new Candidate(new Uri("http://news.test/4"), "Four", null, "http://news.test/"));
        result.Sources.Should().HaveCount(4);
        result.Sources[0].Refused.Should().HaveCount(2);
        result.Sources.SelectMany(source => source.Refused).Should().Contain(text => text.StartsWith("http://127.0.0.1/x")).And.Contain(text => text.StartsWith("file:"));
    }

    [Fact]
    public async Task Sources_are_asked_again_conditionally_only_when_their_candidates_have_been_dealt_with()
    {
        await using var web = await StartAsync();
        using var fetcher = LoopbackWeb.Fetcher(web.Options("news.test"));
        var discoverer = new Discoverer(fetcher, new InMemoryFetchStateStore(), new FetchOptions());

        var first = await discoverer.DiscoverAsync(Site(), CancellationToken.None);
        var again = await discoverer.DiscoverAsync(Site(), CancellationToken.None);
        await discoverer.ConfirmAsync(again, CancellationToken.None);
        var third = await discoverer.DiscoverAsync(Site(), CancellationToken.None);

        again.Candidates.Should().Equal(first.Candidates);
        third.Candidates.Should().BeEmpty();
        third.Sources.Where(source => source.Result is FetchResult.NotModified).Should().HaveCount(3);
        third.Sources.Single(source => source.IsIndex).Result.Should().BeOfType<FetchResult.Fetched>();
    }

    [Fact]
    public async Task A_source_that_has_not_changed_is_read_whole_for_another_site_and_after_the_patterns_changed()
    {
        await using var web = await StartAsync();
        using var fetcher = LoopbackWeb.Fetcher(web.Options("news.test"));
        var discoverer = new Discoverer(fetcher, new InMemoryFetchStateStore(), new FetchOptions());
        var site = Site() with { Discovery = new SiteDiscovery { Feeds = ["http://news.test/feed#top"], Include = ["/1"] } };
        async Task<int> FoundAsync(SiteRule by)
        {
            var result = await discoverer.DiscoverAsync(by, CancellationToken.None);
            await discoverer.ConfirmAsync(result, CancellationToken.None);
            return result.Candidates.Count;
        }

        (await FoundAsync(site)).Should().Be(1);
        (await FoundAsync(site)).Should().Be(0, "it has not changed");
        (await FoundAsync(site with { Name = "other" })).Should().Be(1);
        (await FoundAsync(site with { Discovery = site.Discovery with { Include = [] } })).Should().Be(2);
        (await FoundAsync(site with { Title = "Another title", Discovery = site.Discovery with { } })).Should().Be(0, "nothing that bears on its links has changed");
    }

    [Fact]
    public async Task A_page_that_is_read_for_links_and_the_front_page_of_its_host_are_no_candidates()
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync(
            context.Request.Path == "/robots.txt" ? string.Empty : "<a href=/>Home</a><a href=/index.html>Home</a><a href=http://www.news.test/sport/>Sport</a><a href=/world?utm_source=x>World</a><a href=/1>One</a><a href=/?p=12>Two</a>"));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("news.test"));
        var discoverer = new Discoverer(fetcher, new InMemoryFetchStateStore(), new FetchOptions());
        var site = Site() with { Discovery = new SiteDiscovery { FrontPages = [new FrontPage("http://news.test/sport", null), new FrontPage("http://news.test/world", null)] } };

        var result = await discoverer.DiscoverAsync(site, CancellationToken.None);

        result.Candidates.Select(c => c.Url.PathAndQuery).Should().Equal("/1", "/?p=12");
    }

    [Fact]
    public async Task One_sources_failure_does_not_hide_anothers_links()
    {
        await using var web = await StartAsync();
        using var fetcher = LoopbackWeb.Fetcher(web.Options("news.test"));
        var site = Site() with { Discovery = new SiteDiscovery { Feeds = ["http://news.test/broken", "not a url", "http://10.0.0.1/", "http://news.test/feed"] } };

        var result = await new Discoverer(fetcher, new InMemoryFetchStateStore(), new FetchOptions()).DiscoverAsync(site, CancellationToken.None);

        result.Candidates.Should().HaveCount(2);
        result.Sources.Should().HaveCount(4);
        result.Sources[0].Result.Should().BeOfType<FetchResult.Failed>();
        result.Sources[1].Error.Should().NotBeNull();
        result.Sources[2].Result.Should().BeOfType<FetchResult.Blocked>();
    }

    [Fact]
    public async Task A_link_whose_host_is_no_host_is_refused_and_hides_nothing()
    {
        const string Odd = "<rss><channel><item><link>http://a\u200Db.test/1</link></item><item><link>http://news.test/2</link></item></channel></rss>";
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync(Odd));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("news.test"));
        var site = Site() with { Discovery = new SiteDiscovery { Feeds = ["http://x\u0378.test/feed", "http://news.test/feed"] } };

        var result = await new Discoverer(fetcher, new InMemoryFetchStateStore(), new FetchOptions()).DiscoverAsync(site, CancellationToken.None);

        result.Candidates.Select(candidate => candidate.Url.AbsoluteUri).Should().Equal("http://news.test/2");
        result.Sources[0].Result.Should().BeOfType<FetchResult.Blocked>();
        result.Sources[1].Refused.Should().ContainSingle(text => text.Contains("IDNA"));
    }

    [Fact]
    public async Task A_sitemap_is_read_once_a_visit_whoever_names_it()
    {
        await using var web = await LoopbackWeb.StartAsync(context => context.Response.WriteAsync(context.Request.Path.Value switch
        {
            "/robots.txt" => string.Concat(Enumerable.Repeat("Sitemap: http://news.test/index.xml\nSitemap: http://news.test/news.xml\n", 5)),
            "/index.xml" => "<sitemapindex>" + string.Concat(Enumerable.Repeat("<sitemap><loc>/index.xml</loc></sitemap><sitemap><loc>/news.xml</loc></sitemap>", 20)) + "<sitemap><loc>/old.xml</loc></sitemap></sitemapindex>",
            var path => $"<urlset><url><loc>{path}/1</loc></url></urlset>",
        }));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("news.test"));
        var site = Site() with { Discovery = new SiteDiscovery { Sitemaps = ["http://news.test/robots.txt", "http://news.test/news.xml"] } };

        await new Discoverer(fetcher, new InMemoryFetchStateStore(), new FetchOptions()).DiscoverAsync(site, CancellationToken.None);

        web.Seen.Where(seen => seen.Path != "/robots.txt").Select(seen => seen.Path).Should().BeEquivalentTo("/index.xml", "/news.xml", "/old.xml");
    }

    [Fact]
    public async Task A_sitemap_may_be_longer_than_an_article()
    {
        var sitemap = "<urlset>" + new string(' ', 2_000) + "<url><loc>http://news.test/1</loc></url></urlset>";
        await using var web = await LoopbackWeb.StartAsync(context => context.Request.Path == "/robots.txt" ? Task.CompletedTask : context.Response.WriteAsync(sitemap));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("news.test") with { MaxBodyBytes = 1_024 });
        var site = Site() with { Discovery = new SiteDiscovery { Sitemaps = ["http://news.test/sitemap.xml"] } };

        (await new Discoverer(fetcher, new InMemoryFetchStateStore(), new FetchOptions()).DiscoverAsync(site, CancellationToken.None)).Candidates.Should().ContainSingle();
    }

    [Fact]
    public async Task A_site_s_secrets_do_not_go_to_the_host_of_a_foreign_feed()
    {
        await using var web = await StartAsync();
        using var fetcher = LoopbackWeb.Fetcher(web.Options("news.test", "feeds.test"));
        var site = new SiteRule
        {
            Name = "news",
            Hosts = ["news.test"],
            Fetching = new SiteFetching { Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer secret" }, Cookies = new Dictionary<string, string> { ["session"] = "1" } },
            Discovery = new SiteDiscovery { Feeds = ["http://news.test/feed", "http://feeds.test/feed"] },
        };

        await new Discoverer(fetcher, new InMemoryFetchStateStore(), new FetchOptions()).DiscoverAsync(site, CancellationToken.None);

        web.Seen.Select(seen => (seen.Host, seen.Path, seen.Headers.ContainsKey("Authorization") || seen.Headers.ContainsKey("Cookie")))
            .Should().BeEquivalentTo([("news.test", "/robots.txt", true), ("news.test", "/feed", true), ("feeds.test", "/robots.txt", false), ("feeds.test", "/feed", false)]);
    }

    [Fact]
    public async Task Without_a_selector_the_links_of_the_same_host_are_taken_and_a_selector_may_be_XPath()
    {
        await using var web = await StartAsync();
        using var fetcher = LoopbackWeb.Fetcher(web.Options("news.test"));
        var discoverer = new Discoverer(fetcher, new InMemoryFetchStateStore(), new FetchOptions());
        SiteRule With(string? links) => new() { Name = "news", Discovery = new SiteDiscovery { FrontPages = [new FrontPage("http://news.test/", links)] } };

        var all = await discoverer.DiscoverAsync(With(null), CancellationToken.None);
        var some = await discoverer.DiscoverAsync(With("//div[@class='lead']/a[1]"), CancellationToken.None);
        var none = await discoverer.DiscoverAsync(With(".gone"), CancellationToken.None);

        all.Candidates.Select(candidate => candidate.Url.AbsolutePath).Should().Equal("/4", "/tag/x", "/about");
        some.Candidates.Select(candidate => candidate.Url.AbsolutePath).Should().Equal("/4");
        none.Sources.Single().Error.Should().Contain(".gone");
    }

    [Fact]
    public async Task Of_a_site_without_sources_the_announced_feeds_and_the_sitemaps_of_robots_txt_are_read_every_time()
    {
        await using var web = await StartAsync("User-agent: *\nDisallow: /private\nSitemap: http://news.test/index.xml\nSitemap: http://127.0.0.1/inside.xml\nSitemap: file:///etc/passwd\n");
        using var fetcher = LoopbackWeb.Fetcher(web.Options("news.test"));
        var discoverer = new Discoverer(fetcher, new InMemoryFetchStateStore(), new FetchOptions());

        var result = await discoverer.DiscoverAsync(Bare, CancellationToken.None);
        await discoverer.ConfirmAsync(result, CancellationToken.None);
        var again = await discoverer.DiscoverAsync(Bare, CancellationToken.None);

        result.Candidates.Select(candidate => candidate.Url.AbsolutePath).Should().Equal("/1", "/2", "/3");
        result.Sources.Select(source => source.Url.AbsoluteUri).Should().Equal(
            "http://news.test/feed", "https://news.test/robots.txt", "http://news.test/index.xml", "http://127.0.0.1/inside.xml", "file:///etc/passwd", "http://news.test/sitemap.xml.gz", "https://news.test/");
        result.Sources.Where(source => source.Result is FetchResult.Blocked).Should().HaveCount(2);
        again.Candidates.Should().BeEmpty();
        again.Sources.Where(source => source.Result is FetchResult.NotModified).Select(source => source.Url.AbsolutePath).Should().Equal("/feed", "/sitemap.xml.gz");
    }

    [Fact]
    public async Task Of_a_site_without_feeds_and_sitemaps_the_home_pages_own_links_are_taken()
    {
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/" ? 200 : 404;
            return context.Response.WriteAsync("<a href=/4>Four</a> <a href=http://other.test/5>Five</a>");
        });
        using var fetcher = LoopbackWeb.Fetcher(web.Options("news.test"));

        var result = await new Discoverer(fetcher, new InMemoryFetchStateStore(), new FetchOptions()).DiscoverAsync(Bare, CancellationToken.None);

        result.Candidates.Select(candidate => candidate.Url.AbsoluteUri).Should().Equal("https://news.test/4");
    }

    [Fact]
    public async Task A_robots_txt_that_names_very_many_sitemaps_is_read_to_a_bound()
    {
        await using var web = await StartAsync(string.Concat(Enumerable.Range(0, 5_000).Select(i => $"Sitemap: http://news.test/index.xml?{i}\n")));
        using var fetcher = LoopbackWeb.Fetcher(web.Options("news.test"));

        var result = await new Discoverer(fetcher, new InMemoryFetchStateStore(), new FetchOptions()).DiscoverAsync(Bare, CancellationToken.None);

        result.Sources.Should().HaveCountLessThan(20);
    }

    private static readonly SiteRule Bare = new() { Name = "news", Hosts = ["news.test"] };

    private static SiteRule Site() => new()
    {
        Name = "news",
        Discovery = new SiteDiscovery
        {
            Feeds = ["http://news.test/feed"],
            Sitemaps = ["http://news.test/index.xml"],
            FrontPages = [new FrontPage("http://news.test/", ".lead a")],
            Exclude = ["/tag/", "/(?=about)"],
        },
    };

    private static Task<LoopbackWeb> StartAsync(string? robots = null) => LoopbackWeb.StartAsync(async context =>
    {
        var path = context.Request.Path.Value;
        context.Response.Headers.ETag = "\"1\"";
        if (path == "/robots.txt" && robots is not null)
        {
            await context.Response.WriteAsync(robots);
        }
        else if (path == "/robots.txt" || path == "/broken")
        {
            context.Response.StatusCode = path == "/broken" ? 500 : 404;
        }
        else if (context.Request.Headers.IfNoneMatch == "\"1\"")
        {
            context.Response.StatusCode = 304;
        }
        else if (path == "/sitemap.xml.gz")
        {
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Sitemap));
        }
        else
        {
            await context.Response.WriteAsync(path switch
            {
                "/feed" => Feed,
                "/index.xml" => "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>http://news.test/sitemap.xml.gz</loc></sitemap></sitemapindex>",
                _ => Front,
            });
        }
    });
}
