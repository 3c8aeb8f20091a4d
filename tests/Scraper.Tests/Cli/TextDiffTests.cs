using FluentAssertions;
using Scraper.Cli;
using Xunit;

namespace Scraper.Tests.Cli;

public sealed class TextDiffTests
{
    [Theory]
    [InlineData("a b c", "a b c", "")]
    [InlineData("a b c", "a c", "  a|- b|  c")]
    [InlineData("a c", "a b c", "  a|+ b|  c")]
    [InlineData("a b x x x c", "a B x x x c", "  a|- b|+ B|  x")]
    [InlineData("a", "", "- a")]
    public void Only_what_differs_is_shown_with_a_line_around_it(string before, string after, string expected)
    {
        using var output = new StringWriter();
        var differs = TextDiff.Print(Words(before), Words(after), output, colour: false);
        differs.Should().Be(expected.Length > 0);
        output.ToString().ReplaceLineEndings("|").TrimEnd('|').Should().Be(expected);
    }

    [Fact]
    public void What_differs_after_more_lines_than_are_compared_is_a_difference_too()
    {
        using var output = new StringWriter();
        string[] before = [.. Enumerable.Range(0, 3_001).Select(i => $"line {i}")];

        TextDiff.Print(before, [.. before[..^1], "another end"], output, colour: false).Should().BeTrue();
        TextDiff.Print(before, before, output, colour: false).Should().BeFalse();

        output.ToString().Should().Be($"… what comes after 3000 lines differs, too, and is not shown{Environment.NewLine}");
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
