using System.Diagnostics;
using System.Text;
using Microsoft.Playwright;
using Scraper.Core.Sites;
using Scraper.Core.Verdicts;
using Scraper.Fetching.Addresses;
using Scraper.Fetching.Http;

namespace Scraper.Fetching.Browser;

/// <summary>
/// Runs a page's scripts in headless Chromium and takes the document they leave. One browser for all pages, one page at a time,
/// each in a context of its own; everything it loads goes through a <see cref="GuardedProxy"/>. A browser that had trouble with a
/// page is ended, and the next page has a new one.
/// </summary>
internal sealed class BrowserRenderer(FetchOptions options, UrlGate gate, GuardedDialler dialler) : IDisposable
{
    /// <summary>Pages after which a browser makes way for a new one.</summary>
    public const int PagesPerBrowser = 50;

    private const int MaxRequests = 200;
    private const long MaxBytes = 50L * 1024 * 1024;

    private static readonly TimeSpan ScriptTime = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan CloseTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim turn = new(1, 1);
    private RunningBrowser? running;
    private Timer? idle;

    /// <summary>The browser's first process, where one is running.</summary>
    public int? ProcessId => running?.ProcessId;

    /// <summary>Renders a page.</summary>
    /// <param name="page">The page as fetched: its document is the one that the browser starts with.</param>
    /// <param name="site">How the site is asked.</param>
    /// <param name="cancellationToken">Ends the browser.</param>
    /// <returns>The page with the document after its scripts as body, or why there is none.</returns>
    public async Task<HopResult> RenderAsync(RawPage page, SiteFetching site, CancellationToken cancellationToken)
    {
        if (BrowserPath.Find(options.Browser) is not { } path)
        {
            return Failed(string.IsNullOrEmpty(options.Browser)
                ? "no browser: install Chromium, or set Fetching:Browser to its path"
                : $"no browser: there is no file {options.Browser}, which Fetching:Browser names");
        }

        if (!await turn.WaitAsync(options.LongestWait, cancellationToken))
        {
            return new(new FetchResult.Blocked(BlockReason.NotYet, $"the browser had no time for it within {options.LongestWait.TotalSeconds:0.#} s: too many pages need it"));
        }

        var isWell = false;
        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            running ??= await RunningBrowser.StartAsync(path, cancellationToken);
            deadline.CancelAfter(options.RenderTimeout);
            var html = await ShowAsync(running, page, site, deadline.Token);
            isWell = ++running.Pages < PagesPerBrowser;
            return new(new FetchResult.Fetched(page with { Body = html, Charset = "utf-8", Validators = Validators.None }));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed($"the browser did not finish within {options.RenderTimeout.TotalSeconds:0.#} s");
        }
        catch (Exception e) when (e is PlaywrightException or InvalidDataException or TimeoutException)
        {
            var reason = e.Message.Split('\n')[0];
            return Failed(running is null ? $"{path} did not start as a browser: {reason}" : reason);
        }
        finally
        {
            Leave(isWell);
            turn.Release();
        }
    }

    public void Dispose()
    {
        idle?.Dispose();
        running?.Dispose();
        turn.Dispose();
    }

    private async Task<byte[]> ShowAsync(RunningBrowser browser, RawPage page, SiteFetching site, CancellationToken cancellationToken)
    {
        await using var proxy = new GuardedProxy(gate, dialler, options.Proxy, MaxRequests, MaxBytes);
        var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            Proxy = new Proxy { Server = $"http://{proxy.Address}", Bypass = "<-loopback>" },
            UserAgent = site.UserAgent is { } own && HeaderText.IsOneLine(own) ? own : UserAgent.Of(options),
            ServiceWorkers = ServiceWorkerPolicy.Block,
            AcceptDownloads = false,
        }).WaitAsync(cancellationToken);
        await context.AddCookiesAsync(Cookies(page.RequestedUrl, site)).WaitAsync(cancellationToken);
        await context.RouteAsync("**/*", new PageRequests(page, site, MaxRequests).DecideAsync).WaitAsync(cancellationToken);
        var tab = await context.NewPageAsync().WaitAsync(cancellationToken);
        context.Page += (_, popup) => _ = popup.CloseAsync();

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var document = DocumentAsync(tab, page.FinalUrl, ended.Token);
            var first = await Task.WhenAny(document, WatchMemoryAsync(browser, ended.Token));
            await first;
            return await document;
        }
        finally
        {
            await ended.CancelAsync();
            await CloseAsync(browser, context);
        }
    }

    private static async Task CloseAsync(RunningBrowser browser, IBrowserContext context)
    {
        try
        {
            await context.CloseAsync().WaitAsync(CloseTime);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            browser.Pages = PagesPerBrowser;
        }
    }

    /// <summary>The document when its scripts have come to rest and made a text, or when their time is over.</summary>
    private async Task<byte[]> DocumentAsync(IPage tab, Uri url, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await tab.GotoAsync(url.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Commit, Timeout = 0 }).WaitAsync(cancellationToken);
        try
        {
            await tab.WaitForLoadStateAsync(LoadState.NetworkIdle, new PageWaitForLoadStateOptions { Timeout = (float)ScriptTime.TotalMilliseconds }).WaitAsync(cancellationToken);
        }
        catch (TimeoutException)
        {
            // It goes on asking; what is there by now is looked at.
        }

        var session = await tab.Context.NewCDPSessionAsync(tab).WaitAsync(cancellationToken);
        while (true)
        {
            var html = await RenderedDocument.ReadAsync(session, options.MaxBodyBytes, cancellationToken).WaitAsync(cancellationToken);
            if (Stopwatch.GetElapsedTime(started) > ScriptTime || !ScriptShell.Looks(Encoding.UTF8.GetString(html)))
            {
                return html;
            }

            await Task.Delay(LookInterval, cancellationToken);
        }
    }

    /// <summary>Fails when a process of the browser has taken more memory than it may.</summary>
    private async Task WatchMemoryAsync(RunningBrowser browser, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await browser.LargestProcessAsync().WaitAsync(cancellationToken) > options.RenderMemory * 1024L * 1024)
            {
                throw new InvalidDataException($"the page took more than {options.RenderMemory} MB of memory in the browser");
            }

            await Task.Delay(LookInterval, cancellationToken);
        }
    }

    private static List<Cookie> Cookies(Uri home, SiteFetching site) =>
        [.. site.Cookies.Where(c => HeaderText.IsOneLine(c.Key + c.Value)).Select(c => new Cookie { Name = c.Key, Value = c.Value, Url = home.GetLeftPart(UriPartial.Authority) })];

    private void Leave(bool isWell)
    {
        idle?.Dispose();
        if (isWell)
        {
            idle = new Timer(_ => CloseIdle(), null, IdleTime, Timeout.InfiniteTimeSpan);
        }
        else
        {
            running?.Dispose();
            running = null;
        }
    }

    private void CloseIdle()
    {
        try
        {
            if (turn.Wait(0))
            {
                running?.Dispose();
                running = null;
                turn.Release();
            }
        }
        catch (ObjectDisposedException)
        {
            // All has been closed meanwhile.
        }
    }

    private static HopResult Failed(string message) => new(new FetchResult.Failed(FailureKind.Browser, message));
}
