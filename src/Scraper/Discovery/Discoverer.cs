using Scraper.Core.Sites;
using Scraper.Discovery.Feeds;
using Scraper.Discovery.FrontPages;
using Scraper.Discovery.Sitemaps;
using Scraper.Fetching;
using Scraper.Fetching.Addresses;

namespace Scraper.Discovery;

/// <summary>Finds the URLs of a site's new articles through its feeds, sitemaps and front pages.</summary>
/// <param name="fetcher">How pages are fetched.</param>
/// <param name="states">Where validators are kept.</param>
/// <param name="options">The fetcher's options; links to what its allow list does not name and is not public are refused here already.</param>
public sealed class Discoverer(IPageFetcher fetcher, IFetchStateStore states, FetchOptions options)
{
    // Sitemaps of an index read in one visit, newest first; older ones hardly change.
    private const int MaxSitemapsOfIndex = 10;
    private const int MaxAnnouncedFeeds = 3;

    private readonly UrlGate gate = new(new AllowList(options.Allow, new ConnectMap(options.ConnectTo)));

    /// <summary>Reads every source of a site. One source's failure never hides another's links.</summary>
    /// <param name="site">The site.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<DiscoveryResult> DiscoverAsync(SiteRule site, CancellationToken cancellationToken)
    {
        var collected = new CandidateList(new UrlPatterns(site.Discovery), gate);
        foreach (var feed in site.Discovery.Feeds)
        {
            await ReadAsync(site, feed, SourceKind.Feed, collected, page => FeedReading(page), cancellationToken);
        }

        foreach (var sitemap in site.Discovery.Sitemaps)
        {
            await ReadSitemapAsync(site, sitemap, collected, cancellationToken);
        }

        foreach (var front in site.Discovery.FrontPages)
        {
            await ReadAsync(site, front.Url, SourceKind.FrontPage, collected, page => FrontPageReader.Read(page, front.Links, cancellationToken), cancellationToken);
        }

        return collected.Result();
    }

    /// <summary>Reads the feeds that a home page announces (feed autodiscovery); for a site of which only the address is known.</summary>
    /// <param name="home">The home page.</param>
    /// <param name="site">How the site is asked.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Absolute URLs of feeds, in the page's order; none where the page cannot be read.</returns>
    public async Task<IReadOnlyList<Uri>> FindFeedsAsync(Uri home, SiteFetching site, CancellationToken cancellationToken) =>
        await fetcher.FetchAsync(new FetchRequest(home, FetchPurpose.FrontPage, site), cancellationToken) is FetchResult.Fetched { Page: var page }
            ? [.. FrontPageReader.Read(page, null, cancellationToken).Further.Take(MaxAnnouncedFeeds)]
            : [];

    /// <summary>
    /// Says that every candidate of a result has been dealt with, so that its sources need not be read again until they
    /// change. Before that their validators are not kept: a crash in between loses nothing.
    /// </summary>
    /// <param name="result">The result.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    public async Task ConfirmAsync(DiscoveryResult result, CancellationToken cancellationToken)
    {
        foreach (var source in result.Sources)
        {
            // What could not be read must come whole again; and an index may stay the same while what it names changes.
            if (source is { Result: FetchResult.Fetched { Page: var page }, IsIndex: false } && (source.Error is null || source.Found > 0))
            {
                await states.WriteValidatorsAsync(source.Url, page.Validators, cancellationToken);
            }
        }
    }

    private async Task ReadSitemapAsync(SiteRule site, string url, CandidateList collected, CancellationToken cancellationToken)
    {
        var reading = await ReadAsync(site, url, SourceKind.Sitemap, collected, SitemapReader.Read, cancellationToken);
        foreach (var part in reading?.Further.Take(MaxSitemapsOfIndex) ?? [])
        {
            await ReadAsync(site, part.AbsoluteUri, SourceKind.Sitemap, collected, SitemapReader.Read, cancellationToken);
        }
    }

    private async Task<SourceReading?> ReadAsync(
        SiteRule site, string text, SourceKind kind, CandidateList collected, Func<RawPage, SourceReading> read, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            collected.Add(text, kind);
            return null;
        }

        var known = await states.ReadValidatorsAsync(url, cancellationToken);
        var purpose = kind switch { SourceKind.Feed => FetchPurpose.Feed, SourceKind.Sitemap => FetchPurpose.Sitemap, _ => FetchPurpose.FrontPage };
        var result = await fetcher.FetchAsync(new FetchRequest(url, purpose, site.Fetching, known), cancellationToken);
        var reading = result is FetchResult.Fetched { Page: var page } ? read(page) : null;
        collected.Add(url, kind, result, reading);
        return reading;
    }

    private static SourceReading FeedReading(RawPage page) =>
        FeedReader.Read(page) is { } feed ? FeedLinks.Of(feed) : new SourceReading([], [], "neither RSS, Atom, RDF nor JSON Feed");
}
