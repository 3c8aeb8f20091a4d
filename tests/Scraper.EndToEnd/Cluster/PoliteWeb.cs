using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Scraper.EndToEnd.Cluster;

/// <summary>Many news sites on loopback that ask for a crawl delay and note when each request begins and ends.</summary>
internal sealed class PoliteWeb : IAsyncDisposable
{
    /// <summary>What robots.txt asks for.</summary>
    public static readonly TimeSpan CrawlDelay = TimeSpan.FromSeconds(1);

    /// <summary>Links in a feed; more than come out while a site waits for another node.</summary>
    private const int FeedLength = 100;

    private readonly WebApplication _application;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly ConcurrentDictionary<string, int> _stories = new();
    private readonly ConcurrentQueue<SeenRequest> _seen = new();
    private readonly ConcurrentDictionary<object, (string Host, string Node)> _underWay = new();

    private PoliteWeb(WebApplication application, IReadOnlyList<string> hosts)
    {
        _application = application;
        Hosts = hosts;
    }

    public IReadOnlyList<string> Hosts { get; }

    /// <summary>127.0.0.1:PORT.</summary>
    public string Endpoint => new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Authority;

    /// <summary>Time on the clock that requests are noted by.</summary>
    public TimeSpan Now => _clock.Elapsed;

    /// <summary>How long a page takes.</summary>
    public TimeSpan Pace { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>All requests that have ended, in order of their begin.</summary>
    public IReadOnlyList<SeenRequest> Seen => [.. _seen.OrderBy(r => r.Begin)];

    /// <summary>The requests under way: host and node.</summary>
    public IReadOnlyCollection<(string Host, string Node)> UnderWay => [.. _underWay.Values];

    /// <summary>Addresses of every story so far.</summary>
    public IReadOnlyList<string> Stories => [.. Hosts.SelectMany(h => Enumerable.Range(0, _stories[h]).Select(i => $"http://{h}/story-{i}"))];

    public static async Task<PoliteWeb> StartAsync(int sites)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var web = new PoliteWeb(application, [.. Enumerable.Range(0, sites).Select(i => $"site-{i}.example")]);
        foreach (var host in web.Hosts)
        {
            web.Offer(host);
        }

        application.Run(web.NoteAsync);
        await application.StartAsync();
        return web;
    }

    /// <summary>Puts a new story into a site's feed.</summary>
    public void Offer(string host) => _stories.AddOrUpdate(host, 1, (_, n) => n + 1);

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task NoteAsync(HttpContext context)
    {
        var (host, path, begin) = (context.Request.Host.Host, context.Request.Path.Value!, Now);
        var node = context.Request.Headers.UserAgent.ToString().Split('+')[^1].TrimEnd(')');
        _underWay[context] = (host, node);
        try
        {
            await AnswerAsync(context, host, path);
            await context.Response.CompleteAsync();
        }
        catch (OperationCanceledException)
        {
            // Whoever asked is gone.
        }
        finally
        {
            _underWay.TryRemove(context, out _);
            _seen.Enqueue(new SeenRequest(host, path, node, begin, Now));
        }
    }

    private async Task AnswerAsync(HttpContext context, string host, string path)
    {
        await Task.Delay(Pace, context.RequestAborted);
        switch (path)
        {
            case "/robots.txt":
                await context.Response.WriteAsync($"User-agent: *\nCrawl-delay: {CrawlDelay.TotalSeconds}\n", context.RequestAborted);
                break;
            case "/feed":
                context.Response.ContentType = "application/rss+xml";
                var last = _stories[host];
                var items = Enumerable.Range(Math.Max(0, last - FeedLength), Math.Min(last, FeedLength)).Reverse().Select(i => $"<item><title>{i}</title><link>http://{host}/story-{i}</link></item>");
                await context.Response.WriteAsync($"<rss version=\"2.0\"><channel><title>t</title>{string.Concat(items)}</channel></rss>", context.RequestAborted);
                break;
            default:
                context.Response.ContentType = "text/html";
                var words = string.Join(' ', Words(host, int.Parse(path.AsSpan("/story-".Length), CultureInfo.InvariantCulture)));
                await context.Response.WriteAsync($"<!doctype html><html lang=en><head><title>{host}{path}</title></head><body><article><h1>Story {path} of {host}</h1><p>This is all that {host} has to say, and nobody else says it: {words}.</p></article></body></html>", context.RequestAborted);
                break;
        }
    }

    private static IEnumerable<string> Words(string host, int story)
    {
        var random = new Random((int.Parse(host.AsSpan(5, host.IndexOf('.', StringComparison.Ordinal) - 5), CultureInfo.InvariantCulture) * 100_003) + story);
        return Enumerable.Range(0, 40).Select(_ => string.Concat(Enumerable.Range(0, 6).Select(_ => (char)random.Next('a', 'z' + 1))));
    }
}
