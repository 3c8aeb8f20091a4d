using System.Collections.Concurrent;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Core.Drift;
using Scraper.Fetching;
using Scraper.Tests.Fetching;
using Scraper.Tests.Storage;
using Scraper.Watching;
using Xunit;

namespace Scraper.Tests.Watching;

public sealed class AlarmHookTests
{
    [Fact]
    public async Task An_alarm_is_posted_as_json_with_its_length_which_simple_receivers_go_by()
    {
        var posts = new ConcurrentQueue<(long? Length, string? Type)>();
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            posts.Enqueue((context.Request.ContentLength, context.Request.ContentType));
            return Task.CompletedTask;
        });
        var address = new Uri($"http://127.0.0.1:{web.Port}/");
        await using (var hook = new AlarmHook(address, WebhookDialler.For(address, new FetchOptions()), TimeSpan.FromMilliseconds(20), NullLogger<AlarmHook>.Instance))
        {
            hook.Send(new SiteAlarm("news", 1, [DriftSignal.Shrunk], "texts are short", "http://news.example/a", StoreFixture.Now));
        }

        var (length, type) = posts.Should().ContainSingle().Which;
        length.Should().BeGreaterThan(0);
        type.Should().StartWith("application/json");
    }

    [Fact]
    public async Task An_alarm_is_delivered_by_the_status_however_long_the_answer_is()
    {
        var posts = 0;
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            Interlocked.Increment(ref posts);
            return context.Response.Body.WriteAsync(new byte[1_000_000]).AsTask();
        });
        var address = new Uri($"http://127.0.0.1:{web.Port}/");
        await using (var hook = new AlarmHook(address, WebhookDialler.For(address, new FetchOptions()), TimeSpan.FromMilliseconds(20), NullLogger<AlarmHook>.Instance))
        {
            hook.Send(new SiteAlarm("news", 1, [DriftSignal.Shrunk], "texts are short", "http://news.example/a", StoreFixture.Now));
        }

        posts.Should().Be(1);
    }
}
