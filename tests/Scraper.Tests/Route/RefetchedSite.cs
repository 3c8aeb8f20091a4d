using System.Collections.Concurrent;
using System.Globalization;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Hosting;
using Scraper.Route;
using Scraper.Storage;
using Scraper.Storage.Sqlite;
using Scraper.Tests.Fetching;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Route;

/// <summary>A site whose stored articles are looked at again, end to end: a server, the pipeline, a store, and a clock that is moved.</summary>
public abstract class RefetchedSite : IAsyncLifetime
{
    private protected const string Url = "http://news.example/a";

    private protected static readonly SiteRule Site = new()
    {
        Name = "news",
        Hosts = ["news.example"],
        Schedule = new SiteSchedule { Every = TimeSpan.FromMinutes(10) },
        Discovery = new SiteDiscovery { Feeds = ["http://news.example/feed"] },
        Layouts = [new SiteLayout { Select = new Dictionary<SiteField, IReadOnlyList<Selector>> { [SiteField.Body] = [new Selector("article", 1)] } }],
    };

    private protected readonly ManualClock _clock = new();
    private protected readonly ConcurrentDictionary<string, (int Status, string Body, string? ETag, string Type)> _pages = new();
    private protected StoreFixture _store = null!;
    private protected LoopbackWeb _web = null!;

    private protected static SiteRule Once => Site with { Schedule = Site.Schedule! with { Revisit = RevisitSchedule.Never } };

    public async Task InitializeAsync()
    {
        _store = await StoreFixture.OpenAsync();
        _web = await LoopbackWeb.StartAsync(AnswerAsync);
        Feed("a");
        _pages["/a"] = (200, Story("The bridge will close on Monday"), "\"1\"", "text/html");
    }

    public async Task DisposeAsync()
    {
        await _web.DisposeAsync();
        await _store.DisposeAsync();
    }


    private protected static string Story(string lead) =>
        $"<html><head><meta name=robots content=noarchive></head><body><article><p>{lead}, the mayor said.</p>{(lead == "Sorry" ? string.Empty : string.Concat(Enumerable.Range(0, 12).Select(i => string.Create(CultureInfo.InvariantCulture, $"<p>The {i} member of the council had asked for it in the {i} of all meetings so far this year.</p>"))))}</article></body></html>";

    private protected void Feed(params string[] names) => _pages["/feed"] = (
        200, $"<rss version=\"2.0\"><channel><title>t</title>{string.Concat(names.Select(n => $"<item><title>{n}</title><link>http://news.example/{n}</link></item>"))}</channel></rss>", null, "application/rss+xml");

    private protected List<IHeaderDictionary> Asked(string path) => [.. _web.Seen.Where(s => s.Path == path).Select(s => s.Headers)];

    /// <summary>What a reader of the store sees.</summary>
    private protected object Column(string name)
    {
        using var connection = new SqliteFile(_store.Path).OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {name} FROM v1_articles WHERE url = '{Url}'";
        return command.ExecuteScalar()!;
    }

    private protected Task<StoredArticle?> ArticleAsync() => _store.Store.Articles.FindAsync(Url, default);

    private protected async Task<UrlState> UrlAsync(string path = "/a") => (await _store.Store.Crawl.FindUrlAsync("http://news.example" + path, default))!;

    private protected Task<SiteVisit> VisitAfterAsync(TimeSpan time, int pages = 100, SiteRule? site = null)
    {
        _clock.Advance(time);
        return VisitAsync(pages, site);
    }

    private protected async Task<SiteVisit> VisitAsync(int pages = 100, SiteRule? site = null)
    {
        using var host = Host(pages);
        return await host.Services.GetRequiredService<Pipeline>().VisitSiteAsync(site ?? Site, null, CancellationToken.None);
    }

    private protected async Task ProcessAsync(string path)
    {
        using var host = Host(100);
        await host.Services.GetRequiredService<Pipeline>().ProcessAsync(new Uri("http://news.example" + path), Once, CancellationToken.None);
    }

    private protected async Task<PageResult> FetchAsync()
    {
        using var host = Host(pages: 100);
        return await host.Services.GetRequiredService<Pipeline>().ProcessAsync(new Uri(Url), Site, CancellationToken.None);
    }

    private protected IHost Host(int pages)
    {
        var options = new ScraperOptions
        {
            Log = new LogOptions { Level = LogLevel.None },
            Fetching = new FetchOptions { Delay = TimeSpan.Zero, IgnoreRobots = true, ConnectTo = new Dictionary<string, string> { ["news.example:80"] = $"127.0.0.1:{_web.Port}", ["www.news.example:80"] = $"127.0.0.1:{_web.Port}" } },
        };
        var builder = ScraperHost.Create(options, _store.Store);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddSingleton(new PipelineOptions { PagesPerVisit = pages });
        return builder.Build();
    }

    private protected Task AnswerAsync(HttpContext context)
    {
        var (status, body, tag, type) = _pages[context.Request.Path.Value!];
        if (tag is not null && context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        }

        if (status is 301 or 302)
        {
            context.Response.Redirect(body, permanent: status == 301);
            return Task.CompletedTask;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.Headers.ETag = tag;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}
