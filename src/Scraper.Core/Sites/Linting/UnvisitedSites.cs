namespace Scraper.Core.Sites;

/// <summary>Finds rules of sites that no daemon ever visits.</summary>
internal static class UnvisitedSites
{
    /// <summary>A warning at every rule for hosts that has no schedule; files of ftr-site-config have no way to say one.</summary>
    public static IEnumerable<SiteProblem> Find(IEnumerable<SiteRule> rules) => rules
        .Where(r => r is { IsFamily: false, FallsThrough: false, Schedule: null } && !r.Source.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
        .Select(r => new SiteProblem(
            SiteProblemSeverity.Warning,
            r.Source,
            0,
            0,
            "schedule",
            "not given: pages of the site are cleaned by this rule, and the daemon never visits it; \"schedule: { every: adaptive }\" has it visited"));
}
