using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Scraper.Benchmarks.Data;

namespace Scraper.Benchmarks.Daemon;

/// <summary>Sites on 127.0.0.1 that serve the benchmark's pages, each under many addresses, and name them in a sitemap.</summary>
internal sealed class LoopbackSites : IAsyncDisposable
{
    private static readonly byte[] Marker = "</body"u8.ToArray();
    private readonly IReadOnlyList<(byte[] Bytes, int End)> _pages;
    private readonly string[] _hosts;
    private readonly WebApplication _application;
    private readonly int _perSite;

    private LoopbackSites(IReadOnlyList<BenchmarkPage> pages, int sites, int perSite)
    {
        _pages = [.. pages.Select(p => Encoding.UTF8.GetBytes(p.Html)).Select(p => (p, p.AsSpan().LastIndexOf(Marker) is >= 0 and var end ? end : p.Length))];
        _perSite = perSite;
        _hosts = [.. HostsOf(sites)];
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    /// <summary>Where it listens: address and port.</summary>
    public string Authority => new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Authority;

    /// <summary>The hosts of so many sites.</summary>
    public static IReadOnlyList<string> HostsOf(int sites) => [.. Enumerable.Range(0, sites).Select(s => $"load{s}.example")];

    public static async Task<LoopbackSites> StartAsync(IReadOnlyList<BenchmarkPage> pages, int sites, int perSite, CancellationToken cancellationToken)
    {
        var server = new LoopbackSites(pages, sites, perSite);
        await server._application.StartAsync(cancellationToken);
        return server;
    }

    private (byte[] Bytes, int End) Page(int site, int number) => _pages[(int)((((long)site * _perSite) + number) % _pages.Count)];

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var site = Array.IndexOf(_hosts, context.Request.Host.Host);
        var path = context.Request.Path.Value ?? "/";
        if (site < 0 || !(path == "/sitemap.xml" || path.StartsWith("/news/", StringComparison.Ordinal)))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = path == "/sitemap.xml" ? "application/xml" : "text/html; charset=utf-8";
        ReadOnlyMemory<byte>[] body = path == "/sitemap.xml" ? [Sitemap(_hosts[site])] : Numbered(Page(site, int.Parse(path.AsSpan(6), CultureInfo.InvariantCulture)), path);
        context.Response.ContentLength = body.Sum(p => p.Length);
        foreach (var part in body)
        {
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
        }
    }

    private byte[] Sitemap(string host)
    {
        var xml = new StringBuilder("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        for (var number = 0; number < _perSite; number++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<url><loc>http://{host}/news/{number}</loc></url>");
        }

        return Encoding.UTF8.GetBytes(xml.Append("</urlset>").ToString());
    }

    /// <summary>The same page under another address is another body, as on real sites.</summary>
    private static ReadOnlyMemory<byte>[] Numbered((byte[] Bytes, int End) page, string path) =>
        [page.Bytes.AsMemory(0, page.End), Encoding.ASCII.GetBytes($"<p>{path}</p>"), page.Bytes.AsMemory(page.End)];
}
