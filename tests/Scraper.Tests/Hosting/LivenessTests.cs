using System.Collections.Concurrent;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Scraper.Fetching;
using Scraper.Hosting;
using Scraper.Route;
using Scraper.Scheduling;
using Scraper.Tests.Fetching;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Hosting;

/// <summary>What the watchdog hears, with the real scheduler and store.</summary>
public sealed class LivenessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scraper-liveness-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_daemon_whose_visit_hangs_is_not_well_though_everything_else_works()
    {
        await using var store = await StoreFixture.OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "news.yaml"), "name: news\nhosts: [news.example]\nschedule: { every: 10m }\ndiscovery: { feeds: [http://news.example/feed] }\nselect: { title: h1, body: article }\n");
        using var web = new SilentWeb();
        using var host = Host(store, web);
        await host.StartAsync();
        var liveness = host.Services.GetRequiredService<Liveness>();
        await web.Asked.Task.WaitAsync(TimeSpan.FromMinutes(1));

        string? problem = null;
        for (var looks = 0; problem is null && looks < 200; looks++)
        {
            problem = await liveness.ProblemAsync(CancellationToken.None);
            await Task.Delay(100);
        }

        problem.Should().Contain("visit of news hangs");
        web.Answer();
        for (var looks = 0; problem is not null && looks < 200; looks++)
        {
            problem = await liveness.ProblemAsync(CancellationToken.None);
            await Task.Delay(100);
        }

        problem.Should().BeNull("the visit has ended");
        await host.StopAsync();
    }

    [Fact]
    public async Task A_visit_that_waits_its_turn_at_every_redirect_does_not_hang()
    {
        var clock = new ManualClock();
        await using var store = await StoreFixture.OpenAsync();
        VisitProgress? progress = null;
        var problems = new ConcurrentQueue<string?>();
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            problems.Enqueue(progress!.Problem());
            clock.Advance(progress.Patience - TimeSpan.FromSeconds(1));
            context.Response.Redirect($"/{problems.Count}");
            return Task.CompletedTask;
        });
        var options = new ScraperOptions { Sites = [_folder], Log = new LogOptions { Level = LogLevel.None }, Fetching = web.Options("news.example") with { IgnoreRobots = true, MaxRedirects = 3 } };
        var builder = ScraperHost.Create(options, store.Store);
        builder.Services.AddSingleton<TimeProvider>(clock);
        using var host = builder.Build();
        progress = host.Services.GetRequiredService<VisitProgress>();

        using (progress.Enter("news"))
        {
            await host.Services.GetRequiredService<IPageFetcher>().FetchAsync(LoopbackWeb.Get("http://news.example/"), CancellationToken.None);
        }

        problems.Should().HaveCount(4).And.OnlyContain(problem => problem == null);
    }

    private IHost Host(StoreFixture store, IPageFetcher web)
    {
        var moment = TimeSpan.FromMilliseconds(100);
        var options = new ScraperOptions
        {
            Sites = [_folder],
            Log = new LogOptions { Level = LogLevel.None },
            Fetching = new FetchOptions { LongestWait = moment, Timeout = moment, RobotsTimeout = moment, RenderTimeout = moment },
            Concurrency = new ConcurrencyOptions { Sites = 2 },
        };
        var builder = ScraperHost.Create(options, store.Store).AddSchedule(options.Concurrency.Sites);
        builder.Services.AddSingleton(new PipelineOptions { ExtractionTimeout = moment });
        builder.Services.AddSingleton(web);
        builder.Services.AddSingleton(p => new ScheduledSites(() => p.GetRequiredService<SiteCatalogue>().Own, allAtStart: false));
        return builder.Build();
    }

    /// <summary>Takes a question and does not answer, whatever it was told about time and cancelling.</summary>
    private sealed class SilentWeb : IPageFetcher, IDisposable
    {
        private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Answer() => _answer.TrySetResult();

        public void Dispose() => Answer();

        public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
        {
            Asked.TrySetResult();
            await _answer.Task;
            return new FetchResult.Failed(FailureKind.Timeout, "at last");
        }
    }
}
