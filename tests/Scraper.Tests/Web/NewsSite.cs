using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Scraper.Telemetry;
using Scraper.Tests.Fetching;
using Scraper.Tests.Storage;

namespace Scraper.Tests.Web;

/// <summary>
/// A site with a feed whose layout changes: what held the body holds a teaser from then on, and the body stands elsewhere,
/// so that the rule finds something and yet loses the text. With a workbench whose daemon visits it.
/// </summary>
internal sealed class NewsSite : IAsyncDisposable
{
    public const string Rule =
        """
        # Our own notes stay.
        name: news
        hosts: [news.example]
        schedule: { every: 1h }
        discovery: { feeds: [http://news.example/feed] }
        select:
          title: h1
          body: .story   # since 2020

        """;

    private readonly LoopbackWeb _web;
    private int _articles;
    private int _old = int.MaxValue;

    private NewsSite(LoopbackWeb web, string folder, Workbench workbench) => (_web, Folder, Workbench) = (web, folder, workbench);

    /// <summary>Where the rule files are.</summary>
    public string Folder { get; }

    public string RulePath => Path.Combine(Folder, "news.yaml");

    public Workbench Workbench { get; }

    /// <summary>Starts both; the first visit has ended.</summary>
    public static async Task<NewsSite> StartAsync(int articles, TelemetryOptions? telemetry = null)
    {
        NewsSite? site = null;
        var web = await LoopbackWeb.StartAsync(context => site is null ? context.Response.WriteAsync(string.Empty) : site.AnswerAsync(context));
        var folder = Directory.CreateTempSubdirectory("scraper-sites-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "news.yaml"), Rule);
        var workbench = await Workbench.StartAsync(null, new Dictionary<string, string> { ["news.example:80"] = $"127.0.0.1:{web.Port}" }, folder: folder, start: false, telemetry: telemetry);
        site = new NewsSite(web, folder, workbench) { _articles = articles };
        await workbench.RunAsync();
        await site.StoredAsync(articles);
        return site;
    }

    /// <summary>Adds articles in the new layout.</summary>
    public void ChangeLayout(int more) => (_old, _articles) = (Math.Min(_old, _articles), _articles + more);

    /// <summary>Adds articles in the layout that is usual now.</summary>
    public void Add(int more) => _articles += more;

    /// <summary>Waits until so many articles are stored and no visit is under way.</summary>
    public Task StoredAsync(int articles) => UntilAsync(async () =>
        await Store.Crawl.FindSiteAsync("news", CancellationToken.None) is { } state && state.Articles >= articles && state.FinishedAt >= state.StartedAt);

    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("it did not come about within 30 s");
    }

    /// <summary>What the article of a number says.</summary>
    public static string TextOf(int article) => StoreFixture.Words(article + 1, 240);

    public async ValueTask DisposeAsync()
    {
        await Workbench.DisposeAsync();
        await _web.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private Scraper.Storage.IStore Store => Workbench.Store.Store;

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path == "/feed")
        {
            context.Response.ContentType = "application/rss+xml";
            var items = Enumerable.Range(0, _articles).Select(i => $"<item><title>{TitleOf(i)}</title><link>http://news.example/a/{i}</link></item>");
            return context.Response.WriteAsync($"<rss version='2.0'><channel><title>News</title><link>http://news.example/</link><description>d</description>{string.Concat(items)}</channel></rss>");
        }

        if (path.StartsWith("/a/", StringComparison.Ordinal) && int.TryParse(path[3..], NumberStyles.None, CultureInfo.InvariantCulture, out var article) && article < _articles)
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(PageOf(article));
        }

        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private string PageOf(int article)
    {
        var text = string.Concat(TextOf(article).Split("\n\n").Select(p => $"<p>{p}</p>"));
        var teaser = $"<p>{StoreFixture.Words(article + 10_000, 40).ReplaceLineEndings(" ")}</p>";
        var page = new StringBuilder($"<!DOCTYPE html><html lang='en'><head><title>{TitleOf(article)} | News</title><script>alert('a script of the page ran')</script></head><body>")
            .Append("<nav class='top'><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li><li><a href='/about'>About us</a></li></ul></nav>")
            .Append(CultureInfo.InvariantCulture, $"<main><h1>{TitleOf(article)}</h1><figure><img src='http://elsewhere.example/x.png' onerror=\"alert('a handler of the page ran')\" alt='The bridge at night'><figcaption>The bridge at night</figcaption></figure>");
        _ = article < _old ? page.Append(CultureInfo.InvariantCulture, $"<div class='story'>{text}</div>")
            : page.Append(CultureInfo.InvariantCulture, $"<div class='entry-text'>{text}</div><aside class='more'><div class='story'>{teaser}</div></aside>");
        return page.Append("</main><footer><p>Imprint and legal notice of the publisher</p></footer></body></html>").ToString();
    }

    private static string TitleOf(int article) => string.Create(CultureInfo.InvariantCulture, $"The bridge of town number {article} opens");
}
