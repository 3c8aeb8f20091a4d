using Quartz;
using Scraper.Core.Sites;

namespace Scraper.Scheduling;

/// <summary>A site's schedule as Quartz triggers.</summary>
internal static class SiteTriggers
{
    private const string Overdue = "overdue";

    /// <summary>The key of the trigger that follows the site's schedule.</summary>
    public static TriggerKey KeyOf(SiteRule site) => new(site.Name);

    /// <summary>A schedule in words; equal for schedules that give equal triggers.</summary>
    public static string Describe(SiteSchedule schedule) => schedule switch
    {
        { Every: { } every } => $"every {every}",
        { Adaptive: { } adaptive } => $"every {adaptive.AtLeast} to {adaptive.AtMost}, as its articles come",
        _ => $"cron {schedule.Cron} {schedule.TimeZone ?? "UTC"}",
    };

    /// <summary>
    /// The triggers of a site: its schedule, where that has a time still to come, and, for an overdue site on cron, one that fires once at start. A trigger that
    /// is late (all workers busy, the machine asleep) fires once as soon as it can; missed turns are not made up for, so it
    /// counts as misfired once it is late by a whole turn.
    /// </summary>
    /// <param name="site">A site with a schedule.</param>
    /// <param name="due">When its next visit is due; <see langword="null"/> for never.</param>
    /// <param name="now">Now.</param>
    public static IReadOnlyList<ITrigger> Of(SiteRule site, DateTimeOffset? due, DateTimeOffset now)
    {
        var (schedule, start) = (site.Schedule!, due > now ? due.Value : now);
        if (due is null)
        {
            return [];
        }

        // An adaptive trigger is set anew after every visit; its own interval is for visits that fail as a whole.
        if ((schedule.Every ?? schedule.Adaptive?.AtMost) is { } every)
        {
            return
            [
                TriggerBuilder.Create()
                    .WithIdentity(KeyOf(site))
                    .StartAt(start)
                    .WithMisfireThreshold(every)
                    .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(every).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount))
                    .Build(),
            ];
        }

        var byCron = TriggerBuilder.Create()
            .WithIdentity(KeyOf(site))
            .StartAt(now)
            .WithMisfireThreshold(Gap(schedule, now))
            .WithSchedule(CronScheduleBuilder.Create(DueTime.Cron(schedule)).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        ITrigger[] scheduled = byCron.GetFireTimeAfter(now) is null ? [] : [byCron];
        return due > now ? scheduled : [.. scheduled, TriggerBuilder.Create().WithIdentity(site.Name, Overdue).StartAt(now).Build()];
    }

    /// <summary>From one turn of a cron schedule to the next, at most a day.</summary>
    private static TimeSpan Gap(SiteSchedule schedule, DateTimeOffset now)
    {
        var cron = DueTime.Cron(schedule);
        var gap = cron.GetNextValidTimeAfter(now) is { } first && cron.GetNextValidTimeAfter(first) is { } second ? second - first : TimeSpan.FromDays(1);
        return gap < TimeSpan.FromDays(1) ? gap : TimeSpan.FromDays(1);
    }
}
