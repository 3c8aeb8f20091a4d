using Scraper.Fetching;

namespace Scraper.Scheduling;

/// <summary>Fetches, and notes that the visit got on: at each turn that a host gives it, and at the end.</summary>
internal sealed class ProgressFetcher : IPageFetcher
{
    private readonly PageFetcher _fetcher;
    private readonly VisitProgress _progress;

    public ProgressFetcher(PageFetcher fetcher, VisitProgress progress)
    {
        (_fetcher, _progress) = (fetcher, progress);
        fetcher.TurnCame += (_, _) => progress.Note();
    }

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var result = await _fetcher.FetchAsync(request, cancellationToken);
        _progress.Note();
        return result;
    }
}
