using System.Globalization;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Storage;
using Scraper.Storage.Revisions;

namespace Scraper.Route;

/// <summary>Reads the archived page of an article that has been fetched again, where another version had read it: so the publisher's edits are told from our own.</summary>
/// <param name="store">The store.</param>
/// <param name="read">Reads a page that is at hand by a rule, its other pages coming from where it is told.</param>
internal sealed class StoredPageReader(IStore store, Func<RawPage, SiteRule?, IPageFetcher, CancellationToken, Task<PageJourney>> read)
{
    /// <summary>Today's reading of the page that is stored; <see langword="null"/> where there is no need, or it cannot be read.</summary>
    /// <param name="journey">The page that was fetched and read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<EarlierReading?> ReadAsync(PageJourney journey, CancellationToken cancellationToken)
    {
        if (journey is { Known: { ArticleId: null } }
            || await store.Articles.FindAsync(journey.Known?.ArticleId?.ToString(CultureInfo.InvariantCulture) ?? journey.Article!.Url, cancellationToken) is not { } stored
            || stored.Extractor == journey.Extractor || !Clock.HasChanged(stored.Article, journey.Article!)
            || await FindAsync(stored.Id, cancellationToken) is not { } page)
        {
            return null;
        }

        var again = await read(ArchivedPages.Raw(page.Page), journey.Rule, new ArchivedPages(page.Page.Parts), cancellationToken);
        return again is { Outcome: null, Missing: null, Article: { } article } ? new EarlierReading(page.Id, article) : null;
    }

    private async Task<StoredPage?> FindAsync(long articleId, CancellationToken cancellationToken)
    {
        try
        {
            return await store.Archive.FindPresentAsync(articleId, cancellationToken);
        }
        catch (StoreException damaged) when (damaged.Fault == StoreFault.Corrupt)
        {
            // 'db check' tells of it; a page that is damaged is no reason not to store the next.
            return null;
        }
    }
}
