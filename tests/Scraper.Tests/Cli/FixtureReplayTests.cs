using FluentAssertions;
using Scraper.Cli;
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

        var (pages, different) = new FixtureReplay(RepositoryRoot.Fixtures, SiteFolders.Load([]), output).Run(null, colour: false, default);

        pages.Should().BeGreaterThanOrEqualTo(20);
        different.Should().Be(0, output.ToString());
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

        new FixtureReplay(_folder, rules, output).Run(rules.ByName("iranfocus"), colour: false, default).Should().Be((1, 1));

        output.ToString().Should().StartWith("DIFF iranfocus story.html\n- title: Another [2J title").And.Contain($"+ title: {title}").And.NotContain("\e");
        new FixtureReplay(_folder, rules, output).Run(rules.ByName("egypttoday"), colour: false, default).Should().Be((0, 0));
    }

    [Fact]
    public void A_file_that_is_no_expected_article_is_named()
    {
        var host = Directory.CreateDirectory(Path.Combine(_folder, "iranfocus.com")).FullName;
        File.WriteAllText(Path.Combine(host, "story.html"), "<p>text");
        File.WriteAllText(Path.Combine(host, "story.json"), "{}");

        var run = () => new FixtureReplay(_folder, SiteFolders.Load([]), TextWriter.Null).Run(null, colour: false, default);

        run.Should().Throw<CliException>().WithMessage("*story.json: not an expected article*");
    }
}
