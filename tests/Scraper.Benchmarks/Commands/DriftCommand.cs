using System.CommandLine;
using System.Globalization;
using Scraper.Benchmarks.Drift;
using Scraper.Tests.GeneratedSites;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>drift</c>: rules, alarms and repairs on generated sites, by changes that no threshold was chosen by.</summary>
internal static class DriftCommand
{
    private const double Right = 0.98;

    public static Command Create()
    {
        var details = new Option<bool>("--details") { Description = "A line for each site and change." };
        var command = new Command("drift", "Learns a rule from three pages of each generated site, then lets the site change in ten ways.\n\nExample:\n  drift --details") { details };
        command.SetAction(parsed =>
        {
            var trials = GeneratedSite.All.Concat(GeneratedSite.HeldOut).Select(s => (Site: s, Trial: new DriftTrial(s))).ToList();
            Console.WriteLine("site | F1 of a rule learnt from 3 pages | from 10 | from 30 | F1 without a rule | body | false alarms in 125 pages");
            foreach (var (site, trial) in trials)
            {
                var (learnt, alarms) = (new[] { 3, 10, 30 }.Select(trial.Learnt).ToList(), trial.FalseAlarms());
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{site.Host} | {learnt[0].With:0.000} | {learnt[1].With:0.000} | {learnt[2].With:0.000} | {learnt[0].Without:0.000} | {learnt[0].Rule} | {alarms.Count} {string.Join(" / ", alarms)}"));
            }

            Console.WriteLine("change | alarm within 3 pages | within 10 | restored | mean F1 before repair | after");
            foreach (var (name, change) in OtherChanges.All)
            {
                var rows = trials.Select(t => (t.Site.Host, Alarm: t.Trial.Alarm(change), Repair: t.Trial.Repaired(change))).ToList();
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} | {rows.Count(r => r.Alarm?.Pages <= 3)} of {rows.Count} | {rows.Count(r => r.Alarm is not null)} | {rows.Count(r => r.Repair.With >= Right)} | {rows.Average(r => r.Repair.Without):0.000} | {rows.Average(r => r.Repair.With):0.000}"));
                foreach (var (host, alarm, repair) in parsed.GetValue(details) ? rows : [])
                {
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"    {host}: {(alarm is { } a ? $"after {a.Pages}: {a.Detail}" : "NO ALARM")}; F1 {repair.Without:0.000} -> {repair.With:0.000} by {repair.Repair}"));
                }
            }

            return 0;
        });
        return command;
    }
}
