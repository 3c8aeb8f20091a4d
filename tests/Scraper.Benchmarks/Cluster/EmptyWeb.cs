using Scraper.Fetching;

namespace Scraper.Benchmarks.Cluster;

/// <summary>A web on which nothing is new; each answer takes a while.</summary>
/// <param name="time">How long.</param>
internal sealed class EmptyWeb(TimeSpan time) : IPageFetcher
{
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        await Task.Delay(time, cancellationToken);
        return new FetchResult.NotModified(request.Url);
    }
}
