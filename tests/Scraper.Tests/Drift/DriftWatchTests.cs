using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Drift;
using Scraper.Core.Sites;
using Scraper.Core.Sites.Learning;
using Scraper.Tests.GeneratedSites;
using Xunit;

namespace Scraper.Tests.Drift;

/// <summary>What the watch says of sites that its thresholds were not chosen by.</summary>
public sealed class DriftWatchTests
{
    private const string Host = "slow-ferry.example";

    private static readonly Extractor Extractor = new();
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_site_whose_captions_now_and_then_stand_in_the_text_raises_no_alarm(int seed)
    {
        var random = new Random(seed);
        var pages = Enumerable.Range(0, 400).Select(i => Page(i) with { Captions = random.NextDouble() < 0.75 ? 0 : 1, CaptionLike = random.NextDouble() < 0.2 ? 2 : 0 });

        Alarms(pages).Should().BeEmpty();
    }

    [Fact]
    public void Captions_that_stand_in_the_text_from_now_on_raise_one()
    {
        var random = new Random(4);
        var pages = Enumerable.Range(0, 60).Select(i => Page(i) with { Captions = random.NextDouble() < 0.2 ? 0 : 1 })
            .Concat(Enumerable.Range(60, 4).Select(i => Page(i) with { Captions = 0, CaptionLike = i == 61 ? 0 : 1 }));

        Alarms(pages).Should().ContainSingle().Which.Signals.Should().Contain(DriftSignal.CaptionsInText);
    }

    [Fact]
    public void A_title_that_goes_on_repeating_does_not_heal_the_alarm_nor_become_usual()
    {
        var pages = Enumerable.Range(0, 30).Select(Page).Concat(Enumerable.Range(30, 12).Select(i => Page(i) with { Title = "The Gazette" }));

        var (state, closed) = Watch(pages);

        closed.Should().BeEmpty();
        state.Alarm!.Signals.Should().Equal(DriftSignal.TitleRepeats);
        state.Baseline.Should().NotContain(f => f.Title == "The Gazette");
    }

    [Fact]
    public void Titles_of_their_own_heal_it_and_the_pages_that_raised_it_stay_out_of_the_baseline()
    {
        var pages = Enumerable.Range(0, 30).Select(Page).Concat(Enumerable.Range(30, 6).Select(i => Page(i) with { Title = "The Gazette" })).Concat(Enumerable.Range(40, 9).Select(Page));

        var (state, closed) = Watch(pages);

        closed.Should().ContainSingle().Which.Closing.Should().Be("healed");
        state.Alarm.Should().BeNull();
        state.Baseline.Should().NotContain(f => f.Title == "The Gazette").And.Contain(f => f.Title == "Story 40");
    }

    [Fact]
    public void An_open_alarm_knows_the_pages_that_raised_it()
    {
        var (state, _) = Watch(Enumerable.Range(0, 30).Select(Page).Concat(Enumerable.Range(30, 5).Select(i => Page(i) with { FellBack = "body not found" })));

        state.Suspects.Should().Contain(["http://a.example/30", "http://a.example/31", "http://a.example/32"]).And.NotContain("http://a.example/33");
        DriftBlob.Read(DriftBlob.Write(state)).Suspects.Should().Equal(state.Suspects);
    }

    [Fact]
    public void The_next_article_below_this_one_is_seen_by_its_headline()
    {
        var rule = SiteRuleReader.Read(new SiteFile("ferry.yaml", $"name: ferry\nhosts: [{Host}]\nselect:\n  body: .available-content\n")).Rule!;
        var site = GeneratedSite.All.Single(s => s.Host == Host);
        PageFigures Figures(GeneratedPage page) => FigureReader.Read(Extractor.ExtractHtml(page.Html, new PageContext { Url = new Uri(page.Url), Rule = rule }, CancellationToken.None), page.Url);
        GeneratedPage Endless(int number)
        {
            var (page, next) = (site.Page(number), site.Page(number + 500).Html);
            var article = next[next.IndexOf("<article", StringComparison.Ordinal)..(next.IndexOf("</article>", StringComparison.Ordinal) + "</article>".Length)];
            return page with { Html = page.Html.Replace("</article>", "</article>" + article, StringComparison.Ordinal) };
        }

        var alarms = Alarms(Enumerable.Range(0, 30).Select(i => Figures(site.Page(i))).Concat(Enumerable.Range(30, 3).Select(i => Figures(Endless(i)))));

        alarms.Should().ContainSingle().Which.Signals.Should().Contain(DriftSignal.SecondHeadline);
    }

    [Fact]
    public void Where_the_text_is_gone_no_repair_is_proposed()
    {
        var rule = SiteRuleReader.Read(new SiteFile("ferry.yaml", $"name: ferry\nhosts: [{Host}]\nselect:\n  body: .available-content\n")).Rule!;
        var site = GeneratedSite.All.Single(s => s.Host == Host);
        Extraction Read(string html, SiteRule? by) => Extractor.ExtractHtml(html, new PageContext { Url = new Uri($"https://{Host}/"), Rule = by }, CancellationToken.None);
        var pages = Enumerable.Range(600, 4).Select(n => site.Page(n).Html).Select(html => (Old: Read(html, rule).Article, Html: Walled(html))).ToList();

        RuleRepair.Propose(
            rule,
            [.. pages.Select(p => ExamplePage.Of(p.Html, p.Old with { Blocks = Read(p.Html, null).Article.Blocks }, p.Old.Text, CancellationToken.None))],
            [.. pages.Select(p => Read(p.Html, rule))]).IsEmpty.Should().BeTrue();

        static string Walled(string html)
        {
            var start = html.IndexOf("</p>", html.IndexOf("body markup", StringComparison.Ordinal), StringComparison.Ordinal) + "</p>".Length;
            return html[..start] + "<div class=wall><p>Read on with a subscription; the first month costs one crown and you may leave at any time.</p></div>" + html[html.IndexOf("<div class=\"post-footer", StringComparison.Ordinal)..];
        }
    }

    private static PageFigures Page(int number) => new() { Url = $"http://a.example/{number}", Title = $"Story {number}", Length = 3000, Kept = 0.5, HasAuthor = true, HasDate = true, Captions = 1 };

    private static (DriftState State, List<SiteAlarm> Closed) Watch(IEnumerable<PageFigures> pages)
    {
        var (state, closed, hour) = (DriftState.Start, new List<SiteAlarm>(), 0);
        foreach (var page in pages)
        {
            (state, var alarm) = DriftWatch.Observe(state, "a site", page, Start.AddHours(hour++));
            closed.AddRange(alarm is { ClosedAt: not null } ? [alarm] : Array.Empty<SiteAlarm>());
        }

        return (state, closed);
    }

    private static List<SiteAlarm> Alarms(IEnumerable<PageFigures> pages)
    {
        var (state, alarms, hour) = (DriftState.Start, new List<SiteAlarm>(), 0);
        foreach (var page in pages)
        {
            (state, var alarm) = DriftWatch.Observe(state, "a site", page, Start.AddHours(hour++));
            if (alarm is { ClosedAt: null })
            {
                alarms.RemoveAll(a => a.Number == alarm.Number);
                alarms.Add(alarm);
            }
        }

        return alarms;
    }
}
