using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace Scraper.Tests.Quality;

/// <summary>What the tests themselves are held to.</summary>
public sealed partial class AssertionTests
{
    [Fact]
    public void No_assertion_is_left_out_where_something_is_null()
    {
        Lines().Where(l => HangsOnNull(l.Text)).Select(l => $"{l.File}:{l.Number} {l.Text.Trim()}").Should().BeEmpty("a?.b.Should() asserts nothing where a is null: write (a?.b).Should()");
    }

    [Theory]
    [InlineData("page?.Title.Should().Be(title);", true)]
    [InlineData("Read(html)?.At(1).ToString().Should().Be(title);", true)]
    [InlineData("(page?.Title).Should().Be(title);", false)]
    [InlineData("(Read(html)?.At(1)).Should().Be(Of(page)?.Title);", false)]
    [InlineData("pages.Should().OnlyContain(p => p?.Title == title);", false)]
    public void An_assertion_behind_a_null_conditional_is_seen(string line, bool hangs) => HangsOnNull(line).Should().Be(hangs);

    private static IEnumerable<(string File, int Number, string Text)> Lines([CallerFilePath] string self = "")
    {
        var tests = new DirectoryInfo(Path.GetDirectoryName(self)!).Parent!.Parent!;
        return tests.EnumerateFiles("*.cs", SearchOption.AllDirectories).Where(f => f.Name != Path.GetFileName(self))
            .SelectMany(f => File.ReadLines(f.FullName).Select((text, i) => (f.Name, i + 1, text)));
    }

    /// <summary>Whether the assertion itself is a part of what follows <c>?.</c>; what is in brackets is a matter of its own.</summary>
    private static bool HangsOnNull(string line)
    {
        while (Brackets().Replace(line, string.Empty) is var outer && outer != line)
        {
            line = outer;
        }

        return Hanging().IsMatch(line);
    }

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\?\.[\w.!]*\.Should\b", RegexOptions.NonBacktracking)]
    private static partial Regex Hanging();
}
