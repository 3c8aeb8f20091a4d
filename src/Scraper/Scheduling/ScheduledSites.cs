using System.Security.Cryptography;
using System.Text;
using Scraper.Core.Sites;
using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>The sites that the daemon visits: those whose rule has a schedule, as the rules are now.</summary>
/// <param name="sites">Gives the rules in force; those without a schedule are left out.</param>
/// <param name="allAtStart">Whether every site is due at start, whenever it was visited last.</param>
internal sealed class ScheduledSites(Func<IEnumerable<SiteRule>> sites, bool allAtStart)
{
    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<SiteRule> All => [.. sites().Where(s => s.Schedule is not null).OrderBy(s => s.Name, StringComparer.Ordinal)];

    /// <summary>Whether every site is due at start, whenever it was visited last.</summary>
    public bool AllAtStart => allAtStart;

    /// <summary>Digest of the sites with their schedules: nodes with equal ones would make the same visits.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', All.Select(s => $"{s.Name}\t{SiteTriggers.Describe(s.Schedule!)}")))))[..12];

    /// <summary>The site of a name, or <see langword="null"/> where it is no longer visited.</summary>
    public SiteRule? Find(string name) => sites().FirstOrDefault(s => s.Schedule is not null && s.Name == name);

    /// <summary>Each site that is not paused, by name, with when it is due; <see langword="null"/> for never.</summary>
    /// <param name="store">Where last visits are remembered, and which are under way.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<IReadOnlyList<(SiteRule Site, DateTimeOffset? Due)>> DueAsync(IStore store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var states = (await store.Crawl.ListSitesAsync(cancellationToken)).ToDictionary(s => s.Site, StringComparer.Ordinal);
        var underWay = (await store.Nodes.ListAsync(cancellationToken)).Where(n => n.IsAlive).SelectMany(n => n.Visiting).ToHashSet(StringComparer.Ordinal);
        return [.. All.Where(s => states.GetValueOrDefault(s.Name)?.PausedAt is null).Select(s => (s, DueOf(s)))];

        DateTimeOffset? DueOf(SiteRule site) => allAtStart ? now : DueTime.Next(site.Schedule!, states.GetValueOrDefault(site.Name), now, underWay.Contains(site.Name));
    }
}
