using Scraper.Core.Sites;
using Scraper.Discovery;
using Scraper.Fetching.Politeness;
using Scraper.Storage;

namespace Scraper.Route;

/// <summary>Chooses the pages that a visit fetches.</summary>
/// <param name="store">What is known of a site's pages.</param>
/// <param name="discoverer">Who found the candidates.</param>
/// <param name="most">The most pages of a visit.</param>
/// <param name="time">The clock.</param>
internal sealed class DuePages(ICrawlStore store, Discoverer discoverer, int most, TimeProvider time)
{
    /// <summary>
    /// The pages to fetch now, new ones first; none at a host that has just put off a source, which would put off them as well.
    /// From here on the store remembers the candidates, so the sources may say "not modified".
    /// </summary>
    /// <param name="site">The site.</param>
    /// <param name="discovery">What its sources name.</param>
    /// <param name="leftOver">A page that this visit has fetched already, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the choice.</param>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    public async Task<IReadOnlyList<Uri>> SelectAsync(SiteRule site, DiscoveryResult discovery, string? leftOver, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var fresh = await store.SelectDueAsync(site.Name, [.. discovery.Candidates.Select(c => c.Url.AbsoluteUri)], now, cancellationToken);
        await discoverer.ConfirmAsync(discovery, cancellationToken);
        var left = await store.ListDueAsync(site.Name, now, most, cancellationToken);
        var again = left.Where(u => u.VisitedAt is not null).Select(u => u.Url).ToHashSet(StringComparer.Ordinal);
        var waiting = discovery.Sources.Where(s => s.IsPutOff).Select(s => HostKey.Of(s.Url)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. fresh.Concat(left.Select(u => u.Url)).Where(u => u != leftOver).Distinct(StringComparer.Ordinal).OrderBy(again.Contains)
                .Select(u => new Uri(u)).Where(u => !waiting.Contains(HostKey.Of(u))).Take(most),
        ];
    }
}
