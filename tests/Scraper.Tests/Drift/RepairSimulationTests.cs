using System.Globalization;
using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Articles;
using Scraper.Core.Sites;
using Scraper.Core.Sites.Learning;
using Scraper.Tests.Fixtures;
using Xunit;
using Xunit.Abstractions;

namespace Scraper.Tests.Drift;

/// <summary>The repair that is proposed for each of the ten changes, on pages that it was not made from.</summary>
public sealed class RepairSimulationTests(ITestOutputHelper output)
{
    private static readonly Extractor Extractor = new();

    public static TheoryData<string> Hosts() => DriftSimulationTests.Hosts();

    [Theory]
    [MemberData(nameof(Hosts))]
    public void At_least_eight_of_ten_changes_are_repaired(string host)
    {
        var site = SimulatedSite.Of(host);
        var restored = 0;
        foreach (var (name, change) in LayoutChanges.All)
        {
            var old = Enumerable.Range(500, 4).Select(i => Read(site.Page(i), site.Rule)).ToList();
            var pages = Enumerable.Range(500, 4).Select(i => Changed(site.Page(i), change)).ToList();
            var repair = RuleRepair.Propose(
                site.Rule,
                [.. pages.Zip(old).Select(p => ExamplePage.Of(p.First.Html, p.Second with { Blocks = Read(p.First, null).Blocks }, p.Second.Text, CancellationToken.None))],
                [.. pages.Select(p => Extract(p, site.Rule))]);
            var repaired = repair.Apply(site.Rule, site.Rule);

            var fresh = Enumerable.Range(600, 5).Select(site.Page).ToList();
            var before = fresh.Select(p => Read(p, site.Rule)).ToList();
            fresh.ForEach(change);
            var (without, with) = (Mean(fresh, before, site.Rule), Mean(fresh, before, repaired));
            var isRight = with >= 0.98 && fresh.Zip(before).All(p => Read(p.First, repaired) is var now && now.Title == p.Second.Title && (now.PublishedAt is null) == (p.Second.PublishedAt is null));
            restored += isRight ? 1 : 0;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{host}, {name}: word F1 {without:0.000} -> {with:0.000} {(isRight ? "restored" : "NOT RESTORED")}; body {repair.Body?.Expression}, fields {string.Join(' ', repair.Fields.Select(f => $"{f.Key}={f.Value.Expression}"))}, strips {string.Join(' ', repair.Strips.Select(s => s.Expression))}"));

            // Pages of the archive must come out as they were.
            var archived = site.Page(700);
            var asBefore = WordF1.Of(Read(archived, site.Rule).Text, Read(archived, repaired).Text);
            if (asBefore < 0.98)
            {
                // … if need be by keeping the old layout, dated.
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    archived page {asBefore:0.000}, so the old layout stays"));
                asBefore = WordF1.Of(Read(archived, site.Rule).Text, Read(archived, repair.Apply(site.Rule, site.Rule, new DateOnly(2026, 1, 1))).Text);
            }

            asBefore.Should().BeGreaterThanOrEqualTo(0.98, name);
        }

        restored.Should().BeGreaterThanOrEqualTo(8);
    }

    private static double Mean(IReadOnlyList<SimulatedPage> pages, IReadOnlyList<Article> wanted, SiteRule rule) =>
        pages.Zip(wanted).Average(p => WordF1.Of(p.Second.Text, Read(p.First, rule).Text));

    private static SimulatedPage Changed(SimulatedPage page, Action<SimulatedPage> change)
    {
        change(page);
        return page;
    }

    private static Article Read(SimulatedPage page, SiteRule? rule) => Extract(page, rule).Article;

    private static Extraction Extract(SimulatedPage page, SiteRule? rule) =>
        Extractor.ExtractHtml(page.Html, new PageContext { Url = new Uri(page.Url), Rule = rule }, CancellationToken.None);
}
