using Scraper.Fetching;

namespace Scraper.Scheduling;

/// <summary>Fetches, and notes that the visit got on.</summary>
internal sealed class ProgressFetcher(IPageFetcher fetcher, VisitProgress progress) : IPageFetcher
{
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var result = await fetcher.FetchAsync(request, cancellationToken);
        progress.Note();
        return result;
    }
}
