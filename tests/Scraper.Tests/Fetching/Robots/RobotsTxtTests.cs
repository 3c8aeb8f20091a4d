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

    [Theory]
    [InlineData("User-agent: *\nDisallow: /caf\u00e9\n", "http://a/caf%E9/b", false)]
    [InlineData("User-agent: *\nDisallow: /caf\u00e9\n", "http://a/caf%C3%A9/b", true)]
    [InlineData("# \u00e9\nUser-agent: Scraper\nuser agent: *\nallow: /a%2f$\nDissallow: /a%2f*/x # \u00e9\nCrawl-delay: 3\nSitemap: http://a/s.xml\n", "http://a/a%2Fb/x", false)]
    [InlineData("# \u00e9\nUser-agent: *\nDisallow:\n", "http://a/b", true)]
    public void A_file_that_is_not_UTF_8_is_kept_as_a_text_that_says_the_same(string file, string url, bool allowed)
    {
        var octets = Encoding.Latin1.GetBytes(file);

        var kept = RobotsTxt.FromText(RobotsTxt.TextOf(octets));

        RobotsTxt.Parse(octets).IsAllowed("Scraper", url).Should().Be(allowed);
        kept.IsAllowed("Scraper", url).Should().Be(allowed);
        kept.CrawlDelay("Scraper").Should().Be(RobotsTxt.Parse(octets).CrawlDelay("Scraper"));
        kept.Sitemaps.Should().Equal(RobotsTxt.Parse(octets).Sitemaps);
    }

    [Fact]
    public void Comments_that_are_not_UTF_8_cost_no_rule_at_the_end_of_a_long_file()
    {
        var octets = Encoding.Latin1.GetBytes("User-agent: *\n" + string.Concat(Enumerable.Repeat($"# {new string('é', 98)}\n", 4_000)) + "Disallow: /private\n");

        RobotsTxt.FromText(RobotsTxt.TextOf(octets)).IsAllowed("Scraper", "http://a/private/b").Should().BeFalse();
    }

    [Fact]
    public void Whatever_octets_a_file_has_its_text_says_the_same()
    {
        var lines = Gen.Elements<byte[]>([.. "User-agent: *\n"u8], [.. "disallow: /"u8], [.. "allow: /"u8], [.. "a"u8], [0xE9], [0xC3, 0xA9], [.. "%e9"u8], [.. "\n"u8], [.. "#"u8], [0], [.. " "u8], [.. "*"u8], [.. "$"u8], [.. ":"u8]);
        var paths = Gen.Elements("/", "/a", "/%E9", "/%C3%A9a", "/a%E9", "/a:a", "/%EF%BF%BD");

        Prop.ForAll(lines.ArrayOf().ToArbitrary(), paths.ToArbitrary(), (parts, path) =>
        {
            byte[] file = [.. parts.SelectMany(part => part)];
            return RobotsTxt.FromText(RobotsTxt.TextOf(file)).IsAllowed("Scraper", "http://a" + path) == RobotsTxt.Parse(file).IsAllowed("Scraper", "http://a" + path);
        }).QuickCheckThrowOnFailure();
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
