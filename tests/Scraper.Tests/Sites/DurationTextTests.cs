using FluentAssertions;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("500ms")]
    [InlineData("15m")]
    [InlineData("1h30m")]
    [InlineData("1d")]
    [InlineData("366d")]
    [InlineData("0s")]
    public void What_is_written_is_what_was_read(string text) => DurationText.Format(DurationText.Parse(text)!.Value).Should().Be(text);

    [Theory]
    [InlineData("90m", "1h30m")]
    [InlineData("3600s", "1h")]
    public void The_largest_units_are_written(string text, string written) => DurationText.Format(DurationText.Parse(text)!.Value).Should().Be(written);
}
