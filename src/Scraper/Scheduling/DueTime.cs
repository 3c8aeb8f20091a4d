using Quartz;
using Scraper.Core.Sites;
using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>When a site is to be visited, from its rule's schedule and what the store remembers of its last visit.</summary>
internal static class DueTime
{
    /// <summary>
    /// When the next visit is due; at or before <paramref name="now"/> for a site never visited, a visit that was cut
    /// off, and one whose time has passed while nobody ran. <see langword="null"/> for never.
    /// </summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="last">The last visit; <see langword="null"/> for a site never visited.</param>
    /// <param name="now">Now.</param>
    /// <param name="isUnderWay">Whether the last visit is being made: it was not cut off.</param>
    public static DateTimeOffset? Next(SiteSchedule schedule, SiteState? last, DateTimeOffset now, bool isUnderWay = false)
    {
        if (last?.StartedAt is not { } started)
        {
            return After(schedule, now) is null ? null : now;
        }

        if (!isUnderWay && !(last.FinishedAt >= started))
        {
            return now;
        }

        if (schedule.Adaptive is { } adaptive)
        {
            // Computed when the visit ended; the bounds may have changed since.
            started = started < now ? started : now;
            return started + adaptive.Within((last.NextDueAt ?? started) - started);
        }

        // A clock that was set back must not put the next visit off by as much.
        return After(schedule, started < now ? started : now);
    }

    /// <summary>The first time of the schedule after a visit that began at <paramref name="started"/>; <see langword="null"/> for never.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="started">When the visit began.</param>
    /// <param name="pace">For an adaptive schedule, the interval that the site's articles call for; the longest where it is not known.</param>
    public static DateTimeOffset? After(SiteSchedule schedule, DateTimeOffset started, TimeSpan? pace = null) => schedule switch
    {
        { Every: { } every } => started + every,
        { Adaptive: { } adaptive } => started + adaptive.Within(pace ?? adaptive.AtMost),
        _ => Cron(schedule).GetNextValidTimeAfter(started),
    };

    /// <summary>The cron expression in its time zone.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="TimeZoneNotFoundException">There is no such zone.</exception>
    public static CronExpression Cron(SiteSchedule schedule) => new(schedule.Cron!, Zone(schedule));

    /// <summary>The time zone of a cron schedule.</summary>
    public static TimeZoneInfo Zone(SiteSchedule schedule) =>
        schedule.TimeZone is { Length: > 0 } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : TimeZoneInfo.Utc;
}
