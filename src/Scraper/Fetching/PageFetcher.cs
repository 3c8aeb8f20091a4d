using System.Net;
using Scraper.Fetching.Addresses;
using Scraper.Fetching.Http;
using Scraper.Fetching.Politeness;
using Scraper.Fetching.Robots;

namespace Scraper.Fetching;

/// <summary>The fetcher of the product: gate, robots.txt, turnstile, transport, in that order, for every hop.</summary>
public sealed class PageFetcher : IPageFetcher, IDisposable
{
    private readonly FetchOptions options;
    private readonly HttpTransport transport;
    private readonly RedirectFollower follower;
    private readonly RobotsCache robots;

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
        transport = new HttpTransport(options, new GuardedDialler(allowed, map, resolve), clock, logger);
        follower = new RedirectFollower(new UrlGate(allowed), new Turnstile(states, options, clock), transport, options);
        robots = new RobotsCache(follower, states, options, clock);
    }

    /// <inheritdoc/>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var limits = new FollowLimits(options.MaxRedirects, options.Timeout, new BodyLimit(options.MaxBodyBytes, CutsOff: false));
        var (result, _) = await follower.FollowAsync(request, limits, (url, token) => PermitAsync(request, url, token), cancellationToken);
        return result;
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => transport.Dispose();

    private Task<Permit> PermitAsync(FetchRequest request, Uri url, CancellationToken cancellationToken) =>
        options.IgnoreRobots || request.Purpose == FetchPurpose.Robots
            ? Task.FromResult(Permit.Granted)
            : robots.AskAsync(url, request.Site, cancellationToken);
}
