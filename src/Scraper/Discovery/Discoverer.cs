using System.Security.Cryptography;
using System.Text.Json;
using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.Discovery.Feeds;
using Scraper.Discovery.FrontPages;
using Scraper.Discovery.Sitemaps;
using Scraper.Fetching;
using Scraper.Fetching.Addresses;
using Scraper.Fetching.Robots;

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

    // An index of sitemaps names sitemaps; one that names indexes is read no further.
    private const int MaxSitemapDepth = 1;
    private const string RobotsPath = "/robots.txt";

    private readonly UrlGate gate = new(new AllowList(options.Allow, new ConnectMap(options.ConnectTo)));

    /// <summary>Reads every source of a site. One source's failure never hides another's links.</summary>
    /// <param name="site">The site.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<DiscoveryResult> DiscoverAsync(SiteRule site, CancellationToken cancellationToken)
    {
        var collected = new CandidateList(new UrlPatterns(site.Discovery), gate);
        var sitemapsRead = new HashSet<string>(StringComparer.Ordinal);
        foreach (var feed in site.Discovery.Feeds)
        {
            await ReadAsync(site, feed, SourceKind.Feed, collected, page => FeedReading(page), cancellationToken);
        }

        foreach (var sitemap in site.Discovery.Sitemaps)
        {
            await ReadSitemapAsync(site, sitemap, sitemapsRead, collected, cancellationToken);
        }

        foreach (var front in site.Discovery.FrontPages)
        {
            await ReadAsync(site, front.Url, SourceKind.FrontPage, collected, page => FrontPageReader.Read(page, front.Links, site, cancellationToken), cancellationToken);
        }

        if (site.Discovery is { Feeds.Count: 0, Sitemaps.Count: 0, FrontPages.Count: 0 } && site.Hosts.FirstOrDefault(host => !host.StartsWith('*')) is { } home)
        {
            await ExploreAsync(site, new Uri($"https://{home}/"), collected, cancellationToken);
        }

        return collected.Result() with { Reader = Reader(site) };
    }

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
                await states.WriteValidatorsAsync(ReadBy(result.Reader, source.Url), page.Validators, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Of a site of which only the host is known: the feeds that its home page announces and the sitemaps that its robots.txt
    /// names; where both give nothing, the links of the home page itself.
    /// </summary>
    private async Task ExploreAsync(SiteRule site, Uri home, CandidateList collected, CancellationToken cancellationToken)
    {
        // What it announces may stay the same while that changes, so it is read whole every time.
        var result = await fetcher.FetchAsync(new FetchRequest(home, FetchPurpose.FrontPage, site.FetchingOf(home)), cancellationToken);
        var reading = result is FetchResult.Fetched { Page: var page } ? FrontPageReader.Read(page, null, site, cancellationToken) : null;
        foreach (var feed in reading?.Further.Take(MaxAnnouncedFeeds) ?? [])
        {
            await ReadAsync(site, feed.AbsoluteUri, SourceKind.Feed, collected, FeedReading, cancellationToken);
        }

        await ReadSitemapAsync(site, new Uri(home, RobotsPath).AbsoluteUri, [], collected, cancellationToken);
        collected.Add(home, SourceKind.FrontPage, result, collected.IsEmpty || reading is null ? reading : reading with { Links = [], Error = null }, isIndex: true);
    }

    /// <summary>
    /// Reads a sitemap, or an index and the first of its parts, or a robots.txt and the first of the sitemaps and indexes that it names;
    /// none twice in a visit, whoever names it again.
    /// </summary>
    private async Task ReadSitemapAsync(SiteRule site, string url, HashSet<string> alreadyRead, CandidateList collected, CancellationToken cancellationToken)
    {
        var left = MaxSitemapsOfIndex;
        var waiting = new Queue<(string Url, int Depth)>([(url, 0)]);
        while (left >= 0 && waiting.TryDequeue(out var next))
        {
            if (!alreadyRead.Add(next.Url))
            {
                continue;
            }

            left--;
            var isRobots = UrlText.TryRead(next.Url, out var address) && address.AbsolutePath == RobotsPath;
            var reading = await ReadAsync(site, next.Url, SourceKind.Sitemap, collected, isRobots ? NamedSitemaps : SitemapReader.Read, cancellationToken);
            foreach (var part in next.Depth < MaxSitemapDepth ? reading?.Further ?? [] : [])
            {
                waiting.Enqueue((part.AbsoluteUri, next.Depth + (isRobots ? 0 : 1)));
            }
        }
    }

    private async Task<SourceReading?> ReadAsync(
        SiteRule site, string text, SourceKind kind, CandidateList collected, Func<RawPage, SourceReading> read, CancellationToken cancellationToken)
    {
        if (!UrlText.TryRead(text, out var url))
        {
            collected.Add(text, kind);
            return null;
        }

        var known = await states.ReadValidatorsAsync(ReadBy(Reader(site), url), cancellationToken);
        var purpose = kind switch
        {
            SourceKind.Feed => FetchPurpose.Feed,
            SourceKind.Sitemap when url.AbsolutePath == RobotsPath => FetchPurpose.Robots,
            SourceKind.Sitemap => FetchPurpose.Sitemap,
            _ => FetchPurpose.FrontPage,
        };
        var result = await fetcher.FetchAsync(new FetchRequest(url, purpose, site.FetchingOf(url), known), cancellationToken);
        if (purpose == FetchPurpose.Robots && result is FetchResult.Failed { Kind: FailureKind.NotFound or FailureKind.ClientError })
        {
            // A host need not have one.
            return null;
        }

        var reading = result is FetchResult.Fetched { Page: var page } ? read(page) : null;
        collected.Add(url, kind, result, reading);
        return reading;
    }

    /// <summary>Names the site and all that decides which links of a source are its candidates.</summary>
    private static string Reader(SiteRule site) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes((object[])[site.Name, site.Discovery])))[..16];

    /// <summary>A source as one reader knows it: what another has taken from it says nothing of what is left for this one.</summary>
    private static Uri ReadBy(string reader, Uri source) => new($"{source.GetLeftPart(UriPartial.Query)}#{reader}");

    private static SourceReading NamedSitemaps(RawPage page) => new(
        [], [.. RobotsTxt.Parse(page.Body.Span).Sitemaps.Select(text => UrlText.TryJoin(page.FinalUrl, text, out var url) && url.AbsolutePath != RobotsPath ? url : null).OfType<Uri>().Distinct()], null);

    private static SourceReading FeedReading(RawPage page) =>
        FeedReader.Read(page) is { } feed ? FeedLinks.Of(feed) : new SourceReading([], [], "neither RSS, Atom, RDF nor JSON Feed");
}
