using System.Globalization;
using FluentAssertions;
using Quartz;
using Scraper.Core.Sites;
using Scraper.Scheduling;
using Xunit;

namespace Scraper.Tests.Scheduling;

public sealed class SiteTriggersTests
{
    private static readonly DateTimeOffset Now = At("2026-03-10T12:00:30Z");

    [Theory]
    [InlineData("2026-03-10T11:00:00Z", "2026-03-10T12:00:30Z")] // overdue: now, once
    [InlineData("2026-03-10T12:04:00Z", "2026-03-10T12:04:00Z")]
    public void An_interval_begins_when_the_site_is_due(string due, string first)
    {
        var trigger = SiteTriggers.Of(Site(new() { Every = TimeSpan.FromMinutes(10) }), At(due), Now).Should().ContainSingle().Subject;

        Fires(trigger).Take(2).Should().Equal(At(first), At(first).AddMinutes(10));
    }

    [Theory]
    [InlineData(null, "0 0 * * * ?", 60)]
    [InlineData(null, "0 30 2 1 * ?", 24 * 60)] // at most a day
    [InlineData(10, null, 10)]
    public void A_turn_that_is_late_by_less_than_a_turn_is_made_once_and_one_that_is_later_too(int? minutes, string? cron, int threshold)
    {
        var triggers = SiteTriggers.Of(Site(new() { Every = minutes is { } m ? TimeSpan.FromMinutes(m) : null, Cron = cron }), At("2026-03-10T13:00:00Z"), Now);

        triggers.Should().ContainSingle().Which.MisfireThreshold.Should().Be(TimeSpan.FromMinutes(threshold));
    }

    [Fact]
    public void A_cron_site_that_is_not_due_waits_for_its_time()
    {
        var trigger = SiteTriggers.Of(Site(new() { Cron = "0 0 * * * ?" }), At("2026-03-10T13:00:00Z"), Now).Should().ContainSingle().Subject;

        Fires(trigger).Take(2).Should().Equal(At("2026-03-10T13:00:00Z"), At("2026-03-10T14:00:00Z"));
    }

    [Fact]
    public void An_overdue_cron_site_is_visited_once_at_start_and_then_on_time()
    {
        var triggers = SiteTriggers.Of(Site(new() { Cron = "0 0 * * * ?" }), At("2026-03-10T11:00:00Z"), Now);

        triggers.Select(t => Fires(t).First()).Order().Should().Equal(Now, At("2026-03-10T13:00:00Z"));
        triggers.Sum(t => Fires(t).TakeWhile(f => f <= Now).Count()).Should().Be(1);
    }

    [Fact]
    public void A_site_that_is_never_due_has_no_trigger() =>
        SiteTriggers.Of(Site(new() { Cron = "0 0 0 1 1 ? 2020" }), null, Now).Should().BeEmpty();

    [Theory]
    [InlineData("0 0 0 1 1 ? 2020")]
    [InlineData("0 0 0 30 2 ?")]
    public void An_overdue_site_whose_cron_never_comes_again_is_visited_once(string cron)
    {
        var trigger = SiteTriggers.Of(Site(new() { Cron = cron }), At("2026-03-10T11:00:00Z"), Now).Should().ContainSingle().Subject;

        Fires(trigger).Should().Equal(Now);
    }

    private static IEnumerable<DateTimeOffset> Fires(ITrigger trigger)
    {
        for (var fire = trigger.GetFireTimeAfter(Now.AddMilliseconds(-1)); fire is not null; fire = trigger.GetFireTimeAfter(fire.Value))
        {
            yield return fire.Value;
        }
    }

    private static SiteRule Site(SiteSchedule schedule) => new() { Name = "a", Schedule = schedule };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
