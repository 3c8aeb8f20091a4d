using System.Globalization;
using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Drift;
using Xunit;
using Xunit.Abstractions;

namespace Scraper.Tests.Drift;

/// <summary>The fixture sites go on publishing, unchanged and in new layouts.</summary>
public sealed class DriftSimulationTests(ITestOutputHelper output)
{
    private const int Usual = 60;

    private static readonly Extractor Extractor = new();
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Hosts()
    {
        var data = new TheoryData<string>();
        foreach (var site in SimulatedSite.All)
        {
            data.Add(site.Host);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Two_hundred_unchanged_pages_raise_no_alarm(string host)
    {
        var site = SimulatedSite.Of(host);
        var (state, alarms) = (DriftState.Start, new List<SiteAlarm>());
        for (var i = 0; i < 200; i++)
        {
            (state, var alarm) = DriftWatch.Observe(state, host, Figures(site.Page(i)), Start.AddHours(i));
            if (alarm is not null)
            {
                alarms.Add(alarm);
                output.WriteLine($"page {i}: {alarm.Detail}");
            }
        }

        alarms.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Each_of_ten_changes_is_noticed_within_three_pages_and_closed_when_it_is_undone(string host)
    {
        var site = SimulatedSite.Of(host);
        var usual = DriftState.Start;
        for (var i = 0; i < Usual; i++)
        {
            (usual, _) = DriftWatch.Observe(usual, host, Figures(site.Page(i)), Start.AddHours(i));
        }

        var missed = new List<string>();
        foreach (var (name, change) in LayoutChanges.All)
        {
            var (state, opened, after) = (usual, (SiteAlarm?)null, 0);
            for (var i = 0; after < 3 && opened is null; i++)
            {
                // A page without captions is the same in a layout that has captions elsewhere.
                var page = site.Page(Usual + i);
                var before = page.Html;
                change(page);
                after += page.Html == before ? 0 : 1;
                (state, opened) = DriftWatch.Observe(state, host, Figures(page), Start.AddHours(Usual + i));
                if (opened is null && after == 3)
                {
                    output.WriteLine(System.Text.Json.JsonSerializer.Serialize(Figures(page)));
                }
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{host}, {name}: {(opened is null ? "NO ALARM" : $"alarm after {after}: {opened.Detail}")}"));
            var (more, closed) = (0, (SiteAlarm?)null);
            for (var i = 0; i < 12 && closed is null && opened is not null; i++)
            {
                (state, var changed) = DriftWatch.Observe(state, host, Figures(site.Page(Usual + 10 + i)), Start.AddHours(100 + i));
                closed = changed?.ClosedAt is null ? null : changed;
                more++;
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    closed after {more}: {closed?.Closing}"));
            if (opened is null || closed is null)
            {
                missed.Add(name);
            }
        }

        missed.Should().BeEmpty();
    }

    private static PageFigures Figures(SimulatedPage page) =>
        FigureReader.Read(Extractor.ExtractHtml(page.Html, new PageContext { Url = new Uri(page.Url), Rule = page.Site.Rule }, CancellationToken.None), page.Url);
}
