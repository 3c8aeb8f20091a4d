namespace Scraper.Fetching;

/// <summary>Fetches one URL politely and safely. Safe for concurrent use.</summary>
public interface IPageFetcher
{
    /// <summary>Waits for the host's turn, asks, follows redirects, and says how it ended.</summary>
    /// <param name="request">What to fetch.</param>
    /// <param name="cancellationToken">Ends waiting and fetching.</param>
    /// <returns>The outcome; bad input and bad servers are outcomes too.</returns>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellationToken"/> was cancelled.</exception>
    Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken);
}
