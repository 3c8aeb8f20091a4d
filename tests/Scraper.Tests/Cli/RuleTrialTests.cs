using FluentAssertions;
using Scraper.Cli;
using Scraper.Core;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Cli;

public sealed class RuleTrialTests
{
    private const string Page =
        """
        <html lang=en><body><p class=kicker>Local</p><h1>A bench</h1><p class=deck>It had stood there for years</p>
        <div class=story><p>The bench at the harbour was painted on Monday, for the first time in nine years.</p>
        <p class=note>Photograph by nobody in particular</p>
        <p>It will dry by Friday, said the woman who painted it, if nobody sits on it before.</p></div><p><a class=tag>harbour</a> <a class=tag>bench</a></p></body></html>
        """;

    [Theory]
    [InlineData("section: .kicker", "+ section: Local")]
    [InlineData("tags: .tag", "+ tags: harbour, bench")]
    [InlineData("subtitle: .deck", "+ subtitle: It had stood there for years")]
    [InlineData("summary: .deck", "+ summary: It had stood there for years")]
    [InlineData("captions: .note", "+ captions: Photograph by nobody in particular")]
    public void Whatever_a_reader_of_the_article_sees_is_shown_where_it_changes(string selector, string line)
    {
        var trial = Trial($"select: {{ body: .story, {selector} }}");

        Printed(trial).Should().Contain(line).And.EndWith("the page is an article\n");
        trial.IsGood.Should().BeTrue();
    }

    [Fact]
    public void A_page_that_the_rule_rejects_is_told_and_is_not_good()
    {
        var trial = Trial("select: { body: .story }\nreject: h1");

        trial.IsGood.Should().BeFalse();
        Printed(trial).Should().Contain("+ not an article: rejected").And.Contain("the page is not an article: rejected").And.Contain("a daemon would not store it");
    }

    [Fact]
    public void A_rule_that_does_not_find_the_body_is_not_good() => Trial("select: { body: .nowhere }").IsGood.Should().BeFalse();

    private static RuleTrial Trial(string rule) => new(Read("select: { body: .story }"), Read(rule));

    private static Extraction Read(string rule) =>
        new Extractor().ExtractHtml(Page, new PageContext { Rule = SiteRuleReader.Read(new SiteFile("hill.yaml", $"hosts: [hill.example]\n{rule}")).Rule }, default);

    private static string Printed(RuleTrial trial)
    {
        using var output = new StringWriter { NewLine = "\n" };
        trial.Print(output, colour: false);
        return output.ToString();
    }
}
