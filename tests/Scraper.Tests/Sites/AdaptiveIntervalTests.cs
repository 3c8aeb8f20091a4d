using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class AdaptiveIntervalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly AdaptiveInterval Interval = AdaptiveInterval.Default;

    [Theory]
    [InlineData("", 360)] // nothing published yet
    [InlineData("60", 60)] // one article an hour ago
    [InlineData("30 60 90 120", 30)]
    [InlineData("120 30 90 60", 30)] // in any order
    [InlineData("1 2 3 4", 5)] // a burst: no more often than the shortest
    [InlineData("481 482 483 484", 121)] // the same burst after a quiet night
    [InlineData("10000 20000", 360)] // a weekly: no less often than the longest
    [InlineData("-600 60 120", 60)] // an article dated ahead does not count
    public void The_interval_is_the_mean_gap_between_articles(string minutesAgo, int minutes) =>
        Interval.Next(Ago(minutesAgo), Now).Should().Be(TimeSpan.FromMinutes(minutes));

    [Fact]
    public void Only_the_latest_articles_count() =>
        Interval.Next(Enumerable.Range(1, 500).Select(i => Now.AddMinutes(i <= AdaptiveInterval.Sample ? -10 * i : -10_000 * i)), Now).Should().Be(TimeSpan.FromMinutes(10));

    [Fact]
    public void It_stays_within_its_bounds() => Prop.ForAll<int[]>(minutesAgo =>
    {
        var next = Interval.Next(minutesAgo.Select(m => Now.AddMinutes(-m)), Now);
        return next >= Interval.AtLeast && next <= Interval.AtMost;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Silence_never_shortens_it() => Prop.ForAll<PositiveInt[], PositiveInt>((minutesAgo, silence) =>
    {
        var published = minutesAgo.Select(m => Now.AddMinutes(-m.Get)).ToList();
        return Interval.Next(published, Now.AddMinutes(silence.Get)) >= Interval.Next(published, Now);
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<DateTimeOffset> Ago(string minutes) =>
        minutes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => Now.AddMinutes(-int.Parse(m, System.Globalization.CultureInfo.InvariantCulture)));
}
