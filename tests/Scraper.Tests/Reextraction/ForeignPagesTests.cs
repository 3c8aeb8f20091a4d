using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Scraper.Cli;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Hosting;
using Scraper.Reextraction;
using Scraper.Tests.Fetching;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Reextraction;

/// <summary>Pages that the feed of one site finds on hosts of others: daemon, single fetch and re-extraction read them alike.</summary>
public sealed class ForeignPagesTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scraper-sites-").FullName;
    private LoopbackWeb _web = null!;
    private StoreFixture _fixture = null!;
    private IHost _host = null!;

    public async Task InitializeAsync()
    {
        File.WriteAllText(Path.Combine(_folder, "digest.yaml"), "name: digest\nhosts: [digest.example]\ndiscovery: { feeds: [http://digest.example/feed] }\nselect: { body: .digest-story }\n");
        File.WriteAllText(Path.Combine(_folder, "news.yaml"), "name: news\nhosts: [news.example]\nselect: { body: article }\n");
        _web = await LoopbackWeb.StartAsync(AnswerAsync);
        _fixture = await StoreFixture.OpenAsync();
        _host = Host();
    }

    public async Task DisposeAsync()
    {
        _host.Dispose();
        await _fixture.DisposeAsync();
        await _web.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_rule_that_claims_the_host_reads_the_page_and_gives_it_its_site_whoever_found_it()
    {
        await Pipeline.VisitSiteAsync(Rules.ByName("digest")!, null, default);

        var stored = (await _fixture.Store.Articles.FindAsync("http://news.example/a", default))!;
        (stored.Article.Site, stored.Article.Rule!.Name, stored.Article.Rule.FellBack).Should().Be(("news", "news", null));
        var other = (await _fixture.Store.Articles.FindAsync("http://other.example/b", default))!;
        (other.Article.Site, other.Article.Rule!.Name).Should().Be(("digest", "digest"), "nobody claims that host");
    }

    [Fact]
    public async Task Reading_it_again_is_no_other_reading()
    {
        await Pipeline.VisitSiteAsync(Rules.ByName("digest")!, null, default);

        var report = new ReextractionReport();
        await new Reextractor(Pipeline, Rules, _fixture.Store, TimeProvider.System).JudgeAsync(new ReextractionOptions(), report, default);

        report.Count(ReplayOutcome.Skipped).Should().Be(2);
    }

    [Fact]
    public async Task A_page_that_nobody_claims_stays_with_the_site_that_found_it_first()
    {
        await Pipeline.VisitSiteAsync(Rules.ByName("digest")!, null, default);

        (await Pipeline.ProcessAsync(new Uri("http://other.example/b"), rule: null, default)).Site.Should().Be("digest");
        (await Pipeline.ProcessAsync(new Uri("http://other.example/b"), Rules.ByName("news"), default)).Site.Should().Be("digest");

        _fixture.Query("SELECT site, revision FROM v1_articles WHERE url = 'http://other.example/b'")[0].Should().Equal("digest", 1L);
    }

    [Fact]
    public async Task A_renamed_rule_takes_its_articles_along_when_they_are_read_again()
    {
        await Pipeline.VisitSiteAsync(Rules.ByName("digest")!, null, default);
        File.WriteAllText(Path.Combine(_folder, "news.yaml"), "name: daily\nhosts: [news.example]\nselect: { body: article }\n");
        using var host = Host();

        await new Reextractor(host.Services.GetRequiredService<Pipeline>(), host.Services.GetRequiredService<SiteCatalogue>().Rules, _fixture.Store, TimeProvider.System)
            .ApplyAsync(new ReextractionOptions(), new HashSet<string>(), new ReextractionReport(), default);

        _fixture.Query("SELECT site, rule FROM v1_articles WHERE url = 'http://news.example/a'")[0].Should().Equal("daily", "daily");
    }

    [Theory]
    [InlineData("name: daily\nhosts: [news.example]\nselect: { body: article }\n", "daily", true)]
    [InlineData("name: daily\nhosts: [elsewhere.example]\n", "news.example", false)]
    public async Task Articles_that_go_to_another_site_are_told(string rule, string site, bool hasRule)
    {
        await Pipeline.VisitSiteAsync(Rules.ByName("digest")!, null, default);
        File.WriteAllText(Path.Combine(_folder, "news.yaml"), rule);
        using var host = Host();

        var report = new ReextractionReport();
        await new Reextractor(host.Services.GetRequiredService<Pipeline>(), host.Services.GetRequiredService<SiteCatalogue>().Rules, _fixture.Store, TimeProvider.System)
            .JudgeAsync(new ReextractionOptions(), report, default);

        report.Moves.Should().Equal(new SiteMove("news", site, hasRule, 1));
        using var differences = new StringWriter();
        new ReextractPrinter(report, [], applied: null).Differences(differences, colour: false);
        differences.ToString().Should().Contain("- site: news").And.Contain($"+ site: {site}");
    }

    [Fact]
    public async Task Pages_of_articles_whose_tags_are_not_known_are_not_passed_over()
    {
        await Pipeline.VisitSiteAsync(Rules.ByName("digest")!, null, default);
        _fixture.Change("UPDATE article SET section = NULL, tags = NULL, pictures = NULL");

        var report = new ReextractionReport();
        await new Reextractor(Pipeline, Rules, _fixture.Store, TimeProvider.System).ApplyAsync(new ReextractionOptions(), new HashSet<string>(), report, default);

        report.Count(ReplayOutcome.Same).Should().Be(2, "there are none");
        _fixture.Query("SELECT tags FROM v1_articles").Should().OnlyContain(row => (string?)row[0] == "[]");
    }

    /// <summary>A host with the rules as they are now.</summary>
    private IHost Host() => ScraperHost.Create(
        new ScraperOptions
        {
            Sites = [_folder],
            Log = new LogOptions { Level = LogLevel.None },
            Fetching = new FetchOptions { Delay = TimeSpan.Zero, ConnectTo = new[] { "digest", "news", "other" }.ToDictionary(n => $"{n}.example:80", _ => $"127.0.0.1:{_web.Port}") },
        },
        _fixture.Store).Build();

    private Pipeline Pipeline => _host.Services.GetRequiredService<Pipeline>();

    private SiteRuleSet Rules => _host.Services.GetRequiredService<SiteCatalogue>().Rules;

    private static Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/feed")
        {
            context.Response.ContentType = "application/rss+xml";
            return context.Response.WriteAsync("<rss version='2.0'><channel><title>Digest</title><item><title>A</title><link>http://news.example/a</link></item><item><title>B</title><link>http://other.example/b</link></item></channel></rss>");
        }

        if (context.Request.Path == "/robots.txt")
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        }

        var seed = context.Request.Path.Value!.Length + context.Request.Host.Host.Length;
        var text = string.Concat(StoreFixture.Words(seed, 200).Split("\n\n").Select(p => $"<p>{p}</p>"));
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync($"<html lang=en><body><h1>A story of {context.Request.Host.Host}</h1><article><div class=digest-story>{text}</div><p>The last paragraph, which the digest's rule does not know of.</p></article></body></html>");
    }
}
