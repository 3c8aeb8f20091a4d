using System.Diagnostics;
using AngleSharp.Html.Parser;
using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.SiteFiles;
using Scraper.Tests.Fixtures;
using Xunit;
using Xunit.Abstractions;

namespace Scraper.Tests.Quality;

/// <summary>The pinned floors: lowering one, or changing the corpus, needs an edit of floors.json that says so.</summary>
[Collection("measured")]
public sealed class QualityGateTests(ITestOutputHelper output)
{
    private static readonly QualityFloors Floors = QualityFloors.Read();
    private static readonly IReadOnlyList<FixturePage> Pages = [.. FixturePage.Hosts.SelectMany(FixturePage.Of)];

    private readonly Extractor _extractor = new();

    [Fact]
    public void The_corpus_is_the_one_that_the_floors_were_pinned_on() =>
        Floors.Corpus.Should().Be(QualityFloors.Digest(), "a changed corpus needs its figures measured anew, in the same commit");

    [Fact]
    public void Without_any_rule_quality_holds_its_floor()
    {
        var scores = Pages.Select(p => (p.Host, p.Name, F1: WordF1.Of(p.Body, Body(p, rules: null)))).ToList();
        scores.ForEach(s => output.WriteLine($"{s.F1:F4} {s.Host}/{s.Name}"));
        output.WriteLine($"mean {scores.Average(s => s.F1):F4}, worst {scores.Min(s => s.F1):F4}");

        scores.Average(s => s.F1).Should().BeGreaterThanOrEqualTo(Floors.Generic);
        scores.Min(s => s.F1).Should().BeGreaterThanOrEqualTo(Floors.WorstGeneric);
    }

    [Fact]
    public void With_the_shipped_rules_quality_holds_its_floor()
    {
        var rules = SiteFolders.Load([SiteFolders.Shipped]);
        var mean = Pages.Average(p => WordF1.Of(p.Body, Body(p, rules)));
        output.WriteLine($"mean {mean:F4}");

        mean.Should().BeGreaterThanOrEqualTo(Floors.Ruled);
    }

    /// <summary>A ratio holds on every machine; the best of many rounds is what the code costs, compiled and without its neighbours.</summary>
#if DEBUG
    [Fact(Skip = "an unoptimised build says nothing of speed; .ci/run measures it in Release")]
#else
    [Fact]
#endif
    public void An_extraction_takes_no_more_than_so_many_parses()
    {
        const int Rounds = 30;
        var parser = new HtmlParser();
        double parse = double.MaxValue, extraction = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            parse = Math.Min(parse, Time(p => parser.ParseDocument(p.Html).Dispose()));
            extraction = Math.Min(extraction, Time(p => Body(p, rules: null)));
        }

        output.WriteLine($"{extraction / parse:F2} parses");

        (extraction / parse).Should().BeLessThanOrEqualTo(Floors.Parses);
    }

    private static double Time(Action<FixturePage> act)
    {
        var watch = Stopwatch.StartNew();
        foreach (var page in Pages)
        {
            act(page);
        }

        return watch.Elapsed.TotalMilliseconds;
    }

    private string Body(FixturePage page, SiteRuleSet? rules) =>
        _extractor.ExtractHtml(page.Html, new PageContext { Url = new Uri(page.Url), Rules = rules ?? SiteRuleSet.Empty }, default).Article.Text;
}
