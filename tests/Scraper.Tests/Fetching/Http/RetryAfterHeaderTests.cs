using FluentAssertions;
using Scraper.Fetching.Http;
using Xunit;

namespace Scraper.Tests.Fetching.Http;

public sealed class RetryAfterHeaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", 120)]
    [InlineData("120.5", 120.5)]
    [InlineData("Sun, 01 Mar 2026 13:00:00 GMT", 3600)]
    [InlineData("Sun, 1 Mar 2026 13:00:00 GMT", 3600)]
    [InlineData("Fri, 01 Mar 2026 13:00:00 GMT", 3600)]
    [InlineData("Sunday, 01-Mar-26 13:00:00 GMT", 3600)]
    [InlineData("Sun Mar  1 13:00:00 2026", 3600)]
    [InlineData("Sun, 01 Mar 2026 14:00:00 +0100", 3600)]
    [InlineData("01 Mar 2026 13:00:00 GMT", 3600)]
    [InlineData("2026-03-01T13:00:00Z", 3600)]
    [InlineData("2026-03-01T14:00:00+01:00", 3600)]
    [InlineData("2026-03-01 13:00:00", 3600)]
    [InlineData("Sat, 28 Feb 2026 13:00:00 GMT", 0)]
    public void A_wait_is_read_as_servers_write_it(string header, double seconds) =>
        RetryAfterHeader.Read(header, Now).Should().Be(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("Sun")]
    [InlineData("Sun, ")]
    [InlineData("32 Mar 2026 13:00:00 GMT")]
    public void What_is_no_time_is_none(string? header) => RetryAfterHeader.Read(header, Now).Should().BeNull();

    [Fact]
    public void A_number_of_any_length_is_a_century_at_most() =>
        RetryAfterHeader.Read(new string('9', 5_000), Now).Should().BeLessThan(TimeSpan.FromDays(36_501));
}
