using Scraper.Core.Sites;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>The site that <c>--site</c> names to commands that read the store.</summary>
internal static class StoredSite
{
    /// <summary>Refuses a name that the store has never met: it is mistyped, and "0 articles" would look like an answer.</summary>
    /// <param name="store">The store.</param>
    /// <param name="name">What was written; <see langword="null"/> for all sites.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="CliException">There is no such site in the store.</exception>
    public static async Task RequireAsync(IStore store, string? name, CancellationToken cancellationToken)
    {
        if (name is null)
        {
            return;
        }

        string[] known = [.. (await store.Crawl.ListSitesAsync(cancellationToken)).Select(s => s.Site)];
        if (!known.Contains(name, StringComparer.Ordinal))
        {
            throw new CliException($"--site {name}: no page and no article of such a site is in {store.Location}; {(known.Length == 0 ? "there is none of any site" : NearName.Hint(name, known))}");
        }
    }
}
