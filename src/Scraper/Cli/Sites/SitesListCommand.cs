using System.CommandLine;
using System.Text.Json;
using Scraper.Core.Sites;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper sites list</c>: the rules in force.</summary>
internal static class SitesListCommand
{
    public static Command Create()
    {
        var families = new Option<bool>("--families") { Description = "List the families instead of the sites." };
        var json = new Option<bool>("--json") { Description = "A line of JSON a rule." };
        var command = new Command(
            "list",
            """
            List the rules in force: name, hosts, schedule, share of pages lately that the rule did not fit, file. The
            daemon visits the sites of --sites or Sites that have a schedule; those that come with the program it never
            visits by itself, and they are "on demand". With --json also the selectors that find nothing any more.

            Examples:
              scraper sites list
              scraper sites list --sites my-sites/ --json
            """)
        {
            families, json, SettingsOptions.Sites(), SettingsOptions.Store(), SettingsOptions.Config(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = SettingsOptions.ReadAll(parsed).Options!;
            var rules = SettingsOptions.Rules(options);
            var uses = await UsesAsync(options.Address, cancellationToken);
            foreach (var rule in parsed.GetValue(families) ? rules.Families : rules.Sites)
            {
                var isVisited = IsVisited(rule, options.Sites);
                var use = uses.GetValueOrDefault(rule.Name);
                Console.Out.WriteLine(parsed.GetValue(json) ? Json(rule, use, isVisited) : Line(rule, use, isVisited));
            }

            foreach (var problem in rules.Problems.Where(p => p.Severity == SiteProblemSeverity.Error))
            {
                Console.Error.WriteLine($"scraper: {problem}");
            }

            return rules.Problems.Any(p => p.Severity == SiteProblemSeverity.Error) ? ExitCode.SomeFailed : ExitCode.Ok;
        });
        return command;
    }

    private static async Task<IReadOnlyDictionary<string, SiteRuleUse>> UsesAsync(StoreAddress address, CancellationToken cancellationToken)
    {
        if (!address.MayExist)
        {
            return new Dictionary<string, SiteRuleUse>();
        }

        try
        {
            await using var store = await address.OpenAsync(StoreAccess.Read, cancellationToken);
            return (await store.Rules.ListUseAsync(cancellationToken)).ToDictionary(u => u.Site, StringComparer.Ordinal);
        }
        catch (StoreException trouble)
        {
            // The rules are what was asked for; how they fit is beside them.
            await Console.Error.WriteLineAsync($"scraper: {trouble.Message}");
            return new Dictionary<string, SiteRuleUse>();
        }
    }

    private static string Line(SiteRule rule, SiteRuleUse? use, bool isVisited) =>
        $"{rule.Name,-28} {string.Join(' ', rule.Hosts),-36} {(isVisited ? Schedule(rule) : "on demand"),-16} {(use is null ? "-" : RuleHealthPrinter.Share(use)),-6} {rule.Source}";

    private static string Json(SiteRule rule, SiteRuleUse? use, bool isVisited) => JsonSerializer.Serialize(
        new { rule.Name, rule.Title, rule.Hosts, rule.Language, rule.Extends, Schedule = Schedule(rule), Visited = isVisited, rule.Source, Use = use }, SitesJson.Options);

    /// <summary>Whether a daemon with these settings visits a site: its rule has a schedule and is one of the user's own.</summary>
    private static bool IsVisited(SiteRule rule, IReadOnlyList<string> own) => rule.Schedule is not null && own.Select(Path.GetFullPath).Any(
        path => Path.GetFullPath(rule.Source) is var source && (source == path || source.StartsWith(Path.TrimEndingDirectorySeparator(path) + Path.DirectorySeparatorChar, StringComparison.Ordinal)));

    private static string? Schedule(SiteRule rule) => rule.Schedule switch
    {
        null => null,
        { Every: { } every } => $"every {DurationText.Format(every)}",
        { Adaptive: { } adaptive } => $"every {DurationText.Format(adaptive.AtLeast)} to {DurationText.Format(adaptive.AtMost)}",
        var cron => $"{cron.Cron} {cron.TimeZone}".TrimEnd(),
    };
}
