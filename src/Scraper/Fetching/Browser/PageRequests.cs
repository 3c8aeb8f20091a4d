using Microsoft.Playwright;
using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.Fetching.Addresses;
using Scraper.Fetching.Http;

namespace Scraper.Fetching.Browser;

/// <summary>
/// Decides on every request of one page in the browser. Its document is the one that was fetched already, and no other takes its
/// place; pictures, films and fonts are not loaded; the site's headers go to its own origin; and there is an end to it.
/// (Addresses are <see cref="GuardedProxy"/>'s.)
/// </summary>
internal sealed class PageRequests(RawPage document, SiteFetching site, int most)
{
    private static readonly string[] Unwanted = ["image", "media", "font"];

    // What frames a response is the browser's own business; cookies that servers set are not kept.
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase) { "Content-Type", "Content-Security-Policy", "Referrer-Policy" };

    private readonly Dictionary<string, string> headers = site.Headers.Where(h => HeaderText.MaySend(h.Key, h.Value)).ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase);
    private int left = most;

    /// <summary>Decides on one.</summary>
    public async Task DecideAsync(IRoute route)
    {
        try
        {
            var request = route.Request;
            var isOver = Interlocked.Decrement(ref left) < 0;
            if (request.IsNavigationRequest && request.Frame.ParentFrame is null)
            {
                // Aborted, not blocked: the browser then shows no page of its own in its place.
                await (!isOver && UrlText.TryRead(request.Url, out var target) && target == document.FinalUrl
                    ? DocumentAsync(route)
                    : route.AbortAsync(RequestAbortErrorCode.Aborted));
            }
            else if (isOver || Unwanted.Contains(request.ResourceType, StringComparer.Ordinal))
            {
                await route.AbortAsync(RequestAbortErrorCode.BlockedByClient);
            }
            else if (headers.Count > 0 && UrlText.TryRead(request.Url, out var url) && HomeOrigin.Owns(document.RequestedUrl, url))
            {
                await WithHeadersAsync(route);
            }
            else
            {
                await route.ContinueAsync();
            }
        }
        catch (PlaywrightException)
        {
            // The page has gone, or the server did not answer: the browser sees a failed request.
        }
    }

    private Task DocumentAsync(IRoute route) => route.FulfillAsync(new RouteFulfillOptions
    {
        Status = document.Status,
        Headers = document.Headers.Where(h => Kept.Contains(h.Key)),
        BodyBytes = document.Body.ToArray(),
    });

    // A redirect goes back to the browser, so that the headers end with the origin that they are for.
    private async Task WithHeadersAsync(IRoute route)
    {
        var all = new Dictionary<string, string>(await route.Request.AllHeadersAsync(), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers)
        {
            all[name] = value;
        }

        await using var response = await route.FetchAsync(new RouteFetchOptions { Headers = all, MaxRedirects = 0 });
        await route.FulfillAsync(new RouteFulfillOptions { Response = response });
    }
}
