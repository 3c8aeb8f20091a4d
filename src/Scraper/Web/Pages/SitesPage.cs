using System.Globalization;
using Scraper.Core.Drift;
using Scraper.Storage;
using Scraper.Web.Markup;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary><c>/</c>: every site at a glance, and what is wrong with rules.</summary>
internal static class SitesPage
{
    private const int MostAlarms = 100;

    public static async Task<IResult> GetAsync(HttpContext context, IStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var counts = (await store.Articles.CountByDayAsync(new DateTimeOffset(today.AddDays(1 - Sparkline.Days), default, default), cancellationToken)).ToLookup(c => c.Site);
        var rules = (await store.Rules.ListUseAsync(cancellationToken)).ToDictionary(r => r.Site, StringComparer.Ordinal);
        var sites = await store.Crawl.ListSitesAsync(cancellationToken);
        var alarms = await store.Memory.AlarmsAsync(openOnly: true, MostAlarms, cancellationToken);
        var bySite = alarms.ToLookup(a => a.Site, StringComparer.Ordinal);
        var csrf = CsrfField.Of(context);
        var rows = sites.Select(s => Row(s, rules.GetValueOrDefault(s.Site), bySite[s.Site].Any(), Sparkline.Of(s.Site, counts[s.Site], today), csrf));
        return new HtmlPage(
            "Sites",
            "/",
            Group(
                sites.Count == 0 ? P("No site has been visited yet.") : Table("Sites and their last visits; times are UTC", ["Site", "Last visit", "Outcome", "Next due", "Articles", "Last 14 days", "Rule misfits", "Alarms", "Visit"], rows),
                Alarms(alarms),
                Problems(await store.Rules.ListProblemsAsync(cancellationToken)),
                Silent(rules.Values)),
            feed: "/feeds/articles.atom");
    }

    private static Node[] Row(SiteState site, SiteRuleUse? rule, bool isAlarmed, Node days, Node csrf)
    {
        var isUnderWay = site.StartedAt is not null && !(site.FinishedAt >= site.StartedAt);
        return
        [
            Link(LocalPath.To("/articles", ("site", site.Site)), site.Site),
            Time(site.StartedAt),
            isUnderWay ? "under way or cut off" : Outcome(site),
            Time(site.NextDueAt),
            site.Articles,
            days,
            rule is null ? "–" : rule.RecentShare.ToString("P0", CultureInfo.InvariantCulture),
            isAlarmed ? Span("bad", "changed") : rule is { Silent.Count: > 0 } ? Span("bad", $"{rule.Silent.Count} silent selectors") : "–",
            E("form", csrf, E("input").With("type", "hidden").With("name", "site").With("value", site.Site), E("button", "Run now").With("aria-label", $"Visit {site.Site} now"))
                .With("method", "post").With("action", "/sites/run"),
        ];
    }

    private static Node Outcome(SiteState site) => site.Outcome is not { } outcome ? "–"
        : Span(outcome == SiteRunOutcome.Failed ? "bad" : null, outcome.ToString()).With("title", site.Detail);

    private static Node Alarms(IReadOnlyList<SiteAlarm> alarms) => alarms.Count == 0 ? Node.None : Group(
        H2("Alarms"),
        Table("Open alarms, newest first", ["Site", "Since", "What changed", "Page"], alarms.Select(a => (Node[])[a.Site, Time(a.OpenedAt), a.Detail, Link(a.Url, a.Url)])));

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
