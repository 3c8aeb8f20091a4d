namespace Scraper.Storage;

/// <summary>Pages as they were fetched: bytes, headers, time. Equal bytes are kept once.</summary>
public interface IPageArchive
{
    /// <summary>Archived pages whose bytes are still kept, oldest first. Memory does not grow with their number.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    IAsyncEnumerable<StoredPage> ReadAsync(PageFilter filter, CancellationToken cancellationToken);

    /// <summary>How many pages <see cref="ReadAsync"/> would give.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<long> CountAsync(PageFilter filter, CancellationToken cancellationToken);

    /// <summary>The newest archived page of a URL, or <see langword="null"/>.</summary>
    /// <param name="url">The URL as it was asked for, or the one that answered.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<StoredPage?> FindAsync(string url, CancellationToken cancellationToken);

    /// <summary>Forgets the bytes of old pages; articles stay, and the last page of each article goes last.</summary>
    /// <param name="retention">What to keep.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Stops between two pages.</param>
    Task<PruneResult> PruneAsync(ArchiveRetention retention, DateTimeOffset now, CancellationToken cancellationToken);
}
