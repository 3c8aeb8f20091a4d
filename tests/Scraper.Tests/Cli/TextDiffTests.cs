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

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
