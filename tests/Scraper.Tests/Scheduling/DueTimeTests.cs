using System.Globalization;
using FluentAssertions;
using Scraper.Core.Sites;
using Scraper.Scheduling;
using Scraper.Storage;
using Xunit;

namespace Scraper.Tests.Scheduling;

public sealed class DueTimeTests
{
    private static readonly DateTimeOffset Now = At("2026-03-10T12:00:00Z");
    private static readonly SiteSchedule EveryTenMinutes = new() { Every = TimeSpan.FromMinutes(10) };

    [Theory]
    [InlineData(null, null, "2026-03-10T12:00:00Z")] // never visited
    [InlineData("2026-03-10T11:55:00Z", "2026-03-10T11:56:00Z", "2026-03-10T12:05:00Z")] // counted from the start of the last visit
    [InlineData("2026-03-10T09:00:00Z", "2026-03-10T09:01:00Z", "2026-03-10T09:10:00Z")] // overdue
    [InlineData("2026-03-10T11:59:00Z", null, "2026-03-10T12:00:00Z")] // the first visit was cut off
    [InlineData("2026-03-10T11:59:00Z", "2026-03-10T11:50:00Z", "2026-03-10T12:00:00Z")] // the last visit was cut off
    [InlineData("2026-03-11T12:00:00Z", "2026-03-11T12:01:00Z", "2026-03-10T12:10:00Z")] // the clock was set back a day
    public void An_interval_counts_from_the_last_whole_visit(string? started, string? finished, string due) =>
        DueTime.Next(EveryTenMinutes, State(started, finished), Now).Should().Be(At(due));

    [Theory]
    [InlineData("0 0 6 * * ?", "Europe/Berlin", "2026-03-10T04:00:00Z", "2026-03-10T05:00:00Z")] // overdue: six in Berlin is five in UTC
    [InlineData("0 0 6 * * ?", "Europe/Berlin", "2026-03-10T06:00:00Z", "2026-03-11T05:00:00Z")]
    [InlineData("0 30 2 * * ?", "Europe/Berlin", "2026-03-28T02:00:00Z", "2026-03-29T01:00:00Z")] // 2:30 does not exist on the day that clocks go forward: at three
    [InlineData("0 0 * * * ?", null, "2026-03-10T11:30:00Z", "2026-03-10T12:00:00Z")]
    [InlineData("0 0 0 1 1 ? 2020", null, "2026-03-10T11:30:00Z", null)] // never again
    public void A_cron_expression_counts_in_its_zone(string cron, string? zone, string started, string? due)
    {
        var schedule = new SiteSchedule { Cron = cron, TimeZone = zone };

        DueTime.After(schedule, At(started)).Should().Be(due is null ? null : At(due));
    }

    [Theory]
    [InlineData("2026-03-10T11:00:00Z", "2026-03-10T13:30:00Z", "2026-03-10T13:30:00Z")] // as the last visit found
    [InlineData("2026-03-10T11:00:00Z", "2026-03-10T11:01:00Z", "2026-03-10T11:10:00Z")] // the shortest interval has become longer
    [InlineData("2026-03-10T11:00:00Z", "2026-03-12T11:00:00Z", "2026-03-10T17:00:00Z")] // the longest has become shorter
    [InlineData("2026-03-10T11:00:00Z", null, "2026-03-10T11:10:00Z")] // the schedule was another one
    [InlineData(null, null, "2026-03-10T12:00:00Z")] // never visited
    public void An_adaptive_interval_is_the_stored_one_within_todays_bounds(string? started, string? next, string due)
    {
        var schedule = new SiteSchedule { Adaptive = new AdaptiveInterval(TimeSpan.FromMinutes(10), TimeSpan.FromHours(6)) };

        DueTime.Next(schedule, State(started, started) with { NextDueAt = next is null ? null : At(next) }, Now).Should().Be(At(due));
    }

    [Theory]
    [InlineData(null, null, null)] // never visited, and no time to come
    [InlineData("2026-03-10T11:59:00Z", null, "2026-03-10T12:00:00Z")] // cut off: due once more
    [InlineData("2019-12-31T00:00:00Z", "2019-12-31T00:01:00Z", "2020-01-01T00:00:00Z")] // its one time passed while nobody ran
    [InlineData("2020-01-01T00:00:00Z", "2020-01-01T00:01:00Z", null)]
    public void A_cron_expression_without_a_time_to_come_is_due_for_what_was_missed_alone(string? started, string? finished, string? due) =>
        DueTime.Next(new SiteSchedule { Cron = "0 0 0 1 1 ? 2020" }, State(started, finished), Now).Should().Be(due is null ? null : At(due));

    [Theory]
    [InlineData("2026-03-10T11:59:00Z", null, "2026-03-10T12:09:00Z")] // the first visit
    [InlineData("2026-03-10T11:59:00Z", "2026-03-10T11:50:00Z", "2026-03-10T12:09:00Z")]
    public void A_visit_under_way_counts_as_begun(string started, string? finished, string due) =>
        DueTime.Next(EveryTenMinutes, State(started, finished), Now, isUnderWay: true).Should().Be(At(due));

    private static SiteState State(string? started, string? finished) => new()
    {
        Site = "a",
        StartedAt = started is null ? null : At(started),
        FinishedAt = finished is null ? null : At(finished),
    };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
