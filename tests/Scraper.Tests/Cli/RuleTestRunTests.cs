using FluentAssertions;
using Scraper.Cli;
using Scraper.Core.Sites;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Cli;

public sealed class RuleTestRunTests : IDisposable
{
    private const string Page = "<html><body><h1>A bench</h1><div class=story><p>The bench at the harbour was painted on Monday, for the first time in nine years.</p><p>It will dry by Friday, said the woman who painted it, if nobody sits on it before.</p></div></body></html>";

    private readonly string _folder = Directory.CreateTempSubdirectory("scraper-rule-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("for the  first time in nine", "", 0, "ok   hill https://hill.example/a\n")]
    [InlineData("this sentence is nowhere at all", "", 1, "FAIL hill https://hill.example/a: the text does not contain \"this sentence is nowhere at all\"\n")]
    [InlineData("for the first time", "reject: h1", 1, "FAIL hill https://hill.example/a: not an article: rejected")]
    public async Task A_test_of_a_rule_is_run_on_the_archived_page(string contains, string more, int failed, string line)
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var page = StoreFixture.Page(StoreFixture.Article("https://hill.example/a", "The bench at the harbour.", "A bench"));
        await fixture.SaveAsync(page with { Page = page.Page with { Body = System.Text.Encoding.UTF8.GetBytes(Page) } });
        using var output = new StringWriter { NewLine = "\n" };

        var ended = await new RuleTestRun(fixture.Store, new FixtureFolder(_folder), Rules("https://hill.example/a", contains, more), output).RunAsync(null, default);

        ended.Should().Be((1, failed, 0), output.ToString());
        output.ToString().Should().StartWith(line);
    }

    [Theory]
    [InlineData("https://hill.example/a?utm_source=x", 0, 0, "ok   hill ")]
    [InlineData("https://hill.example/elsewhere", 0, 1, "none hill https://hill.example/elsewhere: neither in the archive nor ")]
    public async Task Without_an_archive_it_is_run_on_the_saved_page_of_its_address(string url, int failed, int missing, string line)
    {
        var host = Directory.CreateDirectory(Path.Combine(_folder, "hill.example")).FullName;
        await File.WriteAllTextAsync(Path.Combine(host, "a.html"), Page);
        await File.WriteAllTextAsync(Path.Combine(host, "a.json"), """{ "url": "https://hill.example/a", "title": "A bench", "body": [] }""");
        using var output = new StringWriter { NewLine = "\n" };

        var ended = await new RuleTestRun(null, new FixtureFolder(_folder), Rules(url, "if nobody sits on it", ""), output).RunAsync(null, default);

        ended.Should().Be((1, failed, missing), output.ToString());
        output.ToString().Should().StartWith(line);
    }

    [Fact]
    public async Task Only_the_tests_of_the_rule_that_is_named_are_run()
    {
        var rules = SiteRuleSet.Load(
        [
            new SiteFile("hill.yaml", "hosts: [hill.example]\ntests: [{ url: \"https://hill.example/a\", contains: [a] }]"),
            new SiteFile("dale.yaml", "hosts: [dale.example]\ntests: [{ url: \"https://dale.example/a\", contains: [a] }, { url: \"https://dale.example/b\", contains: [a] }]"),
        ]);

        (await new RuleTestRun(null, new FixtureFolder(_folder), rules, TextWriter.Null).RunAsync(rules.ByName("dale"), default)).Tests.Should().Be(2);
        (await new RuleTestRun(null, new FixtureFolder(_folder), rules, TextWriter.Null).RunAsync(null, default)).Tests.Should().Be(3);
    }

    private static SiteRuleSet Rules(string url, string contains, string more) => SiteRuleSet.Load(
        [new SiteFile("hill.yaml", $"name: hill\nhosts: [hill.example]\nselect: {{ title: h1, body: .story }}\ntests:\n  - url: {url}\n    contains: ['{contains}']\n{more}\n")]);
}
