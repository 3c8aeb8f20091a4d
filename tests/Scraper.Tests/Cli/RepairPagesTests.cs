using FluentAssertions;
using Scraper.Cli;
using Scraper.Core.Drift;
using Scraper.Storage;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Cli;

public sealed class RepairPagesTests
{
    private static readonly DateTimeOffset Opened = StoreFixture.Now.AddHours(10);

    [Fact]
    public async Task Articles_that_were_stored_since_the_layout_changed_are_not_believed()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        for (var hour = 1; hour < 16; hour++)
        {
            await SaveAsync(fixture, hour);
        }

        var (state, alarm) = Alarm();
        await fixture.Store.Memory.SaveAsync("example", new SiteMemory(null, null, DriftBlob.Write(state), Opened), alarm, default);

        var (newer, archive) = await RepairPages.ReadAsync(fixture.Store, "example", default);

        newer.Should().BeEmpty();
        archive.Select(p => p.Page.Url!.AbsolutePath).Should().Equal(Enumerable.Range(1, 7).Select(h => $"/{h}"), "8 to 10 raised the alarm, and 11 to 15 came after it");
    }

    [Fact]
    public async Task Without_an_open_alarm_all_are()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        await SaveAsync(fixture, 1);
        await SaveAsync(fixture, 12);
        var (state, alarm) = Alarm();
        await fixture.Store.Memory.SaveAsync("example", new SiteMemory(null, null, DriftBlob.Write(state), Opened), alarm with { ClosedAt = Opened, Closing = "healed" }, default);

        (await RepairPages.ReadAsync(fixture.Store, "example", default)).Archive.Should().HaveCount(2);
    }

    private static (DriftState State, SiteAlarm Alarm) Alarm()
    {
        var alarm = new SiteAlarm("example", 1, [DriftSignal.TitleRepeats], "title_repeats", Url(10), Opened);
        return (new DriftState { Alarm = alarm, Alarms = 1, Suspects = [Url(8), Url(9), Url(10)] }, alarm);
    }

    private static async Task SaveAsync(StoreFixture fixture, int hour)
    {
        var page = StoreFixture.Page(StoreFixture.Article(Url(hour), $"The text of hour {hour}, and of no other hour of that day."));
        await fixture.SaveAsync(page with { Page = page.Page with { FetchedAt = StoreFixture.Now.AddHours(hour) } });
    }

    private static string Url(int hour) => $"https://example.com/{hour}";
}
