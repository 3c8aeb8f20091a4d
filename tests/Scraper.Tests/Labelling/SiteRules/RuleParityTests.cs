using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Labelling.SiteRules;

/// <summary>A rule says the same in CSS and in XPath: every key that takes a selector, on every saved page.</summary>
public sealed class RuleParityTests
{
    private const string Css = """
        name: css
        select:
          title: h1
          subtitle: "[class*=sub], [class*=deck]"
          author: { css: "[class*=author] a, [class*=byline] a", split: \s+and\s+ }
          date: { css: time, attribute: datetime }
          captions: figcaption
          tags: "[rel=tag]"
          body: article
        strip:
          aside: related
          "[id=comments]": comment
          nav li: navigation
        keep: table
        unwrap: figure
        cut_after:
          - css: footer
        reject: body.photo-gallery
        next_page: a[rel=next]
        """;

    private const string XPath = """
        name: xpath
        select:
          title: //h1
          subtitle: //*[contains(@class, 'sub') or contains(@class, 'deck')]
          author: { xpath: "//*[contains(@class, 'author')]//a | //*[contains(@class, 'byline')]//a", split: \s+and\s+ }
          date: //time/@datetime
          captions: //figcaption
          tags: //*[@rel='tag']
          body: //article
        strip:
          //aside: related
          //*[@id='comments']: comment
          //nav//li: navigation
        keep: //table
        unwrap: //figure
        cut_after:
          - xpath: //footer
        reject: //body[contains(concat(' ', normalize-space(@class), ' '), ' photo-gallery ')]
        next_page: //a[@rel='next']
        """;

    private static readonly IReadOnlyList<string> Paths =
        [.. Directory.EnumerateFiles(RepositoryRoot.Fixtures, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Pages() => [.. Paths.Select(p => Path.GetRelativePath(RepositoryRoot.Fixtures, p).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_same_rule_in_both_dialects_reads_a_page_alike(string page)
    {
        var html = File.ReadAllText(Path.Combine(RepositoryRoot.Fixtures, page));
        var (css, xpath) = (Read(html, Css), Read(html, XPath));

        xpath.Article.Blocks.Select(b => (b.Block.Text, b.Verdict.Label)).Should().Equal(css.Article.Blocks.Select(b => (b.Block.Text, b.Verdict.Label)));
        xpath.Rule!.Fields.Should().BeEquivalentTo(css.Rule!.Fields);
        xpath.Rule.Counts.Select(c => (c.Key, c.Hits)).Should().Equal(css.Rule.Counts.Select(c => (c.Key, c.Hits)));
        (xpath.Rule.FellBack is null).Should().Be(css.Rule.FellBack is null);
        xpath.Rule.Rejected.Should().BeNull();
    }

    [Fact]
    public void The_two_rules_find_something_on_the_saved_pages()
    {
        var found = Paths.SelectMany(p => Read(File.ReadAllText(p), Css).Rule!.Counts).Where(c => c.Hits > 0).Select(c => c.Key).ToHashSet();

        found.Should().Contain(["title", "date", "captions", "body", "strip"]);
    }

    private static Extraction Read(string html, string yaml)
    {
        var reading = SiteRuleReader.Read("rule.yaml", "hosts: [example.com]\n" + yaml);
        reading.Problems.Should().BeEmpty();
        return new Extractor().ExtractHtml(html, new PageContext { Rule = reading.Rule }, default);
    }
}
