using System.Collections.Concurrent;
using System.Text.Json;
using FluentAssertions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Core;
using Scraper.Core.Drift;
using Scraper.Core.Templates;
using Scraper.Fetching;
using Scraper.Tests.Drift;
using Scraper.Tests.Storage;
using Scraper.Watching;
using Xunit;

namespace Scraper.Tests.Watching;

/// <summary>Learning along the route, with a real store and a real receiver of alarms.</summary>
public sealed class SiteWatchTests
{
    private static readonly SimulatedSite Site = SimulatedSite.Of("egypttoday.com");
    private static readonly Extractor Extractor = new();

    [Fact]
    public async Task What_was_learnt_outlives_a_restart()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        string version;
        using (var watch = Watch(fixture, null))
        {
            (await watch.TemplateAsync(Site.Host, CancellationToken.None)).Should().BeNull();
            await SeeAsync(watch, 0, 6, null);
            await watch.FlushAsync(Site.Host, CancellationToken.None);
            version = (await watch.TemplateAsync(Site.Host, CancellationToken.None))!.Version;
        }

        using var later = Watch(fixture, null);
        (await later.TemplateAsync(Site.Host, CancellationToken.None))!.Version.Should().Be(version);
        (await fixture.Store.Memory.FindAsync(Site.Host, CancellationToken.None))!.TemplateVersion.Should().Be(version);
    }

    [Fact]
    public async Task An_alarm_is_stored_posted_and_closed_once()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var posts = new ConcurrentQueue<string>();
        await using var receiver = await ReceiverAsync(posts);
        await using (var hook = Hook(Address(receiver)))
        {
            using var watch = Watch(fixture, hook);
            await SeeAsync(watch, 0, 40, null);
            (await fixture.Store.Memory.AlarmsAsync(openOnly: false, 10, CancellationToken.None)).Should().BeEmpty();

            await SeeAsync(watch, 40, 3, LayoutChanges.All["class renamed"]);
            var alarm = (await fixture.Store.Memory.AlarmsAsync(openOnly: true, 10, CancellationToken.None)).Should().ContainSingle().Which;
            alarm.Signals.Should().Contain(DriftSignal.FellBack);

            await SeeAsync(watch, 50, 12, null);
            (await fixture.Store.Memory.AlarmsAsync(openOnly: true, 10, CancellationToken.None)).Should().BeEmpty();
            (await fixture.Store.Memory.AlarmsAsync(openOnly: false, 10, CancellationToken.None)).Should().ContainSingle().Which.Closing.Should().Be("healed");
            for (var i = 0; i < 100 && posts.Count < 3; i++)
            {
                await Task.Delay(50);
            }
        }

        // The receiver fails at first, so the first alarm comes twice; then it is told of the end.
        posts.Select(p => JsonDocument.Parse(p).RootElement.GetProperty("closedAt").ValueKind).Should().StartWith([JsonValueKind.Null, JsonValueKind.Null]).And.EndWith(JsonValueKind.String);
        posts.First().Should().Contain("\"site\":\"egypttoday.com\"").And.Contain("fell_back");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_that_comes_while_the_memory_is_kept_is_learnt_onto_it(bool isForgottenToo)
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var memory = new HeldMemory(fixture.Store.Memory);
        using var watch = new SiteWatch(memory, null, TimeProvider.System, NullLogger<SiteWatch>.Instance);
        await SeeAsync(watch, 0, 6, null);

        var flush = watch.FlushAsync(Site.Host, CancellationToken.None);
        await memory.Saving;
        var forget = isForgottenToo ? watch.ForgetAsync(Site.Host, CancellationToken.None) : Task.CompletedTask;
        var page = SeeAsync(watch, 6, 1, null);
        memory.LetGo();
        await Task.WhenAll(flush, forget, page);
        await watch.FlushAsync(Site.Host, CancellationToken.None);

        var kept = await fixture.Store.Memory.FindAsync(Site.Host, CancellationToken.None);
        TemplateBlob.Read(kept!.Template!).Memory.Pages.Should().HaveCount(7);
        var drift = DriftBlob.Read(kept.Drift!);
        (drift.Baseline.Count + drift.Recent.Count).Should().Be(7);
    }

    [Fact]
    public async Task A_damaged_memory_is_learnt_anew()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        await fixture.Store.Memory.SaveAsync(Site.Host, new Scraper.Storage.SiteMemory([9, 9], "x", [1], StoreFixture.Now), null, CancellationToken.None);
        using var watch = Watch(fixture, null);

        (await watch.TemplateAsync(Site.Host, CancellationToken.None)).Should().BeNull();
    }

    private static AlarmHook Hook(Uri address) =>
        new(address, WebhookDialler.For(address, new FetchOptions()), TimeSpan.FromMilliseconds(20), NullLogger<AlarmHook>.Instance);

    private static Uri Address(WebApplication receiver) =>
        new(receiver.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static SiteWatch Watch(StoreFixture fixture, AlarmHook? hook) => new(fixture.Store.Memory, hook, TimeProvider.System, NullLogger<SiteWatch>.Instance);

    private static async Task SeeAsync(SiteWatch watch, int first, int count, Action<SimulatedPage>? change)
    {
        for (var i = first; i < first + count; i++)
        {
            var page = Site.Page(i);
            change?.Invoke(page);
            var template = await watch.TemplateAsync(Site.Host, CancellationToken.None);
            var extraction = Extractor.ExtractHtml(page.Html, new PageContext { Url = new Uri(page.Url), Rule = Site.Rule, Template = template }, CancellationToken.None);
            await watch.SeeAsync(Site.Host, page.Url, extraction, extraction.Verdict.IsArticle, CancellationToken.None);
        }
    }

    private static async Task<WebApplication> ReceiverAsync(ConcurrentQueue<string> posts)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/", async (HttpRequest request) =>
        {
            posts.Enqueue(await new StreamReader(request.Body).ReadToEndAsync());
            return posts.Count == 1 ? Results.StatusCode(503) : Results.Ok();
        });
        await app.StartAsync();
        return app;
    }
}
