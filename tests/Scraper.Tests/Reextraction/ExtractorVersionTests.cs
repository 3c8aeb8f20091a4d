using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Reextraction;

public sealed class ExtractorVersionTests
{
    private const string Rule = "name: one\nhosts: [one.example]\nselect:\n  body: article\n";

    [Fact]
    public void It_can_be_read() => Of(Rule).Should().MatchRegex(@"^\d+\.\d+\.\d+\+code\.[0-9a-f]{8}\+model\.[0-9a-f]{8}\+lists\.[0-9a-f]{8}\+rule\.[0-9a-f]{8}$");

    [Fact]
    public void Code_that_was_compiled_anew_is_another_version() =>
        Of(Rule).Should().Contain("+code." + Convert.ToHexStringLower(typeof(Extractor).Module.ModuleVersionId.ToByteArray()[..4]) + "+");

    [Theory]
    [InlineData("name: one\nhosts: [one.example]\nselect:\n  body: main\n")]
    [InlineData(Rule + "strip:\n  .x: advert\n")]
    [InlineData(Rule + "rewrite:\n  - find: a\n    replace: b\n")]
    [InlineData(Rule + "next_page: a.next\n")]
    public void A_rule_that_reads_otherwise_is_another_version(string changed) => Of(changed).Should().NotBe(Of(Rule));

    [Theory]
    [InlineData("# a remark\n" + Rule)]
    [InlineData(Rule + "schedule:\n  every: 10m\n")]
    [InlineData(Rule + "fetch:\n  delay: 5s\n")]
    [InlineData(Rule + "discovery:\n  feeds: [http://one.example/feed]\n")]
    public void What_does_not_bear_on_reading_does_not_count(string changed) => Of(changed).Should().Be(Of(Rule));

    [Fact]
    public void A_family_that_the_rule_extends_counts()
    {
        const string Extending = Rule + "extends: theme\n";

        Of(Extending, "name: theme\nstrip:\n  .x: advert\n").Should().NotBe(Of(Extending, "name: theme\nstrip:\n  .y: advert\n"));
    }

    [Fact]
    public void A_page_without_rule_says_so() => new ExtractorVersion().Of(null, SiteRuleSet.Empty, "two.example").Should().EndWith("+rule.none");

    private static string Of(params string[] files)
    {
        var rules = SiteRuleSet.Load(files.Select((f, i) => new SiteFile($"{i}.yaml", f)));
        rules.Problems.Where(p => p.Severity == SiteProblemSeverity.Error).Should().BeEmpty();
        return new ExtractorVersion().Of(null, rules, "one.example");
    }
}
