using System.Globalization;
using Scraper.Core.Drift;
using Scraper.Scheduling;
using Scraper.Storage;
using Scraper.Web.Markup;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary><c>/</c>: every site at a glance, and what is wrong with rules.</summary>
internal static class SitesPage
{
    private const int MostAlarms = 100;

    public static async Task<IResult> GetAsync(HttpContext context, IStore store, ISchedule schedule, TimeProvider time, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var counts = (await store.Articles.CountByDayAsync(new DateTimeOffset(today.AddDays(1 - Sparkline.Days), default, default), cancellationToken)).ToLookup(c => c.Site);
        var rules = (await store.Rules.ListUseAsync(cancellationToken)).ToDictionary(r => r.Site, StringComparer.Ordinal);
        var visited = schedule.Sites.ToHashSet(StringComparer.Ordinal);
        var met = await store.Crawl.ListSitesAsync(cancellationToken);
        var sites = met.Concat(visited.Except(met.Select(s => s.Site)).Select(s => new SiteState { Site = s })).OrderBy(s => s.Site, StringComparer.Ordinal).ToList();
        var alarms = await store.Memory.AlarmsAsync(openOnly: true, MostAlarms, cancellationToken);
        var bySite = alarms.ToLookup(a => a.Site, StringComparer.Ordinal);
        var csrf = CsrfField.Of(context);
        var rows = sites.Select(s => Row(s, rules.GetValueOrDefault(s.Site), [.. bySite[s.Site]], Sparkline.Of(s.Site, counts[s.Site], today), visited.Contains(s.Site), csrf));
        return new HtmlPage(
            "Sites",
            "/",
            Group(
                Alarms(alarms, csrf),
                sites.Count == 0 ? P("No site has been visited yet.") : Group(alarms.Count > 0 ? H2("All sites") : Node.None, Table("Sites and their last visits; times are UTC", ["Site", "Last visit", "Outcome", "Next due", "Articles", "Last 14 days", "Rule misfits", "Alarms", "Do"], rows)),
                Problems(await store.Rules.ListProblemsAsync(cancellationToken)),
                Silent(rules.Values)),
            feed: "/feeds/articles.atom");
    }

    private static Node[] Row(SiteState site, SiteRuleUse? rule, IReadOnlyList<SiteAlarm> alarms, Node days, bool isVisited, Node csrf)
    {
        var isUnderWay = site.StartedAt is not null && !(site.FinishedAt >= site.StartedAt);
        var isNew = alarms.Any(a => a.AcknowledgedAt is null);
        return
        [
            Link(LocalPath.To("/articles", ("site", site.Site)), site.Site),
            Time(site.StartedAt),
            isUnderWay ? "under way or cut off" : Outcome(site),
            site.PausedAt is null ? isVisited ? Time(site.NextDueAt) : "–" : Group(E("strong", "paused"), " since ", Time(site.PausedAt)),
            site.Articles,
            days,
            rule is null ? "–" : rule.RecentShare.ToString("P0", CultureInfo.InvariantCulture),
            alarms.Count > 0 ? Span(isNew ? "bad" : null, isNew ? "changed" : "changed, seen") : rule is { Silent.Count: > 0 } ? Span("bad", $"{rule.Silent.Count} silent selectors") : "–",
            Div(
                "actions",
                isVisited && site.PausedAt is null ? Button("/sites/run", site.Site, csrf, "Run now", $"Run now: visit {site.Site}") : Node.None,
                !isVisited ? Node.None : site.PausedAt is null ? Button("/sites/pause", site.Site, csrf, "Pause", $"Pause {site.Site}") : Button("/sites/resume", site.Site, csrf, "Resume", $"Resume {site.Site}"),
                site.Articles > 0 ? Button("/sites/reextract", site.Site, csrf, "Re-extract", $"Re-extract the archive of {site.Site} by today’s rule") : Node.None,
                E("a", "Rule").With("href", LocalPath.To("/sites/bench", ("site", site.Site))).With("aria-label", $"Rule bench of {site.Site}")),
        ];
    }

    private static Element Button(string action, string site, Node csrf, string text, string name, params Node[] more) => E(
        "form", [csrf, E("input").With("type", "hidden").With("name", "site").With("value", site), .. more, E("button", text).With("aria-label", name)]).With("method", "post").With("action", action);

    private static Node Outcome(SiteState site) => site.Outcome is not { } outcome ? "–"
        : Span(outcome == SiteRunOutcome.Failed ? "bad" : null, outcome.ToString()).With("title", site.Detail);

    private static Node Alarms(IReadOnlyList<SiteAlarm> alarms, Node csrf) => alarms.Count == 0 ? Node.None : Group(
        H2("Alarms"),
        Table("Open alarms, newest first", ["Site", "Since", "What changed", "Page", "Seen"], alarms.Select(a => (Node[])
        [
            a.Site, Time(a.OpenedAt), a.Detail, E("a", a.Url).With("href", LocalPath.To("/pages", ("url", a.Url))), Seen(a, csrf),
        ])));

    private static Node Seen(SiteAlarm alarm, Node csrf) => alarm.AcknowledgedAt is { } at ? Time(at) : Button(
        "/sites/acknowledge", alarm.Site, csrf, "Acknowledge", $"Acknowledge the alarm of {alarm.Site}",
        E("input").With("type", "hidden").With("name", "number").With("value", alarm.Number.ToString(CultureInfo.InvariantCulture)));

    private static Node Problems(IReadOnlyList<RuleFileProblem> problems) => problems.Count == 0 ? Node.None : Group(
        H2("Rule files that are refused"),
        Table("Rule files that are refused", ["File", "Line", "Key", "What is wrong", "Since", "In force"], problems.Select(p => (Node[])
        [
            Path.GetFileName(p.File), p.Line, p.Key, p.Message, Time(p.Since), p.HasLastGood ? "the last good rule" : "no rule",
        ])));

    private static Node Silent(IEnumerable<SiteRuleUse> rules)
    {
        var rows = rules.SelectMany(r => r.Silent.Select(s => (Node[])[r.Site, s.Place, s.Key, E("code", s.Expression), s.Misses, Time(s.LastHitAt)])).ToList();
        return rows.Count == 0 ? Node.None : Group(
            H2("Selectors that find nothing any more"), Table("Selectors that find nothing any more", ["Site", "Place", "Key", "Selector", "Pages in a row", "Last found"], rows));
    }
}
