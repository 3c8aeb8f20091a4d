using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Scraper.EndToEnd;

/// <summary>A web server on loopback that answers for every host from a table of paths, and counts what it was asked for.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, (int Status, string Type, string Body, TimeSpan Delay)> _pages = new();

    private WebServer(WebApplication application) => _application = application;

    /// <summary>127.0.0.1:PORT.</summary>
    public string Endpoint => new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Authority;

    /// <summary>How often each path was asked for.</summary>
    public ConcurrentDictionary<string, int> Requests { get; } = new();

    public static async Task<WebServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var server = new WebServer(application);
        application.Run(server.AnswerAsync);
        await application.StartAsync();
        return server;
    }

    public WebServer Serve(string path, string body, string type = "text/html", int status = 200, TimeSpan delay = default)
    {
        _pages[path] = (status, type, body, delay);
        return this;
    }

    /// <summary>A page with an article of three paragraphs.</summary>
    public WebServer ServeArticle(string path, string title, TimeSpan delay = default)
    {
        var paragraphs = Enumerable.Range(1, 3).Select(i =>
            $"<p>This is paragraph {i} of the story about {title}, long enough to read as prose, with a second clause, and it ends here.</p>");
        return Serve(path, $"<!doctype html><html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1>{string.Concat(paragraphs)}</article></body></html>", delay: delay);
    }

    /// <summary>An RSS feed of paths.</summary>
    public WebServer ServeFeed(string path, string host, params string[] links)
    {
        var items = links.Select(l => $"<item><title>{l}</title><link>http://{host}{l}</link></item>");
        return Serve(path, $"<rss version=\"2.0\"><channel><title>t</title>{string.Concat(items)}</channel></rss>", "application/rss+xml");
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        Requests.AddOrUpdate(path, 1, (_, n) => n + 1);
        var (status, type, body, delay) = _pages.GetValueOrDefault(path, (404, "text/plain", "not here", TimeSpan.Zero));
        await Task.Delay(delay, context.RequestAborted);
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(body, context.RequestAborted);
    }
}
