using Scraper.Core.Sites;
using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>The sites that the daemon visits: those whose rule has a schedule.</summary>
/// <param name="sites">The rules; those without a schedule are left out.</param>
/// <param name="allAtStart">Whether every site is due at start, whenever it was visited last.</param>
internal sealed class ScheduledSites(IEnumerable<SiteRule> sites, bool allAtStart)
{
    private readonly SortedDictionary<string, SiteRule> _sites =
        new(sites.Where(s => s.Schedule is not null).ToDictionary(s => s.Name, StringComparer.Ordinal), StringComparer.Ordinal);

    public int Count => _sites.Count;

    public SiteRule this[string name] => _sites[name];

    /// <summary>Each site by name with when it is due; <see langword="null"/> for never.</summary>
    /// <param name="store">Where last visits are remembered.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<IReadOnlyList<(SiteRule Site, DateTimeOffset? Due)>> DueAsync(ICrawlStore store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var states = (await store.ListSitesAsync(cancellationToken)).ToDictionary(s => s.Site, StringComparer.Ordinal);
        return [.. _sites.Values.Select(s => (s, allAtStart ? now : DueTime.Next(s.Schedule!, states.GetValueOrDefault(s.Name), now)))];
    }
}
