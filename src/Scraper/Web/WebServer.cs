using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Scraper.Hosting;
using Scraper.Scheduling;
using Scraper.SiteFiles;
using Scraper.Storage;
using Scraper.Web.Api;
using Scraper.Web.Bench;
using Scraper.Web.Feeds;
using Scraper.Web.Health;
using Scraper.Web.Live;
using Scraper.Web.Pages;
using Scraper.Web.Safety;

namespace Scraper.Web;

/// <summary>
/// Serves workbench, API and feeds while the host runs: a web application of its own, so that nothing of the daemon can be
/// reached but what is handed over here.
/// </summary>
internal sealed class WebServer(
    WebOptions options, IStore store, Pipeline pipeline, SiteCatalogue catalogue, ISchedule schedule, LiveActivity live, TimeProvider time, ILoggerFactory loggers, RuleRollout? rollout = null) : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(3);

    private readonly ILogger _logger = loggers.CreateLogger<WebServer>();
    private WebApplication? _app;

    /// <summary>Where it listens, once started: the ports that were really taken.</summary>
    public IReadOnlyList<Uri> Addresses { get; private set; } = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_app is not null)
        {
            return; // 'scraper run' has begun it ahead of the host.
        }

        if (ListenAddress.Problems(options).FirstOrDefault() is { } problem)
        {
            throw new InvalidOperationException(problem); // The settings were checked long before; this is the second lock.
        }

        _app = Build();
        try
        {
            await _app.StartAsync(cancellationToken);
        }
        catch (IOException taken)
        {
            throw new IOException($"{taken.Message.TrimEnd('.')}: is another scraper running? Nothing was begun. Name another address by Web:Urls (SCRAPER__Web__Urls__0=http://127.0.0.1:8656; port 0 takes a free one), or turn the web off by Web:Enabled false.", taken);
        }

        Addresses = [.. _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(a => new Uri(a))];
        _logger.LogInformation("Workbench: {Addresses}", string.Join(", ", Addresses));
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(WebServer).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            RequestLimits.Apply(kestrel);
            foreach (var url in options.Urls)
            {
                kestrel.Listen(ListenAddress.Read(url)!);
            }
        });
        AddServices(builder.Services);
        var app = builder.Build();
        app.UseRoutingWithHead();
        app.Use((context, next) => SecurityHeaders.InvokeAsync(context, _ => next(context)));
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Failure.HandleAsync, AllowStatusCode404Response = true, SuppressDiagnosticsCallback = Failure.IsExpected });
        app.Use((context, next) => context.RequestServices.GetRequiredService<HostAllowList>().InvokeAsync(context, _ => next(context)));
        app.Use((context, next) => context.RequestServices.GetRequiredService<PublicAddress>().InvokeAsync(context, _ => next(context)));
        app.Use((context, next) => context.RequestServices.GetRequiredService<TokenGate>().InvokeAsync(context, _ => next(context)));
        app.Use((context, next) => context.RequestServices.GetRequiredService<StateChangeGuard>().InvokeAsync(context, _ => next(context)));
        app.UseStatusCodePages(status => Failure.DescribeAsync(status.HttpContext));
        app.UseRequestTimeouts();
        app.MapHealth();
        Asset.MapAssets(app);
        app.MapLogin();
        app.MapPages();
        app.MapFeeds();
        app.MapApi();
        return app;
    }

    private void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ILoggerFactory>(new WebLoggers(loggers));
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(options).AddSingleton(store).AddSingleton(pipeline).AddSingleton(catalogue).AddSingleton(schedule).AddSingleton(time);
        services.AddSingleton<HostAllowList>().AddSingleton<PublicAddress>().AddSingleton<TokenGate>().AddSingleton<SessionCookie>().AddSingleton<StateChangeGuard>();
        services.AddSingleton<OneOffFetch>().AddSingleton<Readiness>();
        services.AddSingleton(new BenchFiles(catalogue, rollout?.Folder)).AddSingleton<RuleDrafts>().AddSingleton<RuleBench>();
        services.AddSingleton(live).AddSingleton<ArchiveReadings>().AddSingleton<ActivityEvents>();
        services.Configure<HostOptions>(h => h.ShutdownTimeout = ShutdownTime);
        services.AddRouting();
        // Else a wrong parameter or body is a bare 400.
        services.Configure<RouteHandlerOptions>(r => r.ThrowOnBadRequest = true);
        services.AddAntiforgery(a =>
        {
            a.HeaderName = StateChangeGuard.Header;
            a.FormFieldName = CsrfField.Name;
            a.Cookie.Name = "scraper.csrf";
            a.Cookie.SameSite = SameSiteMode.Strict;
            a.Cookie.HttpOnly = true;
            a.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            a.SuppressXFrameOptionsHeader = true; // SecurityHeaders says DENY.
        });
        services.AddEphemeralKeys();
        services.AddRequestTimeouts(t => t.DefaultPolicy = new RequestTimeoutPolicy { Timeout = RequestLimits.Time, TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable });
        services.AddOpenApi("v1", OpenApiText.Configure);
        services.ConfigureHttpJsonOptions(j =>
        {
            j.SerializerOptions.NumberHandling = JsonNumberHandling.Strict; // Else the OpenAPI document says that every number may be a text.
            j.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            j.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.SnakeCaseLower));
        });
    }
}
