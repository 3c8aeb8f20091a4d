namespace Scraper.Storage;

/// <summary>What crawling remembers, so that after a restart nothing is fetched twice and nothing due is forgotten.</summary>
public interface ICrawlStore
{
    /// <summary>A site's last run, or <see langword="null"/> for a site never run.</summary>
    /// <param name="site">Its name.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<SiteState?> FindSiteAsync(string site, CancellationToken cancellationToken);

    /// <summary>All sites met, by name, with what is stored of each.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<SiteState>> ListSitesAsync(CancellationToken cancellationToken);

    /// <summary>Notes that a run of a site has begun, in a new turn, which ends that of any run before it.</summary>
    /// <param name="site">Its name.</param>
    /// <param name="node">Number of the node that visits.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    /// <returns>The turn; <see langword="null"/>, with nothing noted, while another node visits the site and was heard of within <see cref="SiteTurn.Lease"/>.</returns>
    Task<SiteTurn?> StartRunAsync(string site, string node, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Notes that a run was broken off: its site is due, for whoever comes first. Does nothing where its turn is over.</summary>
    /// <param name="turn">The run's turn.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    Task AbandonRunAsync(SiteTurn turn, CancellationToken cancellationToken);

    /// <summary>Notes how a run of a site ended and when the next is due; its turn is over then.</summary>
    /// <param name="site">Its name.</param>
    /// <param name="run">How it went.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    Task FinishRunAsync(string site, SiteRun run, CancellationToken cancellationToken);

    /// <summary>Notes that no site but these is visited any more: none of the others is due.</summary>
    /// <param name="visited">Names of the sites that are.</param>
    /// <param name="dueBefore">Only others that were due before this moment.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    Task ForgetDueAsync(IReadOnlyCollection<string> visited, DateTimeOffset dueBefore, CancellationToken cancellationToken);

    /// <summary>Names of the sites that are paused. Quick, where <see cref="ListSitesAsync"/> counts what each site has stored.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlySet<string>> PausedAsync(CancellationToken cancellationToken);

    /// <summary>Notes that a site is paused, or that it is not any more.</summary>
    /// <param name="site">Its name.</param>
    /// <param name="at">Since when; <see langword="null"/> to visit it again.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    Task PauseAsync(string site, DateTimeOffset? at, CancellationToken cancellationToken);

    /// <summary>
    /// Remembers candidate URLs and tells which of them are to be fetched now: those never fetched, then those whose next
    /// fetch is due. Within both, order is kept; a URL given twice is returned once.
    /// </summary>
    /// <param name="site">Name of the site that they were found for.</param>
    /// <param name="urls">Canonical absolute URLs.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    Task<IReadOnlyList<string>> SelectDueAsync(string site, IReadOnlyList<string> urls, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Known URLs of a site that are due though no source names them any more: cut off by a restart, to be retried, or to be looked at again. Those never fetched come first.</summary>
    /// <param name="site">Its name.</param>
    /// <param name="now">Now.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<UrlState>> ListDueAsync(string site, DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>The page of a site that has been left over the longest: met, or put off by its host's delay, since any page of the site was last asked for.</summary>
    /// <param name="site">Its name.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>Its URL; <see langword="null"/> where none is left over, or a page was asked for since.</returns>
    Task<string?> FindLeftOverAsync(string site, CancellationToken cancellationToken);

    /// <summary>What is known of a URL, or <see langword="null"/>.</summary>
    /// <param name="url">Absolute URL.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<UrlState?> FindUrlAsync(string url, CancellationToken cancellationToken);

    /// <summary>Notes a fetch that stored no article. (<see cref="IArticleStore.SaveAsync"/> notes those that did.)</summary>
    /// <param name="visit">How it ended.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    Task RecordAsync(UrlVisit visit, CancellationToken cancellationToken);
}
