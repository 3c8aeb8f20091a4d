using FluentAssertions;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class FeedListReaderTests
{
    [Fact]
    public void Feeds_of_one_site_become_one_rule_with_a_schedule()
    {
        var (rules, report) = FeedListReader.Read("feeds.txt", "\uFEFF# mine\r\nhttps://www.hill.example/rss\r\n\r\n  https://hill.example/sport.xml \"sport\" \"~Hill\"\nhttp://dale.example/feed\nhttps://hill.example/rss?a=1&b=2\n");

        rules.Select(r => r.Name).Should().Equal("hill.example", "dale.example");
        rules[0].Discovery.Feeds.Should().Equal("https://www.hill.example/rss", "https://hill.example/sport.xml", "https://hill.example/rss?a=1&b=2");
        rules.Should().OnlyContain(r => r.Schedule != null);
        report.Select(p => (p.Severity, p.Line)).Should().Equal((SiteProblemSeverity.Note, 0), (SiteProblemSeverity.Note, 4));
        SiteLinter.Lint(rules.Select(r => new SiteFile($"{r.Name}.yaml", SiteRuleWriter.Write(r)))).Problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData("hill.example/rss")]
    [InlineData("ftp://hill.example/rss")]
    [InlineData("https://")]
    [InlineData("https:///rss")]
    [InlineData("<opml/>")]
    [InlineData("\0\0")]
    public void A_line_that_is_no_address_is_left_out_and_told(string line)
    {
        var (rules, report) = FeedListReader.Read("feeds.txt", $"https://hill.example/rss\n{line}");

        rules.Should().ContainSingle();
        report.Where(p => p.Severity == SiteProblemSeverity.Warning).Should().ContainSingle().Which.Line.Should().Be(2);
    }

    [Fact]
    public void An_empty_list_gives_nothing() => FeedListReader.Read("feeds.txt", "\n# none\n").Rules.Should().BeEmpty();
}
