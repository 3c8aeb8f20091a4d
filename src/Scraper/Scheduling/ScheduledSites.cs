using Scraper.Core.Sites;

namespace Scraper.Scheduling;

/// <summary>The sites that the daemon visits: those whose rule has a schedule, by name.</summary>
internal sealed class ScheduledSites(IEnumerable<SiteRule> sites)
{
    private readonly Dictionary<string, SiteRule> _sites = sites.Where(s => s.Schedule is not null).ToDictionary(s => s.Name, StringComparer.Ordinal);

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<SiteRule> All => [.. _sites.Values.OrderBy(s => s.Name, StringComparer.Ordinal)];

    public SiteRule this[string name] => _sites[name];
}
