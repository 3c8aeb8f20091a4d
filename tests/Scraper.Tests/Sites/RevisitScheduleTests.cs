using FluentAssertions;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class RevisitScheduleTests
{
    private static readonly DateTimeOffset Seen = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 6)]
    [InlineData(5.9, 6)]
    [InlineData(20, 24)] // the site was away at six hours
    [InlineData(25, 168)]
    [InlineData(168, null)]
    public void An_article_is_looked_at_when_it_comes_to_the_next_age(double age, int? hours) =>
        RevisitSchedule.Default.Next(null, Seen, Seen.AddHours(age)).Should().Be(hours is null ? null : Seen.AddHours(hours.Value));

    [Theory]
    [InlineData(-0.5, 1)] // its age counts from when it was met
    [InlineData(2, 1)] // dated ahead
    [InlineData(-72, 96)] // three days old: only the week is left
    [InlineData(-1000, null)]
    public void An_old_article_is_as_old_as_it_says(double published, int? hours) =>
        RevisitSchedule.Default.Next(Seen.AddHours(published), Seen, Seen).Should().Be(hours is null ? null : Seen.AddHours(hours.Value));

    [Theory]
    [InlineData("every: 5m", "1.00:00:00", 4)]
    [InlineData("every: 5m, revisit: never", null, 0)]
    [InlineData("every: 5m, revisit: 2h", "02:00:00", 1)]
    [InlineData("every: 5m, revisit: [30m, 1d]", "1.00:00:00", 2)]
    public void A_rule_says_when_and_is_written_back(string schedule, string? third, int count)
    {
        var reading = SiteRuleReader.Read("r.yaml", $"hosts: [a.com]\nschedule: {{ {schedule} }}");

        reading.Problems.Should().BeEmpty();
        var revisit = reading.Rule!.Schedule!.Revisit;
        revisit.Ages.Should().HaveCount(count);
        revisit.Ages.Take(3).LastOrDefault().Should().Be(third is null ? TimeSpan.Zero : TimeSpan.Parse(third, null));
        SiteRuleReader.Read("r.yaml", SiteRuleWriter.Write(reading.Rule)).Rule!.Schedule!.Revisit.Should().Be(revisit);
    }

    [Theory]
    [InlineData("[1h, 30m]")]
    [InlineData("[10s]")]
    [InlineData("often")]
    [InlineData("[never, 1h]")]
    public void Ages_that_make_no_sense_are_refused(string revisit) =>
        SiteRuleReader.Read("r.yaml", $"hosts: [a.com]\nschedule: {{ every: 5m, revisit: {revisit} }}").Problems.Should().ContainSingle()
            .Which.ToString().Should().Contain("r.yaml:2:").And.Contain("schedule.revisit").And.Contain("growing ages");
}
