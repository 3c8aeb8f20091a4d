using System.Net;
using FluentAssertions;
using Scraper.Core.Drift;
using Scraper.Core.Sites;
using Scraper.Storage;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Web;

/// <summary>What a person or a program does with a site.</summary>
public sealed class SiteActionsTests
{
    [Fact]
    public async Task A_site_is_visited_now_when_somebody_says_so_and_activity_tells()
    {
        await using var site = await NewsSite.StartAsync(articles: 2);
        site.Add(1);

        var activity = await site.Workbench.FollowAsync(await site.Workbench.SubmitAsync(await site.Workbench.PageAsync("/"), "/sites/run"));
        await site.StoredAsync(3);

        activity.QuerySelector("h1")!.TextContent.Should().Be("Activity");
        (await site.Workbench.PageAsync("/activity")).QuerySelector("#activity table")!.TextContent.Should().Contain("http://news.example/a/2").And.Contain("Stored");
    }

    [Fact]
    public async Task A_paused_site_is_not_visited_not_even_after_a_restart_until_it_is_resumed()
    {
        await using var site = await NewsSite.StartAsync(articles: 1);
        var web = site.Workbench;

        var paused = await web.FollowAsync(await web.SubmitAsync(await web.PageAsync("/"), "/sites/pause"));
        paused.QuerySelector("main tbody tr")!.TextContent.Should().Contain("paused since");
        paused.QuerySelectorAll("form[action='/sites/run']").Should().BeEmpty();
        (await web.JsonAsync("/api/v1/sites"))[0].GetProperty("pausedAt").GetDateTimeOffset().Should().BeCloseTo(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));
        using var refused = await web.Client.SendAsync(await web.PostAsync("/api/v1/sites/news/run", new { }));
        refused.StatusCode.Should().Be(HttpStatusCode.NotFound);

        var rule = new SiteRule { Name = "news", Hosts = ["news.example"], Schedule = new SiteSchedule { Every = TimeSpan.FromSeconds(1) } };
        var restarted = new Scraper.Scheduling.ScheduledSites(() => [rule], allAtStart: true);
        (await restarted.DueAsync(web.Store.Store, DateTimeOffset.UtcNow, CancellationToken.None)).Should().BeEmpty();

        site.Add(1);
        using var resumed = await web.Client.SendAsync(await web.PostAsync("/api/v1/sites/news/resume", new { }));
        using var run = await web.Client.SendAsync(await web.PostAsync("/api/v1/sites/news/run", new { }));
        (resumed.StatusCode, run.StatusCode).Should().Be((HttpStatusCode.NoContent, HttpStatusCode.NoContent));
        await site.StoredAsync(2);
    }

    [Fact]
    public async Task An_alarm_is_acknowledged_and_shows_anew_when_it_grows()
    {
        await using var web = await Workbench.StartAsync();
        var store = web.Store.Store;
        var (memory, alarm) = (new SiteMemory(null, null, null, StoreFixture.Now), new SiteAlarm("news", 1, [DriftSignal.Shrunk], "texts are short", "http://news.example/a", StoreFixture.Now));
        await store.Memory.SaveAsync("news", memory, alarm, CancellationToken.None);

        var seen = await web.FollowAsync(await web.SubmitAsync(await web.PageAsync("/"), "/sites/acknowledge"));
        seen.QuerySelectorAll("form[action='/sites/acknowledge']").Should().BeEmpty();
        (await web.JsonAsync("/api/v1/alarms"))[0].GetProperty("acknowledgedAt").ValueKind.Should().Be(System.Text.Json.JsonValueKind.String);
        await store.Memory.SaveAsync("news", memory, alarm, CancellationToken.None);
        (await store.Memory.AlarmsAsync(true, 1, CancellationToken.None))[0].AcknowledgedAt.Should().NotBeNull("nothing has changed");

        await store.Memory.SaveAsync("news", memory, alarm with { Signals = [DriftSignal.Shrunk, DriftSignal.FellBack] }, CancellationToken.None);
        (await web.JsonAsync("/api/v1/alarms"))[0].GetProperty("acknowledgedAt").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        using var again = await web.Client.SendAsync(await web.PostAsync("/api/v1/alarms/news/1/acknowledge", new { }));
        using var missing = await web.Client.SendAsync(await web.PostAsync("/api/v1/alarms/news/2/acknowledge", new { }));
        (again.StatusCode, missing.StatusCode).Should().Be((HttpStatusCode.NoContent, HttpStatusCode.NotFound));

        await store.Memory.SaveAsync("news", memory, alarm with { ClosedAt = StoreFixture.Now, Closing = "healed" }, CancellationToken.None);
        (await web.JsonAsync("/api/v1/alarms")).GetArrayLength().Should().Be(0);
        (await web.JsonAsync("/api/v1/alarms?all=true")).GetArrayLength().Should().Be(1);
    }

    [Theory]
    [InlineData("/sites/run")]
    [InlineData("/sites/pause")]
    [InlineData("/sites/resume")]
    [InlineData("/sites/reextract")]
    [InlineData("/sites/acknowledge")]
    [InlineData("/pages/1/bench")]
    public async Task Nothing_is_done_without_the_token_against_forgery(string path)
    {
        await using var web = await Workbench.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([KeyValuePair.Create("site", "news")]) };
        request.Headers.Add("Origin", web.Origin);

        using var answer = await web.Client.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Who_listens_to_activity_is_told_of_changes_and_let_go_at_the_end()
    {
        await using var site = await NewsSite.StartAsync(articles: 1);
        using var answer = await site.Workbench.Client.GetAsync("/activity/events", HttpCompletionOption.ResponseHeadersRead);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        (await NextAsync(lines)).Should().Be("event: changed");

        site.Add(1);
        await site.Workbench.SubmitAsync(await site.Workbench.PageAsync("/"), "/sites/run");

        (await NextAsync(lines)).Should().Be("event: changed");
        var stop = site.Workbench.DisposeAsync().AsTask();
        (await Task.WhenAny(stop, Task.Delay(TimeSpan.FromSeconds(10)))).Should().Be(stop, "a listener must not hold the daemon");
    }

    private static async Task<string?> NextAsync(StreamReader lines)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("event:", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return null;
    }
}
