using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.Discovery;
using Scraper.Fetching.Addresses;
using Scraper.Fetching.Http;
using Scraper.Fetching.Politeness;

namespace Scraper.Fetching;

/// <summary>Follows redirects by hand: each hop passes the gate, robots.txt and the turnstile like a request of its own.</summary>
internal sealed class RedirectFollower(UrlGate gate, Turnstile turnstile, HttpTransport transport, FetchOptions options)
{
    /// <summary>Fetches a URL through its redirects.</summary>
    /// <param name="request">What to fetch.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="permit">Asks robots.txt about a hop.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The outcome, and how many redirects came before it.</returns>
    public async Task<(FetchResult Result, int Redirects)> FollowAsync(
        FetchRequest request, FollowLimits limits, Func<Uri, CancellationToken, Task<Permit>> permit, CancellationToken cancellationToken)
    {
        var url = request.Url;
        var left = limits.Timeout;
        var cookies = new ChainCookies();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var redirects = 0; ; redirects++)
        {
            if (gate.Judge(url) is { } refusal)
            {
                return (Blocked(refusal, redirects > 0 ? url.OriginalString : null), redirects);
            }

            var chained = cookies.For(url);
            if (!seen.Add($"{url.GetLeftPart(UriPartial.Query)}\n{string.Join(';', chained)}"))
            {
                return (new FetchResult.Failed(FailureKind.TooManyRedirects, $"a loop of {redirects} redirects"), redirects);
            }

            var permission = await permit(url, cancellationToken);
            if (permission.Refusal is { } refused)
            {
                return (refused, redirects);
            }

            // Validators are of one resource: what a page for signing in says of them says nothing of the article that led there.
            var known = redirects == 0 || CanonicalUrl.Key(url) == CanonicalUrl.Key(request.Url) ? request.Known : null;
            var hop = new HopRequest(url, request.Purpose, request.Site, HomeOrigin.Owns(request.Home, url), known, limits.Body, left) { ChainCookies = chained };
            var (result, spent) = await turnstile.PassAsync(url, Delay(request.Site, permission), token => transport.SendAsync(hop, token), cancellationToken);
            if (result.Outcome is { } outcome)
            {
                return (AskedFor(request.Url, outcome), redirects);
            }

            cookies.Take(url, result.Cookies);
            left -= spent;
            if (redirects == limits.MaxRedirects || left <= TimeSpan.Zero)
            {
                return (redirects == limits.MaxRedirects
                    ? new FetchResult.Failed(FailureKind.TooManyRedirects, $"more than {limits.MaxRedirects} redirects")
                    : new FetchResult.Failed(FailureKind.Timeout, $"no answer within {limits.Timeout.TotalSeconds:0.#} s"), redirects);
            }

            if (Next(url, result.Location!, out var next) is { } bad)
            {
                return (Blocked(bad, result.Location), redirects + 1);
            }

            url = next!;
        }
    }

    private static FetchResult AskedFor(Uri url, FetchResult outcome) => outcome switch
    {
        FetchResult.Fetched { Page: var page } => new FetchResult.Fetched(page with { RequestedUrl = url }),
        FetchResult.Failed { Page: { } page } failed => failed with { Page = page with { RequestedUrl = url } },
        _ => outcome,
    };

    private TimeSpan Delay(SiteFetching site, Permit permission)
    {
        var delay = site.Delay ?? options.Delay;
        return permission.CrawlDelay is { } asked && asked > delay ? asked : delay;
    }

    private AddressRefusal? Next(Uri from, string location, out Uri? next)
    {
        next = null;
        if (location.StartsWith("//", StringComparison.Ordinal))
        {
            return gate.Judge($"{from.Scheme}:{location}", out next);
        }

        var colon = location.IndexOfAny([':', '/', '?', '#', '\\']);
        if (colon > 0 && location[colon] == ':')
        {
            return gate.Judge(location, out next);
        }

        return location.Any(char.IsControl) || location.StartsWith('\\') || location.StartsWith("/\\", StringComparison.Ordinal) || !UrlText.TryJoin(from, location, out next)
            ? new AddressRefusal(BlockReason.InvalidUrl, "malformed")
            : null;
    }

    private static FetchResult.Blocked Blocked(AddressRefusal refusal, string? redirectedTo) =>
        new(refusal.Reason, redirectedTo is null ? refusal.Message : $"redirected to '{(redirectedTo.Length <= 200 ? redirectedTo : redirectedTo[..200] + "…")}': {refusal.Message}");
}
