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
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1, null, \"x\"]")]
    [InlineData("[")]
    [InlineData("")]
    public void Anything_else_gives_no_rules_and_no_crash(string text) => MinifluxReader.Read("f.json", text).Rules.Should().BeEmpty();
}
