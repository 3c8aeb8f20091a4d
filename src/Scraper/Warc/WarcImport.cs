using System.Globalization;
using System.Threading.Channels;
using Scraper.Core.Sites;
using Scraper.Discovery;
using Scraper.Fetching;
using Scraper.Route;
using Scraper.Storage;

namespace Scraper.Warc;

/// <summary>
/// Takes the pages of a WARC file along the route, from "decode" on, with the capture's time as the time of fetching. Nothing
/// is fetched. Pages are read in parallel; those that bear on one another (one URL, one text) are stored in the file's order, so
/// that the same file always gives the same articles and revisions.
/// </summary>
/// <param name="pipeline">The route.</param>
/// <param name="rules">The rules in force.</param>
/// <param name="store">The store.</param>
/// <param name="limits">What a record may hold.</param>
/// <param name="time">The clock.</param>
internal sealed class WarcImport(Pipeline pipeline, SiteRuleSet rules, IStore store, WarcLimits limits, TimeProvider time)
{
    private const int MostSaves = 32;

    /// <summary>How far a crawler's clock may go ahead: a capture of the future would keep every later look at its article out.</summary>
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(1);

    private readonly int _workers = Environment.ProcessorCount;

    /// <summary>Imports a file.</summary>
    /// <param name="file">The file; must be seekable.</param>
    /// <param name="sites">Names of the sites whose pages are taken (a rule's name, or a host that has no rule); empty for all.</param>
    /// <param name="report">What comes of each record.</param>
    /// <param name="cancellationToken">Ends the import; pages that are being stored are finished.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task RunAsync(Stream file, IReadOnlySet<string> sites, WarcImportReport report, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var read = Channel.CreateBounded<Task<PageJourney>>(_workers * 2);
        await Stage.WhenAllAsync([Task.Run(() => ReadAsync(file, sites, report, read.Writer, stop.Token), stop.Token), KeepAsync(read.Reader, report, stop.Token)], stop.Cancel);
    }

    private async Task ReadAsync(Stream file, IReadOnlySet<string> sites, WarcImportReport report, ChannelWriter<Task<PageJourney>> read, CancellationToken cancellationToken)
    {
        try
        {
            (RawPage Page, SiteRule? Rule, string? Id, List<FetchedPage> Parts)? article = null;
            foreach (var entry in new WarcReader(file, limits, f => f.Type == "response").Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                report.AddRecord(entry, file.Position);
                if (entry is not WarcEntry.Record { Fields.Type: "response" } record || await PageAsync(record, report, cancellationToken) is not { } page)
                {
                    continue;
                }

                if (article is { } first && record.Fields[WarcWriter.Continues] is { } id && id == first.Id && first.Parts.Count < SiteLayout.MostPages)
                {
                    first.Parts.Add(Fetched(page));
                    continue;
                }

                await FlushAsync();
                var host = UrlHost.Of(page.RequestedUrl);
                var rule = rules.ForUrl(page.FinalUrl, null)
                    ?? FirstFinder.Of(await store.Crawl.FindUrlAsync(CanonicalUrl.Of(page.RequestedUrl).AbsoluteUri, cancellationToken), rules)
                    ?? rules.ForHost(host);
                if (sites.Count > 0 && !sites.Contains(rule?.Name ?? host))
                {
                    report.AddSkipped("another site");
                    continue;
                }

                article = (page, rule, record.Fields["WARC-Record-ID"], []);
            }

            await FlushAsync();

            async Task FlushAsync()
            {
                if (article is { } whole)
                {
                    article = null;
                    await read.WriteAsync(pipeline.ReadAsync(whole.Page, whole.Rule, new ArchivedPages(whole.Parts), cancellationToken), cancellationToken);
                }
            }
        }
        finally
        {
            read.Complete();
        }
    }

    /// <summary>The page in a record, or <see langword="null"/> with the reason reported.</summary>
    private async Task<RawPage?> PageAsync(WarcEntry.Record record, WarcImportReport report, CancellationToken cancellationToken)
    {
        try
        {
            if (record.Fields["WARC-Truncated"] is { } cause)
            {
                report.AddSkipped($"truncated by the crawler ({(cause.Length > 20 ? cause[..20] : cause)})");
                return null;
            }

            if (record.Fields["WARC-Segment-Number"] is not null)
            {
                report.AddSkipped("a segment of a record");
                return null;
            }

            if (record.Fields.Target is null)
            {
                report.AddSkipped("no http or https address");
                return null;
            }

            var (page, digestFits) = await ResponseRecord.ReadAsync(record, limits, cancellationToken);
            if (digestFits == false)
            {
                report.AddBadDigest(record.Offset);
            }

            var reason = page.Status is < 200 or > 299 ? "no success (status 1xx, 3xx, 4xx, 5xx)"
                : PageContent.WhyUnreadable(page) is not null || page.FinalUrl.AbsolutePath == "/robots.txt" ? "no page (picture, script, feed, …)"
                : null;
            if (reason is not null)
            {
                report.AddSkipped(reason);
                return null;
            }

            return page.FetchedAt <= time.GetUtcNow() + MostAhead
                ? page
                : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"its WARC-Date, {page.FetchedAt:yyyy-MM-dd}, lies in the future"));
        }
        catch (InvalidDataException broken)
        {
            report.AddBroken(record.Offset, broken.Message);
            return null;
        }
    }

    private async Task KeepAsync(ChannelReader<Task<PageJourney>> read, WarcImportReport report, CancellationToken cancellationToken)
    {
        // Several at a time share a commit; pages that bear on one another are never among them.
        var saving = new List<Task>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var reading in read.ReadAllAsync(cancellationToken))
        {
            var journey = await reading;
            string[] own = [journey.Url.AbsoluteUri, journey.Article?.Url ?? string.Empty, $"{journey.Article?.Title}\n{journey.Article?.Text}"];
            if (saving.Count == MostSaves || keys.Overlaps(own))
            {
                await Task.WhenAll(saving);
                saving.Clear();
                keys.Clear();
            }

            keys.UnionWith(own);
            saving.Add(KeepAsync(journey, report, cancellationToken));
        }

        await Task.WhenAll(saving);
    }

    private async Task KeepAsync(PageJourney journey, WarcImportReport report, CancellationToken cancellationToken)
    {
        // An old capture that is no article says nothing about a URL that is known already.
        var known = journey.Outcome is not null && await store.Crawl.FindUrlAsync(journey.Url.AbsoluteUri, cancellationToken) is not null;
        report.AddOutcome(known ? journey.Outcome! : (await pipeline.KeepAsync(journey, cancellationToken)).Outcome);
    }

    private static FetchedPage Fetched(RawPage page) => new()
    {
        Url = page.RequestedUrl.AbsoluteUri,
        FinalUrl = page.FinalUrl.AbsoluteUri,
        Status = page.Status,
        Headers = page.Headers,
        Body = page.Body,
        FetchedAt = page.FetchedAt,
    };
}
