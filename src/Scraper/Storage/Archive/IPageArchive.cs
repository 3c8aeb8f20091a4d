namespace Scraper.Storage;

/// <summary>Pages as they were fetched: bytes, headers, time. Equal bytes are kept once.</summary>
public interface IPageArchive
{
    /// <summary>Archived pages whose bytes are still kept, first come first (<see cref="PageFilter.ByTime"/>: oldest first). Memory does not grow with their number, but for 8 bytes a page by time.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    IAsyncEnumerable<StoredPage> ReadAsync(PageFilter filter, CancellationToken cancellationToken);

    /// <summary>How many pages <see cref="ReadAsync"/> would give.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<long> CountAsync(PageFilter filter, CancellationToken cancellationToken);

    /// <summary>An archived page by its number; <see langword="null"/> where there is none, or its bytes are no longer kept.</summary>
    /// <param name="id">The number.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<StoredPage?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>The archived page of a URL that was fetched last, or <see langword="null"/>.</summary>
    /// <param name="url">The URL as it was asked for, or the one that answered.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<StoredPage?> FindAsync(string url, CancellationToken cancellationToken);

    /// <summary>The archived page that an article's present text comes from; <see langword="null"/> where its bytes are no longer kept.</summary>
    /// <param name="articleId">The article.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<StoredPage?> FindPresentAsync(long articleId, CancellationToken cancellationToken);

    /// <summary>Forgets the bytes of old pages, in short transactions; articles stay, and the page that an article's present text comes from goes last.</summary>
    /// <param name="retention">What to keep.</param>
    /// <param name="now">Now.</param>
    /// <param name="isTrial">Only counts what would go; bytes that other pages still need are counted, too.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    Task<PruneResult> PruneAsync(ArchiveRetention retention, DateTimeOffset now, bool isTrial, CancellationToken cancellationToken);
}
