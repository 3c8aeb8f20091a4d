using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.Discovery;
using Scraper.Fetching;
using Scraper.Fetching.Http;
using Scraper.Storage;

namespace Scraper.Route;

/// <summary>Answers for the network with the pages that an article stood on when it was fetched. Nothing else is to be had.</summary>
/// <param name="parts">The pages after the first.</param>
internal sealed class ArchivedPages(IReadOnlyList<FetchedPage> parts) : IPageFetcher
{
    /// <inheritdoc/>
    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var asked = CanonicalUrl.Of(request.Url).AbsoluteUri;
        var page = parts.FirstOrDefault(p => Canonical(p.Url) == asked) ?? parts.FirstOrDefault(p => Canonical(p.FinalUrl) == asked);
        return Task.FromResult<FetchResult>(page is null
            ? new FetchResult.Failed(FailureKind.NotFound, "it is not in the archive")
            : new FetchResult.Fetched(Raw(page)));
    }

    /// <summary>An archived page as the fetcher gave it.</summary>
    /// <param name="page">The page.</param>
    public static RawPage Raw(FetchedPage page)
    {
        var (type, charset) = MediaType.Read(page.Headers.FirstOrDefault(h => h.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value);
        return new RawPage
        {
            RequestedUrl = new Uri(page.Url),
            FinalUrl = new Uri(page.FinalUrl),
            Status = page.Status == 0 ? 200 : page.Status,
            Headers = page.Headers,
            Body = page.Body,
            ContentType = type,
            Charset = charset,
            FetchedAt = page.FetchedAt,
        };
    }

    /// <summary>The rule by which an archived page is read: as it was when it was fetched, the one that claims its address before that of the site that found it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rules">The rules to choose from.</param>
    public static SiteRule? RuleOf(StoredPage page, SiteRuleSet rules) =>
        rules.ForUrl(new Uri(page.Page.FinalUrl), rules.ByName(page.Site) is { IsFamily: false } own ? own : rules.ForHost(UrlHost.Of(new Uri(page.Page.Url))));

    private static string? Canonical(string url) => UrlText.TryRead(url, out var known) ? CanonicalUrl.Of(known).AbsoluteUri : null;
}
