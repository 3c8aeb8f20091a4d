using System.Globalization;
using Scraper.Core.Articles;
using Scraper.Core.Drift;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>Chooses the pages that a repair goes by. While an alarm is open only articles from before it are believed: later ones are what went wrong.</summary>
internal static class RepairPages
{
    private const int MostPages = 8;
    private const int MostArchived = 40;

    /// <summary>Pages newer than their articles' texts, with the articles; and pages that the present texts come from. Both oldest first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="site">The site's name.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static async Task<(List<(SitePage Page, Article Old)> New, List<(SitePage Page, Article Old)> Archive)> ReadAsync(IStore store, string site, CancellationToken cancellationToken)
    {
        var alarm = (await store.Memory.AlarmsAsync(openOnly: true, int.MaxValue, cancellationToken)).FirstOrDefault(a => a.Site == site);
        var suspects = alarm is null ? [] : await SuspectsAsync(store, site, cancellationToken);
        var (newer, archive) = (new Queue<(SitePage, Article)>(), new Queue<(SitePage, Article)>());
        await foreach (var archived in store.Archive.ReadAsync(new PageFilter { Site = site, ByTime = true }, cancellationToken))
        {
            if (archived.ArticleId is { } id && await store.Articles.FindAsync(id.ToString(CultureInfo.InvariantCulture), cancellationToken) is { } stored
                && !(stored.FetchedAt >= alarm?.OpenedAt) && !suspects.Contains(archived.Page.Url))
            {
                var queue = archived.IsCurrent ? archive : archived.Page.FetchedAt > stored.FetchedAt ? newer : null;
                if (queue is null || SitePage.Of(archived.Page) is not { } page)
                {
                    continue;
                }

                queue.Enqueue((page, stored.Article));
                if (queue.Count > (archived.IsCurrent ? MostArchived : MostPages))
                {
                    queue.Dequeue();
                }
            }
        }

        return ([.. newer], [.. archive]);
    }

    /// <summary>Addresses of the pages by which the alarm became certain: they came before it.</summary>
    private static async Task<HashSet<string>> SuspectsAsync(IStore store, string site, CancellationToken cancellationToken)
    {
        try
        {
            return (await store.Memory.FindAsync(site, cancellationToken))?.Drift is { } drift ? [.. DriftBlob.Read(drift).Suspects] : [];
        }
        catch (InvalidDataException)
        {
            // The daemon says that it is damaged, and learns it anew; the alarm's moment is known all the same.
            return [];
        }
    }
}
