using FluentAssertions;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class MinifluxReaderTests
{
    [Fact]
    public void Feeds_of_one_host_become_one_rule_and_what_is_not_carried_is_told()
    {
        var (rules, report) = MinifluxReader.Read("feeds.json", """
            [
              {"feed_url": "https://a.com/1.xml", "site_url": "https://a.com/", "title": "A", "scraper_rules": "article.x", "rewrite_rules": "add_dynamic_image"},
              {"feed_url": "https://a.com/2.xml", "site_url": "https://a.com/", "blocklist_rules": "/live/"},
              {"feed_url": "https://b.com/1.xml", "site_url": "https://b.com/", "scraper_rules": "article["},
              {"feed_url": "none", "site_url": ""}
            ]
            """);
        rules.Select(r => r.Name).Should().Equal("a.com", "b.com");
        rules[0].Discovery.Feeds.Should().Equal("https://a.com/1.xml", "https://a.com/2.xml");
        rules[0].Layouts.Single().Selectors(SiteField.Body).Single().Expression.Should().Be("article.x");
        report.Where(p => p.Severity == SiteProblemSeverity.Warning).Select(p => (p.Line, p.Key)).Should().Equal((1, "rewrite_rules"), (3, "scraper_rules"), (4, "site_url"));
        rules.Select(r => SiteRuleReader.Read("x.yaml", SiteRuleWriter.Write(r)).Problems.Count).Should().Equal(0, 0);
        rules.Should().OnlyContain(r => r.Schedule != null, "a site without one is never visited");
        report[0].Key.Should().Be("schedule", "nobody has said when to visit these sites");
    }

    [Fact]
    public void What_further_feeds_of_a_host_say_is_carried_too_or_told()
    {
        var (rules, report) = MinifluxReader.Read("feeds.json", """
            [
              {"feed_url": "https://a.com/news.xml", "site_url": "https://a.com/", "scraper_rules": ".story"},
              {"feed_url": "https://a.com/sport.xml", "site_url": "https://a.com/sport", "scraper_rules": ".sport-story", "user_agent": "X/1", "blocklist_rules": "/live/", "keeplist_rules": "/sport/"},
              {"feed_url": "https://a.com/arts.xml", "site_url": "https://a.com/", "scraper_rules": ".story", "user_agent": "Y/2"},
              {"feed_url": "https://b.com/1.xml", "site_url": "https://b.com/", "keeplist_rules": "/one/"},
              {"feed_url": "https://b.com/2.xml", "site_url": "https://b.com/", "keeplist_rules": "/two/"}
            ]
            """);
        rules[0].Layouts.Single().Selectors(SiteField.Body).Select(s => s.Expression).Should().Equal(".story", ".sport-story");
        rules[0].Fetching.UserAgent.Should().Be("X/1");
        rules[0].Discovery.Exclude.Should().Equal("/live/");
        rules[0].Discovery.Include.Should().BeEmpty("the other feeds have none");
        rules[1].Discovery.Include.Should().Equal("/one/", "/two/");
        report.Where(p => p.Severity == SiteProblemSeverity.Warning).Select(p => (p.Line, p.Key)).Should().Equal((2, "keeplist_rules"), (3, "user_agent"));
        report.Where(p => p.Severity == SiteProblemSeverity.Note && p.Line == 2).Select(p => p.Key).Should().BeEquivalentTo("scraper_rules", "blocklist_rules");
    }

    [Fact]
    public void Half_a_character_is_told_and_left_out()
    {
        var (rules, report) = MinifluxReader.Read("feeds.json", """[{"feed_url": "https://a.com/1.xml", "site_url": "https://a.com/", "title": "A \ud83d", "scraper_rules": ".x"}]""");

        rules.Single().Title.Should().BeNull();
        rules.Single().Layouts.Should().HaveCount(1);
        report.Where(p => p.Severity == SiteProblemSeverity.Warning).Select(p => (p.Line, p.Key)).Should().Equal((1, "title"));
    }

    [Theory]
    [InlineData("[{\"feed_url\": \"\\ud83d\"}]")]
    [InlineData("[{\"\\ud83d__\": 1, \"feed_ur\\ud83d\": 2}]")]
    [InlineData("{}")]
    [InlineData("[1, null, \"x\"]")]
    [InlineData("[")]
    [InlineData("")]
    public void Anything_else_gives_no_rules_and_no_crash(string text) => MinifluxReader.Read("f.json", text).Rules.Should().BeEmpty();
}
