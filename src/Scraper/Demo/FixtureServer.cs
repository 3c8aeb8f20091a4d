using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Scraper.Demo;

/// <summary>A web server on 127.0.0.1 that serves saved sites by the Host header, with conditional GET.</summary>
internal sealed class FixtureServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private FixtureServer(WebApplication application, IReadOnlyList<FixtureSite> sites)
    {
        _application = application;
        Sites = sites;
        Endpoint = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Authority;
    }

    /// <summary>The folder of the sites that come with the program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "fixtures");

    /// <summary>The sites served.</summary>
    public IReadOnlyList<FixtureSite> Sites { get; }

    /// <summary><c>127.0.0.1:PORT</c>.</summary>
    public string Endpoint { get; }

    /// <summary>Where to dial in place of each site's host, as <see cref="Fetching.FetchOptions.ConnectTo"/> wants it.</summary>
    public IReadOnlyDictionary<string, string> ConnectTo => Sites.ToDictionary(s => s.Host, _ => Endpoint, StringComparer.OrdinalIgnoreCase);

    /// <summary>Starts serving.</summary>
    /// <param name="folder">One folder a site.</param>
    /// <param name="port">TCP port; 0 for any free one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<FixtureServer> StartAsync(string folder, int port, CancellationToken cancellationToken)
    {
        var sites = FixtureSite.ReadAll(folder);
        var byHost = sites.ToDictionary(s => s.Host, StringComparer.OrdinalIgnoreCase);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, port));
        var application = builder.Build();
        application.Run(context => AnswerAsync(context, byHost.GetValueOrDefault(context.Request.Host.Host)));
        await application.StartAsync(cancellationToken);
        return new FixtureServer(application, sites);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, FixtureSite? site)
    {
        if (site?.Find(context.Request.Path.Value ?? "/") is not var (body, contentType, etag))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.Headers.ETag = etag;
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
