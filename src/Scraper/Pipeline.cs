using System.Collections.Concurrent;
using System.Threading.Channels;
using Scraper.Core;
using Scraper.Core.Blocks;
using Scraper.Core.Decoding;
using Scraper.Core.Sites;
using Scraper.Core.Templates;
using Scraper.Discovery;
using Scraper.Fetching;
using Scraper.Route;
using Scraper.Storage;
using Scraper.Watching;

namespace Scraper;

/// <summary>
/// The route of a page, and the only place that knows its order:
/// candidate → fetch → decode → blocks → label → article → store. Safe for concurrent use.
/// </summary>
/// <param name="fetcher">Fetches pages.</param>
/// <param name="discoverer">Finds out what is new on a site.</param>
/// <param name="extractor">Reads articles from pages.</param>
/// <param name="rules">The rules in force, to choose from by a page's own fingerprints where its site has none.</param>
/// <param name="store">Where articles and state are kept; <see langword="null"/> to keep nothing.</param>
/// <param name="options">How much at a time.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">What goes wrong with a page.</param>
/// <param name="watch">Learns from every page; <see langword="null"/> to learn nothing.</param>
public sealed class Pipeline(
    IPageFetcher fetcher,
    Discoverer discoverer,
    Extractor extractor,
    Func<SiteRuleSet> rules,
    IStore? store,
    PipelineOptions options,
    TimeProvider time,
    ILogger<Pipeline> logger,
    SiteWatch? watch = null) : IDisposable
{
    private readonly SemaphoreSlim _extractions = new(options.Extractions);

    /// <summary>Takes one URL along the whole route.</summary>
    /// <param name="url">An absolute URL.</param>
    /// <param name="rule">The rule for its site, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the journey; nothing of the page is kept then.</param>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<PageResult> ProcessAsync(Uri url, SiteRule? rule, CancellationToken cancellationToken)
    {
        var journey = new PageJourney(CanonicalUrl.Of(url), rule);
        journey = await FetchAsync(journey, cancellationToken);
        journey = await ExtractAsync(journey, cancellationToken);
        var result = await KeepAsync(journey, cancellationToken);
        await (watch?.FlushAsync(journey.Site, cancellationToken) ?? Task.CompletedTask);
        return result;
    }

    /// <summary>
    /// Finds out what is new on a site and takes each page along the route; fetching, extracting and storing overlap.
    /// After a cancellation, pages that were already fetched still reach the store.
    /// </summary>
    /// <param name="site">The site.</param>
    /// <param name="onPage">Told of every page at the end of its journey, from any thread; may be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the visit.</param>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<SiteVisit> VisitSiteAsync(SiteRule site, Action<PageResult>? onPage, CancellationToken cancellationToken)
    {
        var discovery = await discoverer.DiscoverAsync(site, cancellationToken);
        var due = await SelectDueAsync(site, discovery, cancellationToken);
        var counts = new ConcurrentDictionary<PageOutcomeKind, int>();

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var drain = new CancellationTokenSource();
        using var onCancel = cancellationToken.Register(() => drain.CancelAfter(options.DrainTime));
        var fetched = Channel.CreateBounded<PageJourney>(options.Backlog);
        var extracted = Channel.CreateBounded<PageJourney>(options.Backlog);

        async Task KeepAndCountAsync(PageJourney journey)
        {
            var result = await KeepAsync(journey, drain.Token);
            counts.AddOrUpdate(result.Outcome.Kind, 1, (_, n) => n + 1);
            onPage?.Invoke(result);
        }

        await Stage.WhenAllAsync(
            [
                Stage.RunAsync(due.ToAsyncEnumerable(), options.FetchesPerSite, u => FetchAsync(new PageJourney(u, site), stop.Token), fetched.Writer, stop.Token, drain.Token),
                Stage.RunAsync(fetched.Reader.ReadAllAsync(drain.Token), options.Extractions, j => ExtractAsync(j, drain.Token), extracted.Writer, drain.Token, drain.Token),
                Stage.RunAsync(extracted.Reader.ReadAllAsync(drain.Token), options.Backlog, KeepAndCountAsync, drain.Token),
            ],
            () =>
            {
                stop.Cancel();
                drain.Cancel();
            });
        await (watch?.FlushAsync(site.Name, cancellationToken) ?? Task.CompletedTask);
        return new SiteVisit(site.Name, discovery.Sources, discovery.Candidates.Count, counts);
    }

    /// <inheritdoc/>
    public void Dispose() => _extractions.Dispose();

    /// <summary>The pages to fetch now. From here on the store remembers the candidates, so the sources may say "not modified".</summary>
    private async Task<IReadOnlyList<Uri>> SelectDueAsync(SiteRule site, DiscoveryResult discovery, CancellationToken cancellationToken)
    {
        var candidates = discovery.Candidates.Select(c => c.Url.AbsoluteUri).ToList();
        if (store is null)
        {
            return [.. discovery.Candidates.Select(c => c.Url)];
        }

        var now = time.GetUtcNow();
        var fresh = await store.Crawl.SelectDueAsync(site.Name, candidates, now, cancellationToken);
        await discoverer.ConfirmAsync(discovery, cancellationToken);
        var left = await store.Crawl.ListDueAsync(site.Name, now, options.PagesPerVisit, cancellationToken);
        return [.. fresh.Concat(left.Select(u => u.Url)).Distinct(StringComparer.Ordinal).Take(options.PagesPerVisit).Select(u => new Uri(u))];
    }

    private async Task<PageJourney> FetchAsync(PageJourney journey, CancellationToken cancellationToken)
    {
        var known = store is null ? null : await store.Crawl.FindUrlAsync(journey.Url.AbsoluteUri, cancellationToken);
        var request = new FetchRequest(journey.Url, FetchPurpose.Article, journey.Rule?.Fetching ?? new SiteFetching(), known?.Validators);
        journey = journey with { Attempts = known?.Attempts ?? 0 };
        return await fetcher.FetchAsync(request, cancellationToken) switch
        {
            FetchResult.Fetched(var page) => journey with { Page = page },
            FetchResult.NotModified => journey with { Outcome = new PageOutcome(PageOutcomeKind.NotModified) },
            FetchResult.Blocked blocked => journey with { Outcome = new PageOutcome(PageOutcomeKind.Blocked, blocked.Message), Blocked = blocked },
            FetchResult.Failed { Kind: FailureKind.NotFound } gone => journey with { Outcome = new PageOutcome(PageOutcomeKind.Gone, gone.Message), Failed = gone },
            FetchResult.Failed failed => journey with { Outcome = new PageOutcome(PageOutcomeKind.Failed, failed.Message), Failed = failed },
            var other => throw new InvalidOperationException($"unknown fetch result {other.GetType().Name}"),
        };
    }

    private async Task<PageJourney> ExtractAsync(PageJourney journey, CancellationToken cancellationToken)
    {
        if (journey.Outcome is not null || journey.Page is not { } page)
        {
            return journey;
        }

        if (!PageContent.IsReadable(page.ContentType))
        {
            return journey with { Outcome = new PageOutcome(PageOutcomeKind.NotAnArticle, page.ContentType) };
        }

        try
        {
            var template = watch is null ? null : await watch.TemplateAsync(journey.Site, cancellationToken);
            Task<PageReading> ReadOneAsync(RawPage one, SiteRule? rule, CancellationToken token) => ReadAsync(one, rule, template, token);
            var first = await ReadOneAsync(page, journey.Rule, cancellationToken);
            var extraction = await new PageFollower(fetcher, ReadOneAsync, logger).WholeAsync(first, page.FinalUrl, journey.Rule, cancellationToken);
            if (extraction.Rule?.FellBack is { } missed)
            {
                logger.LogWarning("{Url}: the site rule does not fit this page, read without it: {Missed}", journey.Url, missed);
            }

            var article = extraction.Article with { Url = ArticleIdentity.Of(extraction.Article, page.FinalUrl).AbsoluteUri, Site = journey.Site };
            return journey with { Article = article, Extraction = extraction, Outcome = Refusal(extraction) };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return journey with { Outcome = new PageOutcome(PageOutcomeKind.Failed, $"cleaning took longer than {options.ExtractionTimeout.TotalSeconds:0} s") };
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            logger.LogError(bug, "{Url}: cleaning failed; this is a bug of ours, please report it with the page", journey.Url);
            return journey with { Outcome = new PageOutcome(PageOutcomeKind.Failed, $"cleaning failed: {bug.Message}") };
        }
    }

    /// <summary>Reads one page, when it is its turn and within its time.</summary>
    private async Task<PageReading> ReadAsync(RawPage page, SiteRule? rule, SiteTemplate? template, CancellationToken cancellationToken)
    {
        await _extractions.WaitAsync(cancellationToken);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.ExtractionTimeout);
        try
        {
            return await Task.Run(() => Extract(page, rule, template, deadline.Token), deadline.Token);
        }
        finally
        {
            _extractions.Release();
        }
    }

    /// <summary>Why a page that was read goes no further; <see langword="null"/> where it does.</summary>
    private static PageOutcome? Refusal(Extraction extraction) =>
        !extraction.Verdict.IsArticle ? new PageOutcome(PageOutcomeKind.NotAnArticle, extraction.Verdict.ToString())
        : string.IsNullOrWhiteSpace(extraction.Article.Text) ? new PageOutcome(PageOutcomeKind.Empty, "no article text was found")
        : null;

    private PageReading Extract(RawPage page, SiteRule? rule, SiteTemplate? template, CancellationToken cancellationToken)
    {
        var text = PageDecoder.Decode(page.Body, page.Charset).Text;
        if (page.ContentType == "text/plain")
        {
            return new PageReading(extractor.ExtractText(text, page.FinalUrl, cancellationToken), SinglePage: null, NextPage: null);
        }

        var context = new PageContext { Url = page.FinalUrl, Status = page.Status, Rule = rule, Rules = rules(), Now = time.GetUtcNow(), Template = template };
        var extraction = extractor.ExtractHtml(text, context, cancellationToken);
        if (extraction.Rule?.Layout is not { } layout || layout is { SinglePage.Count: 0, NextPage.Count: 0 })
        {
            return new PageReading(extraction, SinglePage: null, NextPage: null);
        }

        var links = new SelectorPage(HtmlTree.Parse(text, HtmlLimits.Default, cancellationToken));
        return new PageReading(extraction, SitePaging.SinglePage(layout, links, page.FinalUrl), SitePaging.NextPage(layout, links, page.FinalUrl));
    }

    private async Task<PageResult> KeepAsync(PageJourney journey, CancellationToken cancellationToken)
    {
        var outcome = journey.Outcome ?? new PageOutcome(PageOutcomeKind.Extracted);
        if (store is not null)
        {
            var now = time.GetUtcNow();
            if (journey.Outcome is null)
            {
                var saved = await store.Articles.SaveAsync(journey.ToExtractedPage(options.Extractor), cancellationToken);
                outcome = new PageOutcome(Enum.Parse<PageOutcomeKind>(saved.Outcome.ToString()), saved.Detail);
            }
            else
            {
                await store.Crawl.RecordAsync(RevisitPolicy.Visit(journey, now), cancellationToken);
            }

            if (watch is not null && journey.Extraction is { } extraction)
            {
                await watch.SeeAsync(journey.Site, journey.Url.AbsoluteUri, extraction, isStored: journey.Outcome is null, cancellationToken);
            }
        }

        return new PageResult(journey.Url, journey.Site, outcome, journey.Article);
    }
}
