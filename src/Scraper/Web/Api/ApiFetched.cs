using Scraper.Route;
using Scraper.Storage;

namespace Scraper.Web.Api;

/// <summary>How a one-off fetch ended.</summary>
/// <param name="Url">The canonical URL.</param>
/// <param name="Site">Name of its site.</param>
/// <param name="Outcome">Where the page's journey ended.</param>
/// <param name="Detail">Why, for people.</param>
/// <param name="Article">The stored article; null where there is none.</param>
internal sealed record ApiFetched(string Url, string Site, PageOutcomeKind Outcome, string? Detail, ApiArticle? Article)
{
    /// <summary>What is said of a page that was fetched, with the article that is stored of it now.</summary>
    public static async Task<ApiFetched> OfAsync(PageResult result, IStore store, CancellationToken cancellationToken)
    {
        var stored = await store.Articles.FindAsync(result.Article?.Url ?? result.Url.AbsoluteUri, cancellationToken);
        return new ApiFetched(result.Url.AbsoluteUri, result.Site, result.Outcome.Kind, result.Outcome.Detail, stored is null ? null : ApiArticle.Of(stored));
    }
}
