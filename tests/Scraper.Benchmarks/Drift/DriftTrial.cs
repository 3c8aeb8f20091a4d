using System.Globalization;
using AngleSharp.Html.Dom;
using Scraper.Benchmarks.Evaluation;
using Scraper.Core;
using Scraper.Core.Articles;
using Scraper.Core.Drift;
using Scraper.Core.Sites;
using Scraper.Core.Sites.Learning;
using Scraper.Core.Templates;
using Scraper.Tests.GeneratedSites;

namespace Scraper.Benchmarks.Drift;

/// <summary>A generated site that goes on publishing, under a rule that was learnt from three of its pages.</summary>
internal sealed class DriftTrial
{
    private const int Shown = 3, Usual = 60, Unchanged = 125;

    private static readonly Extractor Extractor = new();
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly GeneratedSite _site;
    private readonly SiteRule? _rule;
    private readonly DriftState _usual = DriftState.Start;

    public DriftTrial(GeneratedSite site)
    {
        _site = site;
        _rule = Learn([.. Enumerable.Range(300, Shown).Select(site.Page)]);
        for (var i = 0; i < Usual; i++)
        {
            (_usual, _) = Observe(_usual, site.Page(400 + i), i);
        }
    }

    /// <summary>Word F1 of the learnt rule, and of no rule, on pages that it was not shown; and what it is.</summary>
    public (double With, double Without, string Rule) Learnt(int shown)
    {
        var pages = Enumerable.Range(800, 20).Select(_site.Page).ToList();
        var rule = Learn([.. Enumerable.Range(300, shown).Select(_site.Page)]);
        return (pages.Average(p => F1(p.Text, Read(p, rule).Article)), pages.Average(p => F1(p.Text, Read(p, null).Article)), rule is null ? "none" : string.Join(", ", rule.Layouts[0].Selectors(SiteField.Body).Select(s => s.Expression)));
    }

    /// <summary>Alarms while nothing changes.</summary>
    public IReadOnlyList<string> FalseAlarms()
    {
        var (state, alarms) = (DriftState.Start, new List<string>());
        for (var i = 0; i < Unchanged; i++)
        {
            (state, var alarm) = Observe(state, _site.Page(2000 + i), i);
            if (alarm is { ClosedAt: null })
            {
                alarms.Add(alarm.Detail);
            }
        }

        return alarms;
    }

    /// <summary>Changed pages until the alarm, and what it says; <see langword="null"/> where none of ten raises it.</summary>
    public (int Pages, string Detail)? Alarm(Action<IHtmlDocument, GeneratedSite, int> change)
    {
        var state = _usual;
        for (var i = 0; i < 10; i++)
        {
            (state, var alarm) = Observe(state, OtherChanges.Apply(_site, 500 + i, change), Usual + i);
            if (alarm is not null)
            {
                return (i + 1, alarm.Detail);
            }
        }

        return null;
    }

    /// <summary>Word F1, by what the rule made of the pages before the change, without and with the repair that is proposed; and the repair.</summary>
    public (double Without, double With, string Repair) Repaired(Action<IHtmlDocument, GeneratedSite, int> change)
    {
        if (_rule is null)
        {
            return (0, 0, "no rule");
        }

        var numbers = Enumerable.Range(600, 4).ToList();
        var changed = numbers.Select(n => OtherChanges.Apply(_site, n, change)).ToList();
        var examples = numbers.Zip(changed).Select(p =>
        {
            var old = Read(_site.Page(p.First), _rule).Article;
            return ExamplePage.Of(p.Second.Html, old with { Blocks = Read(p.Second, null).Article.Blocks }, old.Text, CancellationToken.None);
        }).ToList();
        var repair = RuleRepair.Propose(_rule, examples, [.. changed.Select(p => Read(p, _rule))]);
        var repaired = repair.Apply(_rule, _rule);
        var fresh = Enumerable.Range(700, 5).Select(n => (Old: Read(_site.Page(n), _rule).Article.Text, Now: OtherChanges.Apply(_site, n, change))).ToList();
        return (
            fresh.Average(p => F1(p.Old, Read(p.Now, _rule).Article)),
            fresh.Average(p => F1(p.Old, Read(p.Now, repaired).Article)),
            string.Create(CultureInfo.InvariantCulture, $"body {repair.Body?.Expression ?? "as it was"}, strips {string.Join(' ', repair.Strips.Select(s => s.Expression))}"));
    }

    /// <summary>As <c>sites learn</c> does: what the pages have in common is learnt first.</summary>
    private SiteRule? Learn(IReadOnlyList<GeneratedPage> pages)
    {
        var template = SiteTemplate.Of(pages.Aggregate(TemplateMemory.Empty, (m, p) => TemplateLearner.Learn(m, p.Url, Read(p, null).Article.Blocks)));
        var learnt = SiteRuleLearner.Learn([.. pages.Select(p => ExamplePage.Of(p.Html, Read(p, null, template).Article, null, CancellationToken.None))]);
        return learnt is null ? null : SiteRuleReader.Read(new SiteFile($"{_site.Host}.yaml", LearntRuleWriter.Write(learnt, _site.Host, [_site.Host], []))).Rule;
    }

    private (DriftState, SiteAlarm?) Observe(DriftState state, GeneratedPage page, int hour) =>
        DriftWatch.Observe(state, _site.Host, FigureReader.Read(Read(page, _rule), page.Url), Start.AddHours(hour));

    private static Extraction Read(GeneratedPage page, SiteRule? rule, SiteTemplate? template = null) =>
        Extractor.ExtractHtml(page.Html, new PageContext { Url = new Uri(page.Url), Rule = rule, Template = template }, CancellationToken.None);

    private static double F1(string wanted, Article article) => BagScore.Of(wanted, article.Text).F1;
}
