using System.Text.Json;
using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Sites;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Labelling.SiteRules;

/// <summary>The shipped rules, alone, on the saved pages of their sites.</summary>
public sealed class SiteFixtureTests
{
    private static readonly SiteRuleSet Rules = SiteRuleSet.Load(
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "Scraper", "sites"), "*.yaml", SearchOption.AllDirectories)
            .Select(p => new SiteFile(p, File.ReadAllText(p))));

    public static TheoryData<string> Pages()
    {
        var data = new TheoryData<string>();
        foreach (var page in Directory.EnumerateFiles(RepositoryRoot.Fixtures, "*.html", SearchOption.AllDirectories).Where(p => File.Exists(Path.ChangeExtension(p, ".json"))).Order(StringComparer.Ordinal))
        {
            data.Add(Path.GetRelativePath(RepositoryRoot.Fixtures, page).Replace('\\', '/'));
        }

        return data;
    }

    [Fact]
    public void The_shipped_rules_have_no_problems() => Rules.Problems.Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_sites_rule_alone_gives_the_expected_article(string page)
    {
        var path = Path.Combine(RepositoryRoot.Fixtures, page);
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(path, ".json")));
        var rule = Rules.ForHost(page.Split('/')[0]);
        rule.Should().NotBeNull();
        var tree = HtmlTree.Parse(File.ReadAllText(path), HtmlLimits.Default, CancellationToken.None);
        var sheet = new LabelSheet(HtmlBlockReader.Read(tree));
        var labeller = new SiteRuleLabeller(rule!);
        labeller.Label(sheet, CancellationToken.None);

        var body = sheet.Close().Where(b => b.Verdict.IsText).Select(b => b.Block.Text.Replace(" \n", "\n").Replace("\n ", "\n"));
        body.Should().Equal(expected.RootElement.GetProperty("body").EnumerateArray().Select(e => e.GetString()));
        var fields = labeller.Report.Fields;
        fields.Title.Should().Be(Text(expected, "title"));
        fields.Subtitle.Should().Be(Text(expected, "subtitle"));
        fields.Authors.Should().Equal(Texts(expected, "authors"));
        fields.Summary.Should().Equal(Texts(expected, "summary"));
        fields.Captions.Should().BeEquivalentTo(Texts(expected, "captions"));
        if (Text(expected, "publishedAt") is { } published)
        {
            fields.PublishedAt!.Value.Should().Be(DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal));
        }

        labeller.Report.FellBack.Should().BeNull();
    }

    private static string? Text(JsonDocument document, string key) => document.RootElement.GetProperty(key).GetString() is { } text ? Fold(text) : null;

    private static IEnumerable<string> Texts(JsonDocument document, string key) => document.RootElement.GetProperty(key).EnumerateArray().Select(e => Fold(e.GetString()!));

    private static string Fold(string text) => System.Text.RegularExpressions.Regex.Replace(text, "[ \u00A0]+", " ").Trim();
}
