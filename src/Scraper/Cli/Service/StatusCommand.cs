using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper status</c>: how the sites are doing, from the store alone.</summary>
internal static class StatusCommand
{
    private const int MostAlarms = 100;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "One JSON object, for machines." };
        var command = new Command(
            "status",
            """
            Show each site's last visit, when the next is due (-: never, no rule with a schedule has its name), what is stored, and how well its rule fits: the share of
            pages lately that were left to the generic labeller, selectors that find nothing any more, and rule files
            that are refused; open alarms. Works while daemons run: it shows these nodes, the sites that each is visiting, how
            far its clock is off, and writes that were refused because another node had taken a site over; for each site
            how late its visit began. "Refused" are
            pages that gave a wall, a bot challenge, a shell of scripts or nothing in the place of an article.

            Examples:
              scraper status
              scraper status --store /var/lib/scraper/scraper.db --json
            """)
        {
            json, SettingsOptions.Store(), SettingsOptions.Config(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = await StoreOpening.OpenAsync(parsed, StoreAccess.Read, cancellationToken);
            var alarms = await store.Memory.AlarmsAsync(openOnly: true, MostAlarms, cancellationToken);
            var sites = await store.Crawl.ListSitesAsync(cancellationToken);
            var nodes = await store.Nodes.ListAsync(cancellationToken);
            var rules = await store.Rules.ListUseAsync(cancellationToken);
            var ruleProblems = await store.Rules.ListProblemsAsync(cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(new { store = store.Location, nodes, sites, rules, ruleProblems, alarms }, Json));
            }
            else
            {
                NodePrinter.Print(nodes, Console.Out);
                Print(sites, rules, store.Clock.GetUtcNow());
                RuleHealthPrinter.Print(rules, ruleProblems, Console.Out);
                foreach (var alarm in alarms)
                {
                    Console.Out.WriteLine(TerminalText.OneLine($"ALARM {alarm.Site} since {Moment(alarm.OpenedAt)}: {alarm.Detail}; see {alarm.Url} and 'scraper sites repair {alarm.Site}'"));
                }
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static void Print(IReadOnlyList<SiteState> sites, IReadOnlyList<SiteRuleUse> rules, DateTimeOffset now)
    {
        var shares = rules.ToDictionary(r => r.Site, RuleHealthPrinter.Share, StringComparer.Ordinal);
        var table = new TextTable("site", "last visit", "outcome", "next due", "lag", "articles", "refused", "rule misfits", "detail");
        foreach (var site in sites)
        {
            var isUnfinished = site.StartedAt is not null && !(site.FinishedAt >= site.StartedAt);
            table.Add(
                site.Site,
                Moment(site.StartedAt),
                site.Holder is { } holder ? $"under way on {holder}" : isUnfinished ? "cut off" : site.Outcome?.ToString() ?? "-",
                site.PausedAt is not null ? "paused" : isUnfinished ? "now" : Moment(site.NextDueAt),
                Lag(site, now),
                site.Articles.ToString(CultureInfo.InvariantCulture),
                site.Refused == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{site.Refused} ({site.RefusedForGood} given up)"),
                shares.GetValueOrDefault(site.Site, "-"),
                site.Detail ?? string.Empty);
        }

        table.Write(Console.Out);
    }

    /// <summary>How late the visit began that is under way or was the last; for a site that is overdue, how late it is by now.</summary>
    private static string Lag(SiteState site, DateTimeOffset now)
    {
        var lag = site.PausedAt is null && site.Holder is null && site.NextDueAt < now && now - site.NextDueAt > site.Lag.GetValueOrDefault() ? now - site.NextDueAt : site.Lag;
        return lag is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.TotalSeconds:0} s") : "-";
    }

    private static string Moment(DateTimeOffset? moment) => moment?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "-";
}
