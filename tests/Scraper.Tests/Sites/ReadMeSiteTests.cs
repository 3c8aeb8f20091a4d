using FluentAssertions;
using Scraper.Cli;
using Scraper.Core;
using Scraper.Core.Labelling;
using Scraper.SiteFiles;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Sites;

/// <summary>"A site is one YAML and one fixture": the examples of the read-mes, done as they say.</summary>
public sealed class ReadMeSiteTests : IDisposable
{
    private const string Page = """
        <html><head><title>Bell found in well - News</title></head><body>
        <nav><a href=/>Home</a> <a href=/sport>Sport</a></nav>
        <h1 class=headline>Bell found in well</h1><p class=byline>By <a href=/staff/ann>Ann Author</a></p>
        <article><div class="article-body story">
        <p>The bell of the old chapel, lost for ninety years, was found at the bottom of the village well on Monday.</p>
        <p class="read-also newsletter-box">Get the best of the hills in your inbox every morning</p>
        <div class="newsletter newsletter-box">Sign up for our newsletter, it costs nothing at all</div>
        <p>It will be cleaned over the winter and hung again in the spring, the parish council said after its meeting.</p>
        </div></article></body></html>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("scraper-readme-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("README.md", "## Add a site", "hillgazette.example")]
    [InlineData("src/Scraper/sites/README.md", "## A site in ten lines", "news.example.org")]
    public void A_site_is_added_with_the_lines_of_the_read_me_and_one_saved_page(string readme, string section, string host)
    {
        var yaml = Example(File.ReadAllText(Path.Combine(RepositoryRoot.Path, readme)), section);
        yaml.Split('\n').Should().HaveCountLessThanOrEqualTo(12);
        var sites = Directory.CreateDirectory(Path.Combine(_folder, "my-sites")).FullName;
        File.WriteAllText(Path.Combine(sites, $"{host}.yaml"), yaml);
        var fixture = Directory.CreateDirectory(Path.Combine(_folder, "fixtures", host)).FullName;
        File.WriteAllText(Path.Combine(fixture, "story.html"), Page);
        File.WriteAllText(
            Path.Combine(fixture, "story.json"),
            """
            { "title": "Bell found in well", "body": [
              "The bell of the old chapel, lost for ninety years, was found at the bottom of the village well on Monday.",
              "It will be cleaned over the winter and hung again in the spring, the parish council said after its meeting."] }
            """);

        var rules = SiteFolders.Load([sites]);
        using var output = new StringWriter();
        var ended = new FixtureReplay(new FixtureFolder(Path.Combine(_folder, "fixtures")), rules, output).Run(null, colour: false, default);
        (ended.Pages, ended.Different).Should().Be((1, 0), output.ToString());

        rules.Problems.Should().BeEmpty();
        var rule = rules.ForHost(host)!;
        rule.Schedule.Should().NotBeNull();
        rule.Discovery.Feeds.Should().ContainSingle();
        var article = new Extractor().ExtractHtml(Page, new PageContext { Url = new Uri($"https://{host}/a"), Rules = rules }, default).Article;
        article.Rule!.FellBack.Should().BeNull();
        article.Blocks.Single(b => b.Block.Text.StartsWith("Get the best", StringComparison.Ordinal)).Verdict.Label.Should().BeOneOf(Label.Advert, Label.Related);
    }

    // The first block of code after a heading, fenced or indented.
    private static string Example(string text, string section)
    {
        var lines = text[text.IndexOf(section, StringComparison.Ordinal)..].ReplaceLineEndings("\n").Split('\n').Skip(1).ToList();
        var start = lines.FindIndex(l => l.StartsWith("```", StringComparison.Ordinal) || l.StartsWith("    ", StringComparison.Ordinal));
        return lines[start].StartsWith("```", StringComparison.Ordinal)
            ? string.Join('\n', lines.Skip(start + 1).TakeWhile(l => !l.StartsWith("```", StringComparison.Ordinal)))
            : string.Join('\n', lines.Skip(start).TakeWhile(l => l.StartsWith("    ", StringComparison.Ordinal)).Select(l => l[4..]));
    }
}
