using FluentAssertions;
using Scraper.Cli;
using Scraper.Core.Sites;
using Scraper.SiteFiles;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Cli;

public sealed class FixtureReplayTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scraper-fixtures-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_shipped_fixtures_come_out_as_expected()
    {
        using var output = new StringWriter();

        var (pages, different, without) = new FixtureReplay(new FixtureFolder(RepositoryRoot.Fixtures), SiteFolders.Load([]), output).Run(null, colour: false, default);

        pages.Should().BeGreaterThanOrEqualTo(20);
        different.Should().Be(0, output.ToString());
        without.Should().BeEmpty();
    }

    [Fact]
    public void A_page_that_comes_out_otherwise_is_shown_line_by_line_and_cannot_command_the_terminal()
    {
        var host = Directory.CreateDirectory(Path.Combine(_folder, "iranfocus.com")).FullName;
        foreach (var ending in new[] { "html", "json" })
        {
            File.Copy(Path.Combine(RepositoryRoot.Fixtures, "iranfocus.com", $"iran-proxy-war.{ending}"), Path.Combine(host, $"story.{ending}"));
        }

        var expected = Path.Combine(host, "story.json");
        var title = "Iran Terror Chief Tells Militias to Prepare for";
        File.WriteAllText(expected, File.ReadAllText(expected).Replace(title, "Another\\u001b[2J title", StringComparison.Ordinal));
        var rules = SiteFolders.Load([]);
        using var output = new StringWriter { NewLine = "\n" };

        var ended = new FixtureReplay(new FixtureFolder(_folder), rules, output).Run(rules.ByName("iranfocus"), colour: false, default);

        (ended.Pages, ended.Different).Should().Be((1, 1));

        output.ToString().Should().StartWith("DIFF iranfocus story.html\n- title: Another [2J title").And.Contain($"+ title: {title}").And.NotContain("\e");
        new FixtureReplay(new FixtureFolder(_folder), rules, output).Run(rules.ByName("egypttoday"), colour: false, default).Pages.Should().Be(0);
    }

    [Theory]
    [InlineData("\"subtitle\": \"Another\"", "- subtitle: Another\n+ subtitle: It had stood there for years")]
    [InlineData("\"subtitle\": null", "+ subtitle: It had stood there for years")]
    [InlineData("\"subtitle\": \"It  had stood there for years\"", null)]
    [InlineData("\"authors\": [\"Ann Lee\"]", "- authors: Ann Lee\n+ authors: Nora Finch")]
    [InlineData("\"authors\": [\"Nora Finch\"]", null)]
    [InlineData("\"publishedAt\": \"2024-05-02\"", "- publishedAt: 2024-05-02\n+ publishedAt: 2024-05-01T09:30:00+02:00")]
    [InlineData("\"publishedAt\": \"2024-05-01T09:30:00+02:00\"", null)]
    [InlineData("\"publishedAt\": null", "+ publishedAt: 2024-05-01T09:30:00+02:00")]
    [InlineData("\"language\": \"de\"", "- language: de\n+ language: en")]
    [InlineData("\"summary\": [\"Point one\"]", "- summary: Point one")]
    [InlineData("\"captions\": [\"A lighthouse\"]", "- captions: A lighthouse\n+ captions: The bench at the harbour")]
    [InlineData("\"captions\": [\"The tide\", \"The bench at the harbour\", \"The tide\"]", null)]
    [InlineData("\"section\": \"Sport\", \"tags\": [\"harbour\", \"bench\"]", "- section: Sport\n+ section: Local")]
    public void Every_key_that_is_given_is_compared(string given, string? difference)
    {
        var (result, output) = Replay(Rule, $$"""{ {{ExpectedText}}, {{given}} }""");

        result.Should().Be((1, difference is null ? 0 : 1), output);
        output.Should().Contain(difference ?? "ok   hill story.html");
    }

    [Fact]
    public void A_page_that_its_rule_rejects_is_not_as_expected()
    {
        var (result, output) = Replay(Rule + "reject: h1\n", $$"""{ {{ExpectedText}} }""");

        result.Should().Be((1, 1));
        output.Should().Contain("+ not an article: rejected");
    }

    [Fact]
    public void Hosts_without_a_rule_are_told()
    {
        WritePage("hill.example", $$"""{ {{ExpectedText}} }""");
        WritePage("dale.example", $$"""{ {{ExpectedText}} }""");

        var ended = new FixtureReplay(new FixtureFolder(_folder), Rules(Rule), TextWriter.Null).Run(null, colour: false, default);

        ended.Pages.Should().Be(1);
        ended.Without.Should().Equal("dale.example");
    }

    [Theory]
    [InlineData("{}", "title and body")]
    [InlineData("[]", "title and body")]
    [InlineData("{\n  \"title\" }", "line 2, byte 11")]
    [InlineData("{\"title\": \"T\", \"body\": [], \"captoins\": []}", "captoins: unknown key")]
    [InlineData("{\"title\": \"T\", \"body\": \"text\"}", "body: must be a list of texts")]
    [InlineData("{\"title\": [], \"body\": []}", "title: must be a text")]
    [InlineData("{\"title\": \"T\", \"body\": [], \"url\": 1}", "url: must be a text")]
    [InlineData("{\"title\": \"T\", \"body\": [], \"publishedAt\": \"1 May 2024\"}", "publishedAt: \"1 May 2024\" is no date")]
    public void A_file_that_is_no_expected_article_is_named(string json, string why)
    {
        WritePage("hill.example", json);

        var run = () => new FixtureReplay(new FixtureFolder(_folder), Rules(Rule), TextWriter.Null).Run(null, colour: false, default);

        run.Should().Throw<CliException>().Which.Message.Should().Contain("story.json: not an expected article").And.Contain(why).And.NotContain("LineNumber").And.NotContain("dictionary");
    }

    private const string Rule =
        """
        name: hill
        hosts: [hill.example]
        select: { title: h1, subtitle: .deck, author: .by, date: { css: time, attribute: datetime }, body: .story, captions: figcaption, section: .kicker, tags: .tag }

        """;

    private const string ExpectedText = "\"title\": \"A bench\", \"body\": [\"The bench at the harbour was painted on Monday, for the first time in nine years.\", \"It will dry by Friday, said the woman who painted it, if nobody sits on it before.\"]";

    private const string Page =
        """
        <html lang=en><body><p class=kicker>Local</p><h1>A bench</h1><p class=deck>It had stood there for years</p><p class=by>Nora Finch</p><time datetime="2024-05-01T09:30:00+02:00">1 May</time>
        <div class=story><p>The bench at the harbour was painted on Monday, for the first time in nine years.</p>
        <figure><img src=a.jpg><figcaption>The bench at the harbour</figcaption></figure><figure><img src=b.jpg><figcaption>The tide</figcaption></figure>
        <p>It will dry by Friday, said the woman who painted it, if nobody sits on it before.</p></div><p><a class=tag>harbour</a> <a class=tag>bench</a></p></body></html>
        """;

    private static SiteRuleSet Rules(string rule) => SiteRuleSet.Load([new SiteFile("hill.yaml", rule)]);

    private ((int Pages, int Different) Result, string Output) Replay(string rule, string json)
    {
        WritePage("hill.example", json);
        using var output = new StringWriter { NewLine = "\n" };
        var ended = new FixtureReplay(new FixtureFolder(_folder), Rules(rule), output).Run(null, colour: false, default);
        return ((ended.Pages, ended.Different), output.ToString());
    }

    private void WritePage(string host, string json)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, host)).FullName;
        File.WriteAllText(Path.Combine(folder, "story.html"), Page);
        File.WriteAllText(Path.Combine(folder, "story.json"), json);
    }
}
