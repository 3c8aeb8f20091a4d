using System.Net;
using System.Text;
using Scraper.Core.Sites;
using Scraper.Core.Verdicts;
using Scraper.Fetching.Addresses;
using Scraper.Fetching.Browser;
using Scraper.Fetching.Http;
using Scraper.Fetching.Politeness;
using Scraper.Fetching.Robots;

namespace Scraper.Fetching;

/// <summary>The fetcher of the product: gate, robots.txt, turnstile, transport, in that order, for every hop.</summary>
public sealed class PageFetcher : IPageFetcher, IDisposable
{
    // The bound of the sitemaps.org protocol: what a server may send, where it says much less of an article.
    private const int MaxSitemapBytes = 52_428_800;

    private readonly FetchOptions options;
    private readonly HttpTransport transport;
    private readonly RedirectFollower follower;
    private readonly RobotsCache robots;
    private readonly Turnstile turnstile;
    private readonly BrowserRenderer renderer;

    /// <summary>Makes a fetcher.</summary>
    /// <param name="options">How to fetch.</param>
    /// <param name="states">What is remembered across restarts.</param>
    /// <param name="clock">Time of politeness; network deadlines run on the machine's own.</param>
    /// <param name="logger">Where exceptions from certificate checks are noted.</param>
    /// <exception cref="FormatException">An entry of <see cref="FetchOptions.Allow"/> or <see cref="FetchOptions.ConnectTo"/> cannot be read.</exception>
    public PageFetcher(FetchOptions options, IFetchStateStore states, TimeProvider clock, ILogger<PageFetcher> logger)
        : this(options, states, clock, logger, Dns.GetHostAddressesAsync)
    {
    }

    internal PageFetcher(FetchOptions options, IFetchStateStore states, TimeProvider clock, ILogger logger, HostResolver resolve)
    {
        this.options = options;
        var map = new ConnectMap(options.ConnectTo);
        var allowed = new AllowList(options.Allow, map);
        var gate = new UrlGate(allowed);
        var dialler = new GuardedDialler(allowed, map, resolve);
        turnstile = new Turnstile(states, options, clock, () => TurnCame?.Invoke(this, EventArgs.Empty));
        transport = new HttpTransport(options, dialler, clock, logger);
        follower = new RedirectFollower(gate, turnstile, transport, options);
        renderer = new BrowserRenderer(options, gate, dialler);
        robots = new RobotsCache(follower, turnstile, states, options, clock);
    }

    /// <summary>A host's turn has come, and a request of a fetch goes out. Raised within that fetch.</summary>
    public event EventHandler? TurnCame;

    /// <inheritdoc/>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var limits = new FollowLimits(options.MaxRedirects, options.Timeout, new BodyLimit(MaxBytesOf(request.Purpose), CutsOff: false));
        var (result, redirects) = await follower.FollowAsync(request, limits, (url, token) => PermitAsync(request, url, token), cancellationToken);
        var page = result is FetchResult.Fetched { Page: var plain } && NeedsBrowser(request, plain) ? plain : null;
        result = page is null ? result : await RenderAsync(request, page, cancellationToken);
        return result is FetchResult.Blocked { Reason: BlockReason.NotYet } blocked ? blocked with { IsHalfway = redirects > 0 || page is not null } : result;
    }

    private int MaxBytesOf(FetchPurpose purpose) => purpose == FetchPurpose.Sitemap ? Math.Max(options.MaxBodyBytes, MaxSitemapBytes) : options.MaxBodyBytes;

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        transport.Dispose();
        renderer.Dispose();
    }

    private static bool NeedsBrowser(FetchRequest request, RawPage page) =>
        request.Purpose is FetchPurpose.Article or FetchPurpose.NextPage or FetchPurpose.FrontPage
        && (request.Site.Render == RenderMode.Always || (request.Site.Render == RenderMode.Auto && IsScriptShell(page)));

    // Markup is US-ASCII in every encoding of the web but UTF-16.
    private static bool IsScriptShell(RawPage page) =>
        page.ContentType is null or "text/html" or "application/xhtml+xml" && ScriptShell.Looks(Encoding.Latin1.GetString(page.Body.Span));

    // The browser's visit is one turn of the host, with whatever the page loads in it.
    private async Task<FetchResult> RenderAsync(FetchRequest request, RawPage page, CancellationToken cancellationToken)
    {
        var permit = await PermitAsync(request, page.FinalUrl, cancellationToken);
        if (permit.Refusal is { } refusal)
        {
            return refusal;
        }

        var delay = request.Site.Delay ?? options.Delay;
        delay = permit.CrawlDelay > delay ? permit.CrawlDelay.Value : delay;
        var (rendered, _) = await turnstile.PassAsync(page.FinalUrl, delay, token => renderer.RenderAsync(page, request.Site, token), cancellationToken);
        return rendered.Outcome!;
    }

    private Task<Permit> PermitAsync(FetchRequest request, Uri url, CancellationToken cancellationToken) =>
        options.IgnoreRobots || request.Purpose == FetchPurpose.Robots
            ? Task.FromResult(Permit.Granted)
            : robots.AskAsync(url, request, cancellationToken);
}
