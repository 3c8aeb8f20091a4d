namespace Scraper.Core.Sites;

/// <summary>Makes rules of subscriptions: one a site, with all of its feeds and a schedule.</summary>
internal static class SubscribedSites
{
    /// <summary>When a site is visited of which nobody has said when.</summary>
    public static SiteSchedule Schedule { get; } = new() { Adaptive = AdaptiveInterval.Default };

    /// <summary>The rules, in the order in which their sites are met first.</summary>
    /// <param name="path">The list's path.</param>
    /// <param name="subscriptions">The feeds.</param>
    /// <param name="report">Is told of the schedule.</param>
    public static IReadOnlyList<SiteRule> Of(string path, IEnumerable<FeedSubscription> subscriptions, SiteProblems report)
    {
        List<SiteRule> rules = [.. subscriptions.GroupBy(s => s.Host!, StringComparer.Ordinal).Select(feeds => new SiteRule
        {
            Name = feeds.Key,
            Title = feeds.Select(f => f.Title).Distinct(StringComparer.Ordinal).ToList() is [{ } title] ? title : null,
            Hosts = [feeds.Key],
            Source = path,
            Schedule = Schedule,
            Discovery = new SiteDiscovery { Feeds = [.. feeds.Select(f => f.Feed.AbsoluteUri).Distinct(StringComparer.Ordinal)] },
        })];
        Tell(rules.Count, report);
        return rules;
    }

    /// <summary>Says which schedule the rules got.</summary>
    /// <param name="rules">How many there are.</param>
    /// <param name="report">Is told.</param>
    public static void Tell(int rules, SiteProblems report)
    {
        if (rules > 0)
        {
            report.Add(SiteProblemSeverity.Note, 0, 0, "schedule", "the list names none; each site is visited as often as it publishes (every: adaptive, from 5m to 6h), until its file says otherwise");
        }
    }
}
