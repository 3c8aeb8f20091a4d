using System.CommandLine;
using System.Text.Json;
using Scraper.Core.Sites;
using Scraper.SiteFiles;

namespace Scraper.Cli;

/// <summary><c>scraper sites list</c>: the rules in force.</summary>
internal static class SitesListCommand
{
    public static Command Create()
    {
        var folder = SitesCommand.Folder();
        var families = new Option<bool>("--families") { Description = "List the families instead of the sites." };
        var json = new Option<bool>("--json") { Description = "A line of JSON a rule." };
        var command = new Command(
            "list",
            """
            List the rules in force: name, hosts, schedule, file.

            Examples:
              scraper sites list
              scraper sites list --sites my-sites/ --json
            """)
        {
            folder, families, json,
        };
        command.SetAction(parsed =>
        {
            var rules = SiteFolders.Load(parsed.GetValue(folder));
            foreach (var rule in parsed.GetValue(families) ? rules.Families : rules.Sites)
            {
                Console.Out.WriteLine(parsed.GetValue(json) ? Json(rule) : Line(rule));
            }

            foreach (var problem in rules.Problems.Where(p => p.Severity == SiteProblemSeverity.Error))
            {
                Console.Error.WriteLine(problem);
            }

            return rules.Problems.Any(p => p.Severity == SiteProblemSeverity.Error) ? ExitCode.SomeFailed : ExitCode.Ok;
        });
        return command;
    }

    private static string Line(SiteRule rule) =>
        $"{rule.Name,-28} {string.Join(' ', rule.Hosts),-36} {Schedule(rule) ?? "on demand",-16} {rule.Source}";

    private static string Json(SiteRule rule) => JsonSerializer.Serialize(
        new { rule.Name, rule.Title, rule.Hosts, rule.Language, rule.Extends, Schedule = Schedule(rule), rule.Source }, SitesJson.Options);

    private static string? Schedule(SiteRule rule) => rule.Schedule switch
    {
        null => null,
        { Every: { } every } => $"every {every}",
        { Adaptive: { } adaptive } => $"every {adaptive.AtLeast} to {adaptive.AtMost}",
        var cron => $"{cron.Cron} {cron.TimeZone}".TrimEnd(),
    };
}
