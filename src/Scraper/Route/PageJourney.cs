using Scraper.Core;
using Scraper.Core.Articles;
using Scraper.Core.Sites;
using Scraper.Core.Verdicts;
using Scraper.Fetching;
using Scraper.Storage;

namespace Scraper.Route;

/// <summary>A page on its way through the pipeline: what each step has added so far.</summary>
/// <param name="Url">Canonical form of the URL asked for.</param>
/// <param name="Rule">The rule of the site that found it and, once its address is known, the one that reads it; or <see langword="null"/>.</param>
internal sealed record PageJourney(Uri Url, SiteRule? Rule)
{
    /// <summary>Name of the site, whoever found the page: that of the rule that reads it, or the host.</summary>
    public string Site => Rule?.Name ?? UrlHost.Of(Url);

    /// <summary>Whether somebody asked for this page by name; no visit found it.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Whether it is an article that was deleted and that nobody has asked for since.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>What the store knew of the URL before this journey.</summary>
    public UrlState? Known { get; init; }

    /// <summary>The page that came; one that came with a 4xx or 5xx where <see cref="Failed"/> is set, too.</summary>
    public RawPage? Page { get; init; }

    /// <summary>The other pages that the article stands on, in order.</summary>
    public IReadOnlyList<RawPage> Parts { get; init; } = [];

    /// <summary>A page of the article that could not be had.</summary>
    public Uri? Missing { get; init; }

    public FetchResult.Blocked? Blocked { get; init; }

    public FetchResult.Failed? Failed { get; init; }

    /// <summary>All that was read, whether or not it is an article.</summary>
    public Extraction? Extraction { get; init; }

    public Article? Article { get; init; }

    /// <summary>Validators of the body that the whole article was read from; none where it was read from several.</summary>
    public Validators Validators { get; init; } = Validators.None;

    /// <summary>What the page is, where it was read and is no article.</summary>
    public PageVerdictKind? Refusal { get; init; }

    /// <summary>Version of the rules and the model that read it.</summary>
    public string Extractor { get; init; } = string.Empty;

    /// <summary>How the journey ended ahead of the store; <see langword="null"/> while it goes on.</summary>
    public PageOutcome? Outcome { get; init; }

    public ExtractedPage ToExtractedPage(DateTimeOffset now) => new()
    {
        Page = ToFetchedPage(Page!),
        Article = Article!,
        Extractor = Extractor,
        Validators = Validators,
        Signals = Page!.Signals,
        RefetchAt = RevisitPolicy.NextLook(this, now),
        DuplicateRefetchAt = RevisitPolicy.NextLookAtDuplicate(this, now),
    };

    public FetchedPage ToFetchedPage(RawPage page) => Fetched(page, Url.AbsoluteUri) with { Parts = [.. Parts.Select(p => Fetched(p, p.RequestedUrl.AbsoluteUri))] };

    private static FetchedPage Fetched(RawPage page, string url) => new()
    {
        Url = url,
        FinalUrl = page.FinalUrl.AbsoluteUri,
        Status = page.Status,
        Headers = page.Headers,
        Body = page.Body,
        FetchedAt = page.FetchedAt,
    };
}
