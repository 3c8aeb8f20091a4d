using System.Diagnostics;
using System.Text;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Scraper.Fetching.Robots;
using Xunit;

namespace Scraper.Tests.Fetching.Robots;

[Collection("measured")]
public class RobotsTxtTests
{
    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 2.5\n", 2.5)]
    [InlineData("User-agent: *\nCrawl-delay: 10\nUser-agent: Scraper\nCrawl-delay: 3\nDisallow: /x", 3.0)]
    [InlineData("User-agent: other\nCrawl-delay: 10\n", null)]
    [InlineData("User-agent: *\nCrawl-delay: soon\n", null)]
    [InlineData("User-agent: *\nCrawl-delay: -1\n", null)]
    [InlineData("User-agent: *\nCrawl-delay: 1e9\n", null)]
    [InlineData("User-agent: *\nCrawl-delay: 99999999\n", 86400.0)]
    public void Crawl_delay_is_read_in_seconds_from_the_agents_group(string file, double? seconds) =>
        (RobotsTxt.Parse(file).CrawlDelay("scraper")?.TotalSeconds).Should().Be(seconds);

    [Fact]
    public void A_file_of_500_KiB_is_parsed_in_under_50_ms()
    {
        var file = Encoding.UTF8.GetBytes("User-agent: *\n" + string.Concat(Enumerable.Range(0, 25_000).Select(i => $"Disallow: /a/*/{i}/b*$\n")));

        IsEverDoneIn(50, () => RobotsTxt.Parse(file)).Should().BeTrue();
    }

    [Fact]
    public void Rules_after_500_KiB_are_left()
    {
        var file = "User-agent: *\n" + new string('#', RobotsTxt.MaxBytes) + "\nDisallow: /\n";

        RobotsTxt.Parse(file).IsAllowed("Scraper", "http://a/b").Should().BeTrue();
    }

    [Theory]
    [InlineData("/*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b")]
    [InlineData("/********************************************************************b$")]
    public void No_pattern_takes_10_ms(string pattern)
    {
        var path = "/" + new string('a', 8_000);

        IsEverDoneIn(10, () => RobotsPattern.Matches(path, pattern).Should().BeFalse()).Should().BeTrue();
    }

    [Fact]
    public void A_long_literal_that_almost_matches_everywhere_takes_no_10_ms()
    {
        var half = new string('a', 4_000);
        var (path, pattern) = ("/" + half + half, "/*" + half[..2_000] + "b" + half[..2_000]);

        IsEverDoneIn(10, () => RobotsPattern.Matches(path, pattern).Should().BeFalse()).Should().BeTrue();
    }

    [Fact]
    public void Matching_agrees_with_the_definition_on_small_inputs()
    {
        var texts = Gen.Elements('a', 'b', '/', '*', '$').ArrayOf().Select(letters => new string(letters));
        var cases = Gen.Zip(texts, texts).ToArbitrary();
        Prop.ForAll(cases, pair => RobotsPattern.Matches("/" + pair.Item1, "/" + pair.Item2) == ByDefinition("/" + pair.Item1, "/" + pair.Item2))
            .QuickCheckThrowOnFailure();
    }

    /// <summary>Whether an action can be done in so many milliseconds: a busy machine makes some tries slower, not all of a hundred.</summary>
    private static bool IsEverDoneIn(double milliseconds, Action action) => Enumerable.Range(0, 100).Any(_ =>
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds < milliseconds;
    });

    private static bool ByDefinition(string path, string pattern)
    {
        if (pattern.Length == 0)
        {
            return true;
        }

        if (pattern == "$")
        {
            return path.Length == 0;
        }

        return pattern[0] == '*'
            ? ByDefinition(path, pattern[1..]) || (path.Length > 0 && ByDefinition(path[1..], pattern))
            : path.Length > 0 && path[0] == pattern[0] && ByDefinition(path[1..], pattern[1..]);
    }
}
