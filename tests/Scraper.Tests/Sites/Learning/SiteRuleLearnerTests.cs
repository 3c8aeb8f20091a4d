using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.Core.Sites.Learning;
using Scraper.Tests.Fixtures;
using Xunit;
using Xunit.Abstractions;

namespace Scraper.Tests.Sites.Learning;

/// <summary>A rule proposed from three pages of a site, on the page it was not shown.</summary>
public sealed class SiteRuleLearnerTests(ITestOutputHelper output)
{
    private static readonly Extractor Extractor = new();

    public static TheoryData<string, int> Sites()
    {
        var data = new TheoryData<string, int>();
        foreach (var host in FixturePage.Hosts)
        {
            for (var unseen = 0; unseen < FixturePage.Of(host).Count; unseen++)
            {
                data.Add(host, unseen);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void Three_pages_teach_the_body_of_the_fourth(string host, int unseen)
    {
        var pages = FixturePage.Of(host);
        var yaml = Propose(host, pages.Where((_, i) => i != unseen));
        output.WriteLine(yaml);

        var file = new SiteFile($"{host}.yaml", yaml);
        SiteLinter.Lint([file]).Problems.Should().OnlyContain(p => p.Key == "schedule", "when a site is visited is for its user to say");
        var rule = SiteRuleReader.Read(file).Rule!;
        var article = Extractor.ExtractHtml(pages[unseen].Html, new PageContext { Url = new Uri(pages[unseen].Url), Rule = rule }, CancellationToken.None);
        var f1 = WordF1.Of(pages[unseen].Body, article.Article.Text);
        output.WriteLine($"{host} {pages[unseen].Name}: word F1 {f1:0.0000}, title {article.Article.Title == pages[unseen].Title}");
        article.Rule!.FellBack.Should().BeNull();
        f1.Should().BeGreaterThanOrEqualTo(0.98);
    }

    [Theory]
    [InlineData("<p class=byline>By <a href=/staff>NAME</a></p>", ".byline > a")]
    [InlineData("<p class=byline>By <a class=author href=/staff>NAME</a></p>", ".author")]
    [InlineData("<p class=byline>By <span>NAME</span>, Harbour correspondent</p>", ".byline > span")]
    public void An_author_is_found_in_a_byline_that_says_more(string byline, string selector)
    {
        var pages = new[] { "Nora Finch", "Ann Lee", "Peter Lund" }
            .Select((name, i) => Example(Page(i, "story-text").Replace("</h1>", "</h1>" + byline.Replace("NAME", name, StringComparison.Ordinal), StringComparison.Ordinal))).ToList();

        SiteRuleLearner.Learn(pages)!.Fields[SiteField.Author].Expression.Should().Be(selector);
    }

    [Fact]
    public void Pages_of_two_layouts_are_told_apart_and_the_larger_group_teaches_a_rule()
    {
        var pages = new[] { "story-text", "old-text", "story-text", "old-text", "story-text" }.Select((body, i) => Example(Page(i, body))).ToList();

        SiteRuleLearner.Learn(pages).Should().BeNull();
        var groups = PageLayouts.Group(pages);

        groups.Should().HaveCount(2);
        groups[0].Should().Equal(0, 2, 4);
        groups[1].Should().Equal(1, 3);
        SiteRuleLearner.Learn([.. groups[0].Select(i => pages[i])])!.Body.Expression.Should().Contain("story-text");
    }

    [Fact]
    public void Fields_for_which_nothing_was_found_are_named() =>
        SiteRuleLearner.Learn([.. Enumerable.Range(0, 3).Select(i => Example(Page(i, "story-text")))])!.Notes
            .Should().Contain(n => n.StartsWith("no selector was found for author, date, captions", StringComparison.Ordinal));

    private static string Page(int number, string body)
    {
        string[] things = ["orchard", "harbour", "library", "tramway", "market", "theatre", "bridge"];
        var paragraphs = Enumerable.Range(0, 6).Select(i => $"<p>The {things[number]} was opened on day {i} of week {number}, said the {things[(number + i) % 7]} council, and the people of {number}{i} streets came to see it.</p>");
        return $"<html lang=en><body><h1 class={body}-head>News of the {things[number]}</h1><div class={body}>{string.Concat(paragraphs)}</div></body></html>";
    }

    private static ExamplePage Example(string html) =>
        ExamplePage.Of(html, Extractor.ExtractHtml(html, new PageContext(), CancellationToken.None).Article, null, CancellationToken.None);

    private static string Propose(string host, IEnumerable<FixturePage> pages)
    {
        var examples = pages.Select(p => ExamplePage.Of(p.Html, Extractor.ExtractHtml(p.Html, new PageContext { Url = new Uri(p.Url) }, CancellationToken.None).Article, null, CancellationToken.None)).ToList();
        return LearntRuleWriter.Write(SiteRuleLearner.Learn(examples)!, host, [host], []);
    }
}
