using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Core.Sites;
using Scraper.Fetching;

namespace Scraper.Tests.Fetching;

/// <summary>A real web server on loopback (http and https) that plays any host, and a fetcher that reaches it by name.</summary>
internal sealed class LoopbackWeb : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly X509Certificate2 certificate;

    private LoopbackWeb(WebApplication app, X509Certificate2 certificate)
    {
        this.app = app;
        this.certificate = certificate;
    }

    public int Port { get; private set; }

    public int TlsPort { get; private set; }

    public ConcurrentQueue<(string Host, string Path, DateTimeOffset At, IHeaderDictionary Headers, string Protocol)> Seen { get; } = new();

    public static async Task<LoopbackWeb> StartAsync(RequestDelegate answer)
    {
        var certificate = SelfSigned();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.UseHttps(certificate);
            });
        });
        var app = builder.Build();
        var web = new LoopbackWeb(app, certificate);
        app.Run(async context =>
        {
            web.Seen.Enqueue((context.Request.Host.Host, context.Request.Path + context.Request.QueryString, DateTimeOffset.UtcNow, new HeaderDictionary(context.Request.Headers.ToDictionary()), context.Request.Protocol));
            await answer(context);
        });
        await app.StartAsync();
        // The system chose the ports: one that is picked ahead may be another process's by the time it is bound.
        var addresses = app.Urls.Select(address => new Uri(address)).ToList();
        web.Port = addresses.Single(address => address.Scheme == Uri.UriSchemeHttp).Port;
        web.TlsPort = addresses.Single(address => address.Scheme == Uri.UriSchemeHttps).Port;
        return web;
    }

    /// <summary>Options by which the hosts lead here, without delays; the deadline is one that a busy machine keeps.</summary>
    public FetchOptions Options(params string[] hosts) => new()
    {
        Delay = TimeSpan.Zero,
        Timeout = TimeSpan.FromSeconds(30),
        RobotsTimeout = TimeSpan.FromSeconds(30),
        BackOff = TimeSpan.FromMilliseconds(50),
        ConnectTo = hosts.SelectMany(host => new[] { KeyValuePair.Create(host + ":80", $"127.0.0.1:{Port}"), KeyValuePair.Create(host + ":443", $"127.0.0.1:{TlsPort}") }).ToDictionary(),
        TrustAnyCertificateOf = hosts,
    };

    public static PageFetcher Fetcher(FetchOptions options, IFetchStateStore? states = null, TimeProvider? clock = null) =>
        new(options, states ?? new InMemoryFetchStateStore(), clock ?? TimeProvider.System, NullLogger<PageFetcher>.Instance);

    public static FetchRequest Get(string url, SiteFetching? site = null, Validators? known = null, FetchPurpose purpose = FetchPurpose.Article) =>
        new(new Uri(url), purpose, site ?? new SiteFetching(), known);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificate.Dispose();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
