using Scraper.Core.Articles;
using Scraper.Core.Sites;
using Scraper.Discovery;
using Scraper.Fetching;

namespace Scraper.Route;

/// <summary>
/// Reads the other pages of an article by its rule's <c>single_page</c> and <c>next_page</c>: on the same host only, each
/// page once, and no more than the rule's <c>max_pages</c>. A page that cannot be had ends it; what was read so far stands.
/// </summary>
/// <param name="fetcher">Fetches pages, with the politeness of any other fetch.</param>
/// <param name="read">Reads a page that was fetched.</param>
/// <param name="logger">Told of pages that could not be had.</param>
internal sealed class PageFollower(IPageFetcher fetcher, Func<RawPage, SiteRule?, CancellationToken, Task<PageReading>> read, ILogger logger)
{
    /// <summary>The whole article.</summary>
    /// <param name="first">What was read from its first page.</param>
    /// <param name="url">The address that the first page came from.</param>
    /// <param name="rule">The rule for its site, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<WholeReading> WholeAsync(PageReading first, Uri url, SiteRule? rule, CancellationToken cancellationToken)
    {
        var seen = new HashSet<Uri> { CanonicalUrl.Of(url) };
        Uri? missing = null;
        if (await FollowAsync(first.SinglePage) is { } single && single.Extraction.Article.Text.Length >= first.Extraction.Article.Text.Length)
        {
            return new WholeReading(single.Extraction with { Article = single.Extraction.Article with { Url = first.Extraction.Article.Url } }, [single.Page], null);
        }

        var pages = new List<PageReading> { first };
        var most = Math.Min(first.Extraction.Rule?.Layout?.MaxPages ?? 1, SiteLayout.MostPages);
        for (var next = first.NextPage; pages.Count < most && await FollowAsync(next) is { } page; next = page.NextPage)
        {
            pages.Add(page);
        }

        var whole = pages.Count == 1 ? first.Extraction : first.Extraction with { Article = ArticlePages.Join([.. pages.Select(p => p.Extraction.Article)]) };
        return new WholeReading(whole, [.. pages.Skip(1).Select(p => p.Page)], missing);

        bool IsSameHost(Uri other) => UrlHost.Of(other) == UrlHost.Of(url);

        async Task<PageReading?> FollowAsync(Uri? link)
        {
            if (link is null || !IsSameHost(link) || !seen.Add(CanonicalUrl.Of(link)))
            {
                return null;
            }

            var fetched = await fetcher.FetchAsync(new FetchRequest(link, FetchPurpose.Article, rule?.FetchingOf(link) ?? new SiteFetching(), null), cancellationToken);
            if (fetched is FetchResult.Fetched(var page) && IsSameHost(page.FinalUrl) && PageContent.WhyUnreadable(page) is null)
            {
                return await read(page, rule, cancellationToken);
            }

            missing ??= link;
            logger.LogWarning("{Url}: its page {Link} could not be had, the article ends ahead of it: {Result}", url, link, Reason(fetched));
            return null;
        }
    }

    private static string Reason(FetchResult result) => result switch
    {
        FetchResult.Blocked blocked => blocked.Message,
        FetchResult.Failed failed => failed.Message,
        FetchResult.Fetched(var page) => $"{page.FinalUrl} gave {page.ContentType}",
        _ => "not modified",
    };
}
