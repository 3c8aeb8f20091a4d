using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Labelling;
using Scraper.Core.Templates;
using Xunit;
using Xunit.Abstractions;

namespace Scraper.Tests.GeneratedSites;

/// <summary>What the pages of a site teach of its other pages, on sites that were made for it.</summary>
public sealed class GeneratedSiteTests(ITestOutputHelper output)
{
    private const int Unseen = 10;

    private static readonly Extractor Extractor = new();

    [Fact]
    public void A_page_is_the_same_every_time() =>
        GeneratedSite.All.Should().OnlyContain(site => site.Page(7) == site.Page(7) && site.Page(7).Html != site.Page(8).Html);

    [Fact]
    public void Precision_rises_with_the_pages_that_are_known_and_recall_stays()
    {
        var pages = GeneratedSite.All.ToDictionary(s => s, s => Enumerable.Range(100, 100 + Unseen).Select(s.Page).ToList());
        var scores = new[] { 0, 10, 30, 100 }.Select(known =>
        {
            var all = pages.SelectMany(site => Score(site.Value, known)).ToList();
            var score = (P: all.Average(s => s.P), R: all.Average(s => s.R));
            output.WriteLine($"{known} pages known: precision {score.P:0.0000}, recall {score.R:0.0000}");
            return score;
        }).ToList();

        scores.Select(s => s.P).Should().BeInAscendingOrder();
        scores[^1].P.Should().BeGreaterThan(scores[0].P + 0.04);
        scores.Should().OnlyContain(s => s.R > scores[0].R - 0.002);
    }

    private static IEnumerable<(double P, double R)> Score(List<GeneratedPage> pages, int known)
    {
        var memory = pages.SkipLast(Unseen).TakeLast(known).Aggregate(TemplateMemory.Empty, (m, p) => TemplateLearner.Learn(m, p.Url, Read(p, null)));
        var template = SiteTemplate.Of(memory);
        foreach (var page in pages.TakeLast(Unseen))
        {
            var (wanted, found) = (Words(page.Text), Words(string.Join(' ', Read(page, template).Where(b => b.Verdict.IsText).Select(b => b.Block.Text))));
            double shared = wanted.Sum(w => Math.Min(w.Value, found.GetValueOrDefault(w.Key)));
            yield return (shared / found.Values.Sum(), shared / wanted.Values.Sum());
        }
    }

    private static IReadOnlyList<LabelledBlock> Read(GeneratedPage page, SiteTemplate? template) =>
        Extractor.ExtractHtml(page.Html, new PageContext { Url = new Uri(page.Url), Template = template }, CancellationToken.None).Article.Blocks;

    private static Dictionary<string, int> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
}
