using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Hosting;
using Scraper.Scheduling;
using Scraper.Telemetry;
using Scraper.Tests.Storage;
using Scraper.Web;

namespace Scraper.Tests.Web;

/// <summary>A daemon with its web on a free port of loopback, on a store of its own, and a client that calls it.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    public const string Token = "a token for tests 0123456789";

    private readonly IHost _host;
    private bool _isDisposed;

    private Workbench(StoreFixture store, IHost host)
    {
        (Store, _host) = (store, host);
    }

    public StoreFixture Store { get; }

    public Uri Root { get; private set; } = null!;

    /// <summary>Follows no redirects and keeps cookies.</summary>
    public HttpClient Client { get; private set; } = null!;

    public string Origin => Root.GetLeftPart(UriPartial.Authority);

    public static async Task<Workbench> StartAsync(WebOptions? web = null, IReadOnlyDictionary<string, string>? connectTo = null, IReadOnlyList<SiteRule>? sites = null, string? folder = null, bool start = true, TelemetryOptions? telemetry = null)
    {
        var store = await StoreFixture.OpenAsync();
        var options = new ScraperOptions
        {
            Log = new LogOptions { Level = telemetry is null ? LogLevel.None : LogLevel.Information },
            Telemetry = telemetry ?? new TelemetryOptions(),
            Fetching = new FetchOptions { Delay = TimeSpan.Zero, ConnectTo = connectTo ?? new Dictionary<string, string>() },
            Sites = folder is null ? [] : [folder],
            Web = (web ?? new WebOptions()) with { Urls = ["http://127.0.0.1:0"] },
        };
        var builder = ScraperHost.Create(options, store.Store).AddWeb(options).AddSchedule(2);
        builder.Services.AddSingleton(p => new ScheduledSites(() => sites ?? (folder is null ? [] : p.GetRequiredService<SiteCatalogue>().Own), allAtStart: false));
        var host = builder.Build();
        var workbench = new Workbench(store, host);
        if (start)
        {
            await workbench.RunAsync();
        }

        return workbench;
    }

    public async Task RunAsync()
    {
        await _host.StartAsync();
        Root = _host.Services.GetRequiredService<WebServer>().Addresses[0];
        Client = NewClient();
    }

    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Root };

    /// <summary>A page that must be there.</summary>
    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await Client.SendAsync(request);
        answer.IsSuccessStatusCode.Should().BeTrue($"{path} answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return Parse(await answer.Content.ReadAsStringAsync());
    }

    public async Task<JsonElement> JsonAsync(string path) => await Client.GetFromJsonAsync<JsonElement>(path);

    /// <summary>A call as a program makes it that has asked for its session.</summary>
    public async Task<HttpRequestMessage> PostAsync(string path, object body)
    {
        var session = await JsonAsync("/api/v1/session");
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add(session.GetProperty("header").GetString()!, session.GetProperty("csrfToken").GetString());
        request.Headers.Add("Origin", Origin);
        return request;
    }

    /// <summary>Sends the form of a page as a browser does, with what it holds and what is given.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, string action, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelectorAll("form").First(f => f.GetAttribute("action") == action);
        var sent = form.QuerySelectorAll("input, textarea, select").OfType<AngleSharp.Html.Dom.IHtmlElement>()
            .Where(e => e.GetAttribute("type") != "checkbox" && e.HasAttribute("name"))
            .ToDictionary(e => e.GetAttribute("name")!, e => e switch
            {
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement box => box.Value,
                _ => ((IHtmlSelectElement)e).Value ?? string.Empty,
            });
        foreach (var (name, value) in fields)
        {
            sent[name] = value;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(sent) };
        request.Headers.Add("Origin", Origin);
        request.Headers.Accept.ParseAdd("text/html");
        return await Client.SendAsync(request);
    }

    /// <summary>The page that an answer leads to.</summary>
    public async Task<IHtmlDocument> FollowAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            answer.StatusCode.Should().Be(System.Net.HttpStatusCode.Redirect, text);
            var path = answer.Headers.Location!.OriginalString.Split('#')[0];
            using var next = await Client.GetAsync(path);
            return next.Headers.Location is null ? await PageAsync(path) : await PageAsync(next.Headers.Location.OriginalString);
        }
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        Client?.Dispose();
        await _host.StopAsync();
        if (_host is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }

        await Store.DisposeAsync();
    }
}
