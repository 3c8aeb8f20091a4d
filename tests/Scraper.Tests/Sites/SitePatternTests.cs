using System.Diagnostics;
using System.Text.RegularExpressions;
using FluentAssertions;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class SitePatternTests
{
    [Fact]
    public void A_pattern_that_could_run_away_is_matched_without_backtracking_to_the_end_of_a_megabyte()
    {
        var pattern = new SitePattern("(a+)+$");

        pattern.Backtracks.Should().BeFalse();
        pattern.IsMatch(new string('a', 1 << 20) + "b").Should().BeFalse("with backtracking it would have been stopped by its time limit");
    }

    [Fact]
    public void A_pattern_that_backtracks_is_stopped()
    {
        var pattern = new SitePattern(@"^(?=a)(a|aa)+$");
        pattern.Backtracks.Should().BeTrue();
        var watch = Stopwatch.StartNew();
        pattern.Invoking(p => p.IsMatch(new string('a', 5_000) + "b")).Should().Throw<RegexMatchTimeoutException>();
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public void Lint_tells_of_patterns_that_could_run_away()
    {
        var lint = SiteLinter.Lint([new SiteFile("a.yaml", "hosts: [a.com]\nlines:\n  (a+)+$: other\n  (?=x)y: other\nschedule: { every: 1h }")]);
        lint.Problems.Select(p => (p.Line, p.Severity)).Should().Equal((3, SiteProblemSeverity.Warning), (4, SiteProblemSeverity.Warning));
    }

    [Theory]
    [InlineData("((a{1000}){1000}){1000}", "repeats too much to be matched without backtracking; *")]
    [InlineData("(?=x)y", "looks around or refers back, *")]
    [InlineData(@"(a)\1", "looks around or refers back, *")]
    public void Lint_says_why_a_pattern_backtracks(string pattern, string why) =>
        SiteLinter.Lint([new SiteFile("a.yaml", $"hosts: [a.com]\nlines:\n  '{pattern}': other\nschedule: {{ every: 1h }}")]).Problems.Single().Message.Should().Match($"/{pattern}/: {why}");

    [Fact]
    public void Lint_tells_of_fragile_selectors_and_of_rules_that_stand_in_many_files()
    {
        var same = "schedule: {every: 1h}\nselect: {title: .t, body: .b}\nstrip: [.s]";
        var lint = SiteLinter.Lint(
        [
            new("a.yaml", "hosts: [a.com]\n" + same),
            new("b.yaml", "hosts: [b.com]\n" + same),
            new("c.yaml", "hosts: [c.com]\n" + same),
            new("d.yaml", "hosts: [d.com]\nselect:\n  title: div:nth-child(3)\n  author: .css-1x2y3z\n  body: //div[2]\n  date: (//time)[1]\nschedule: {every: 1h}"),
        ]);
        lint.Problems.Where(p => p.Source == "d.yaml").Select(p => p.Line).Should().Equal(3, 4, 5);
        lint.Problems.Single(p => p.Source != "d.yaml").Message.Should().Be("the same rules stand in 2 more files (b.yaml, c.yaml): make a family of them and extend it");
    }
}
