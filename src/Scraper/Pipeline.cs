using System.Collections.Concurrent;
using System.Threading.Channels;
using Scraper.Core;
using Scraper.Core.Labelling;
using Scraper.Core.Sites;
using Scraper.Core.Templates;
using Scraper.Core.Verdicts;
using Scraper.Discovery;
using Scraper.Fetching;
using Scraper.Fetching.Http;
using Scraper.Route;
using Scraper.Storage;
using Scraper.Telemetry;
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
/// <param name="watch">Learns from every page that is fetched; <see langword="null"/> to learn nothing.</param>
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
    private readonly PageReader _reader = new(extractor, options);
    private readonly DuePages? _due = store is null ? null : new(store.Crawl, discoverer, options.PagesPerVisit, time);
    private readonly ExtractorVersion _version = new();
    private readonly SemaphoreSlim _inHand = new(options.PagesInHand);

    /// <summary>Takes one URL along the whole route.</summary>
    /// <param name="url">An absolute URL.</param>
    /// <param name="rule">The rule of the site that asks for it, or <see langword="null"/>; the page is read by <see cref="SiteRuleSet.ForUrl"/>.</param>
    /// <param name="cancellationToken">Ends the journey; nothing of the page is kept then.</param>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<PageResult> ProcessAsync(Uri url, SiteRule? rule, CancellationToken cancellationToken)
    {
        var journey = new PageJourney(CanonicalUrl.Of(url), rule) { IsAsked = true };
        journey = await FetchAsync(journey, cancellationToken);
        journey = await ExtractAsync(journey, fetcher, cancellationToken);
        var result = await KeepAndLearnAsync(journey, cancellationToken);
        await (watch?.FlushAsync(journey.Site, cancellationToken) ?? Task.CompletedTask);
        return result;
    }

    /// <summary>The version of rules and model that a page would be read by now.</summary>
    /// <param name="url">The page's address.</param>
    /// <param name="rule">The rule for its site, or <see langword="null"/>.</param>
    /// <param name="site">The site's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<string> VersionOfAsync(Uri url, SiteRule? rule, string site, CancellationToken cancellationToken) =>
        Version(_version.Of(rule is { FallsThrough: true } ? null : rule, rules(), url.Host), await TemplateAsync(site, cancellationToken));

    /// <summary>Reads a page that is at hand, along the route from "decode" to the article. Nothing is kept.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rule">The rule that reads it (<see cref="SiteRuleSet.ForUrl"/>), or <see langword="null"/>.</param>
    /// <param name="others">Where the other pages of an article that stands on several come from.</param>
    /// <param name="cancellationToken">Ends the journey.</param>
    internal Task<PageJourney> ReadAsync(RawPage page, SiteRule? rule, IPageFetcher others, CancellationToken cancellationToken) =>
        ExtractAsync(
            new PageJourney(CanonicalUrl.Of(page.RequestedUrl), rule) { Page = page with { Signals = SignalReader.Read(page.Headers, page.Body.Span, options.Agent) } },
            others,
            cancellationToken);

    /// <summary>The end of the route for a page that <see cref="ReadAsync"/> has read.</summary>
    /// <param name="journey">The page.</param>
    /// <param name="cancellationToken">Gives up while the page waits for its turn.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    internal async Task<PageResult> KeepAsync(PageJourney journey, CancellationToken cancellationToken)
    {
        journey = await IsDeletedAsync(journey, cancellationToken)
            ? journey with { Article = null, IsDeleted = true, Outcome = new PageOutcome(PageOutcomeKind.Gone, "its article was deleted from the store; 'scraper fetch' brings it back") }
            : journey;
        var outcome = journey.Outcome ?? new PageOutcome(PageOutcomeKind.Extracted);
        if (store is not null && journey.Outcome is null)
        {
            var earlier = await new StoredPageReader(store, ReadAsync).ReadAsync(journey, cancellationToken);
            var saved = await store.Articles.SaveAsync(journey.ToExtractedPage(time.GetUtcNow()) with { Earlier = earlier }, cancellationToken);
            outcome = new PageOutcome(Enum.Parse<PageOutcomeKind>(saved.Outcome.ToString()), saved.Detail);
        }
        else if (store is not null && journey is not { Blocked: not null, Known: null, Rule: null })
        {
            // Of an address that was refused nothing is noted where nothing was known: strangers' links would fill the list of sites.
            await store.Crawl.RecordAsync(RevisitPolicy.Visit(journey, time.GetUtcNow()), cancellationToken);
        }

        return new PageResult(journey.Url, journey.Site, outcome, journey.Article);
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
        await (watch?.ForgetAsync(site.Name, cancellationToken) ?? Task.CompletedTask);
        var counts = new ConcurrentDictionary<PageOutcomeKind, int>();
        var read = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal) { [site.Name] = true };

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var drain = new CancellationTokenSource();
        using var onCancel = cancellationToken.Register(() => drain.CancelAfter(options.DrainTime));
        var fetched = Channel.CreateBounded<PageJourney>(options.Backlog);

        async Task FinishAsync(PageJourney journey)
        {
            await _inHand.WaitAsync(drain.Token);
            try
            {
                var result = await KeepAndLearnAsync(await ExtractAsync(journey, fetcher, drain.Token), drain.Token);
                counts.AddOrUpdate(result.Outcome.Kind, 1, (_, n) => n + 1);
                read[result.Site] = true;
                onPage?.Invoke(result);
            }
            finally
            {
                _inHand.Release();
            }
        }

        // Where the host's delay allows one request a visit, the sources would take each of them; so they and the pages take turns.
        var leftOver = store is null ? null : await store.Crawl.FindLeftOverAsync(site.Name, cancellationToken);
        if (leftOver is not null)
        {
            await FinishAsync(await FetchAsync(new PageJourney(new Uri(leftOver), site), stop.Token));
        }

        var hadTurn = leftOver is not null && !counts.ContainsKey(PageOutcomeKind.Blocked) && !counts.ContainsKey(PageOutcomeKind.Failed);
        var discovery = await discoverer.DiscoverAsync(site, cancellationToken);
        IReadOnlyList<Uri> due = _due is null ? [.. discovery.Candidates.Select(c => c.Url)] : await _due.SelectAsync(site, discovery, leftOver, cancellationToken);
        await Stage.WhenAllAsync(
            [
                Stage.RunAsync(due.ToAsyncEnumerable(), options.FetchesPerSite, u => FetchAsync(new PageJourney(u, site), stop.Token), fetched.Writer, stop.Token, drain.Token),
                Stage.RunAsync(fetched.Reader.ReadAllAsync(drain.Token), options.PagesInHandPerSite, FinishAsync, drain.Token),
            ],
            () =>
            {
                stop.Cancel();
                drain.Cancel();
            });
        foreach (var name in read.Keys)
        {
            await (watch?.FlushAsync(name, drain.Token) ?? Task.CompletedTask);
        }

        var sources = hadTurn ? discovery.Sources.Select(s => s with { GaveWay = s.IsPutOff }) : discovery.Sources;
        return new SiteVisit(site.Name, [.. sources], discovery.Candidates.Count, counts);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _inHand.Dispose();
    }

    private async Task<PageJourney> FetchAsync(PageJourney journey, CancellationToken cancellationToken)
    {
        using var span = Traces.Fetch(journey.Site);
        var known = store is null ? null : await store.Crawl.FindUrlAsync(journey.Url.AbsoluteUri, cancellationToken);
        var finder = FirstFinder.Of(known, rules()) ?? journey.Rule;
        journey = journey with { Rule = rules().ForUrl(journey.Url, finder) };
        var request = new FetchRequest(journey.Url, FetchPurpose.Article, journey.Rule?.FetchingOf(journey.Url) ?? new SiteFetching(), known?.Validators);
        journey = journey with { Known = known };
        return await fetcher.FetchAsync(request, cancellationToken) switch
        {
            FetchResult.Fetched(var page) when ArticleIdentity.IsFrontPageInstead(journey.Url, page.FinalUrl) => journey with { Outcome = new PageOutcome(PageOutcomeKind.Gone, $"it leads to the front page {page.FinalUrl}") },
            FetchResult.Fetched(var page) => journey with { Page = page, Rule = rules().ForUrl(page.FinalUrl, finder) },
            FetchResult.NotModified => journey with { Outcome = new PageOutcome(PageOutcomeKind.NotModified) },
            FetchResult.Blocked blocked => journey with { Outcome = new PageOutcome(PageOutcomeKind.Blocked, blocked.Message), Blocked = blocked },
            FetchResult.Failed { Kind: FailureKind.NotFound } gone => journey with { Outcome = new PageOutcome(PageOutcomeKind.Gone, gone.Message), Failed = gone, Page = gone.Page },
            FetchResult.Failed failed => journey with { Outcome = new PageOutcome(PageOutcomeKind.Failed, failed.Message), Failed = failed, Page = failed.Page },
            var other => throw new InvalidOperationException($"unknown fetch result {other.GetType().Name}"),
        };
    }

    private async Task<PageJourney> ExtractAsync(PageJourney journey, IPageFetcher others, CancellationToken cancellationToken)
    {
        if (journey.Page is not { } page)
        {
            return journey;
        }

        using var span = Traces.Extract(journey.Site);
        if (PageContent.WhyUnreadable(page) is { } why)
        {
            return journey with { Outcome = journey.Outcome ?? new PageOutcome(PageOutcomeKind.NotAnArticle, why) };
        }

        try
        {
            var known = rules();
            var template = await TemplateAsync(journey.Site, cancellationToken);
            // A rule that falls through is completed by what the page shows.
            var rule = journey.Rule is { FallsThrough: true } ? null : journey.Rule;
            Task<PageReading> ReadPageAsync(RawPage one, SiteRule? _, CancellationToken token) => _reader.ReadAsync(one, rule, known, template, token);
            if (journey.Failed is not null)
            {
                return NameRefusal(journey, (await ReadPageAsync(page, rule, cancellationToken)).Extraction);
            }

            var first = await ReadPageAsync(page, rule, cancellationToken);
            var (extraction, parts, missing) = await new PageFollower(others, ReadPageAsync, logger).WholeAsync(first, page.FinalUrl, journey.Rule, cancellationToken);
            if (extraction.Rule?.FellBack is { } missed)
            {
                logger.LogWarning("{Url}: the site rule does not fit this page, read without it: {Missed}", journey.Url, missed);
            }

            var article = extraction.Article with { Url = ArticleIdentity.Of(extraction.Article, page.FinalUrl).AbsoluteUri, Site = journey.Site };
            return journey with
            {
                Article = article,
                Parts = parts,
                Missing = missing,
                Extraction = extraction,
                Extractor = Version(_version.Of(rule, known, page.FinalUrl.Host), template),
                Outcome = Refusal(extraction),
                Refusal = extraction.Verdict.IsArticle ? null : extraction.Verdict.Kind,
                Validators = first is { SinglePage: null, NextPage: null } ? page.Validators : Validators.None,
            };
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

    /// <summary>Whether a page that nobody asked for is, maybe under another address, an article that was deleted.</summary>
    private async Task<bool> IsDeletedAsync(PageJourney journey, CancellationToken cancellationToken) =>
        store is not null && journey is { IsAsked: false, Outcome: null, Article: { } article }
        && !(journey.Known is { ArticleId: null } && article.Url == journey.Url.AbsoluteUri)
        && (await store.Crawl.FindUrlAsync(article.Url, cancellationToken))?.Status == UrlStatus.Deleted;

    private async Task<PageResult> KeepAndLearnAsync(PageJourney journey, CancellationToken cancellationToken)
    {
        using var span = Traces.Store(journey.Site);
        var result = await KeepAsync(journey, cancellationToken);
        span?.SetTag("outcome", Names.Of(result.Outcome.Kind));
        if (watch is not null && journey.Extraction is { } extraction)
        {
            await watch.SeeAsync(journey.Site, journey.Url.AbsoluteUri, extraction, isStored: journey.Outcome is null, cancellationToken);
        }

        return result;
    }

    private async Task<SiteTemplate?> TemplateAsync(string site, CancellationToken cancellationToken) =>
        watch is null ? null : await watch.TemplateAsync(site, cancellationToken);

    private static string Version(string reader, SiteTemplate? template) => template is null ? reader : $"{reader}+template.{template.Version}";

    /// <summary>Why a page that was read goes no further; <see langword="null"/> where it does.</summary>
    private static PageOutcome? Refusal(Extraction extraction) =>
        !extraction.Verdict.IsArticle ? new PageOutcome(PageOutcomeKind.NotAnArticle, extraction.Verdict.ToString())
        : string.IsNullOrWhiteSpace(extraction.Article.Text) ? new PageOutcome(PageOutcomeKind.Empty, "no article text was found")
        : null;

    /// <summary>A page that came with a 4xx or 5xx is never an article, but may say what is in the way.</summary>
    private static PageJourney NameRefusal(PageJourney journey, Extraction extraction) =>
        extraction.Verdict.Kind is PageVerdictKind.BotChallenge or PageVerdictKind.ConsentWall or PageVerdictKind.PaywallTeaser or PageVerdictKind.LoginWall
            ? journey with { Article = extraction.Article, Extraction = extraction, Refusal = extraction.Verdict.Kind, Outcome = new PageOutcome(PageOutcomeKind.NotAnArticle, extraction.Verdict.ToString()) }
            : journey;
}
