using Scraper.Core.Drift;

namespace Scraper.Storage;

/// <summary>What is known of each site beyond its articles, and the alarms.</summary>
public interface ISiteMemoryStore
{
    /// <summary>What was kept of a site, or <see langword="null"/>.</summary>
    /// <param name="site">Its name.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<SiteMemory?> FindAsync(string site, CancellationToken cancellationToken);

    /// <summary>Keeps what is known of a site, with an alarm that was opened, has grown or was closed, in one transaction.</summary>
    /// <param name="site">Its name.</param>
    /// <param name="memory">What is known.</param>
    /// <param name="alarm">The alarm, or <see langword="null"/> where none changed.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    Task SaveAsync(string site, SiteMemory memory, SiteAlarm? alarm, CancellationToken cancellationToken);

    /// <summary>Alarms, newest first.</summary>
    /// <param name="openOnly">Only those that are still open.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<SiteAlarm>> AlarmsAsync(bool openOnly, int limit, CancellationToken cancellationToken);

    /// <summary>Notes that somebody has seen an alarm. It stays open until it is over; when it grows it is to be seen anew.</summary>
    /// <param name="site">The site's name.</param>
    /// <param name="number">The alarm's number among the site's.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    /// <returns>Whether there is such an alarm.</returns>
    Task<bool> AcknowledgeAsync(string site, int number, DateTimeOffset at, CancellationToken cancellationToken);
}
