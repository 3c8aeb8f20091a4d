using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Labelling.SiteRules;

public sealed class RuleDoubtTests
{
    private const string Page = "<div id=a><p>One sentence of it.</p></div><p>Another one of it.</p><p>And a third one.</p><p>Read these too.</p>";

    [Theory]
    [InlineData("body: //div[@id='a']", 0.9, "the body holds 36 % of the text that the generic labeller is sure of")]
    [InlineData("body: //div[@id='a']", 0.5, null)]
    [InlineData("body: //body", 0.9, null)]
    [InlineData("body: //section\nstrip: //p", 0.2, "body not found: x.txt:1 xpath //section; its strips leave 0 % of the generic labeller's text")]
    public void A_borrowed_rule_that_does_not_fit_the_page_is_left_and_told(string rule, double confidence, string? why)
    {
        var (report, texts) = Run(SiteRuleReader.Read(new SiteFile("x.example.txt", rule)).Rule!, confidence);
        if (why is null)
        {
            report.FellBack.Should().BeNull();
        }
        else
        {
            report.FellBack!.Replace("x.example.txt", "x.txt", StringComparison.Ordinal).Replace(" %", "%", StringComparison.Ordinal)
                .Should().StartWith(why.Replace(" %", "%", StringComparison.Ordinal));
            report.HasBody.Should().BeFalse();
            texts.Should().Be(0, "the blocks are left open");
        }
    }

    [Fact]
    public void A_rule_for_the_site_itself_is_never_doubted()
    {
        var rule = SiteRuleReader.Read(new SiteFile("x.yaml", "name: x\nhosts: x.example\nselect: {body: '#a'}\n")).Rule!;

        var (report, texts) = Run(rule, confidence: 1);

        report.FellBack.Should().BeNull();
        report.HasBody.Should().BeTrue();
        texts.Should().Be(1);
    }

    private static (SiteRuleReport Report, int Texts) Run(SiteRule rule, double confidence)
    {
        var sheet = new LabelSheet(HtmlBlockReader.Read(HtmlTree.Parse(Page, HtmlLimits.Default, CancellationToken.None)));
        var labeller = new SiteRuleLabeller(rule, day: null, new TextOpinion([true, true, true, false], confidence));
        labeller.Label(sheet, CancellationToken.None);
        return (labeller.Report, sheet.Close().Count(b => b.Verdict.IsText));
    }
}
