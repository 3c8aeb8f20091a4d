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
        SiteLinter.Lint([file]).Problems.Should().BeEmpty();
        var rule = SiteRuleReader.Read(file).Rule!;
        var article = Extractor.ExtractHtml(pages[unseen].Html, new PageContext { Url = new Uri(pages[unseen].Url), Rule = rule }, CancellationToken.None);
        var f1 = WordF1.Of(pages[unseen].Body, article.Article.Text);
        output.WriteLine($"{host} {pages[unseen].Name}: word F1 {f1:0.0000}, title {article.Article.Title == pages[unseen].Title}");
        article.Rule!.FellBack.Should().BeNull();
        f1.Should().BeGreaterThanOrEqualTo(0.98);
    }

    private static string Propose(string host, IEnumerable<FixturePage> pages)
    {
        var examples = pages.Select(p => ExamplePage.Of(p.Html, Extractor.ExtractHtml(p.Html, new PageContext { Url = new Uri(p.Url) }, CancellationToken.None).Article, null, CancellationToken.None)).ToList();
        return LearntRuleWriter.Write(SiteRuleLearner.Learn(examples)!, host, [host], []);
    }
}
