using System.Collections.Concurrent;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using Scraper.Hosting;
using Scraper.Scheduling;
using Scraper.Storage;
using Scraper.Tests.Fixtures;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Scheduling;

/// <summary>The schedule with Quartz itself; nothing is visited, since the host is not started.</summary>
public sealed class SiteSchedulerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scraper-schedule-").FullName;
    private readonly Lines _log = new();

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _log.Dispose();
    }

    [Fact]
    public async Task A_site_whose_cron_never_comes_true_is_left_out_alone_and_told_of_once()
    {
        await using var store = await StoreFixture.OpenAsync();
        Write("past", "cron: 0 0 0 1 1 ? 2020");
        Write("thirtieth", "cron: 0 0 0 30 2 ?");
        Write("good", "every: 10m");
        using var host = Host(store.Store);
        var sites = host.Services.GetRequiredService<SiteScheduler>();

        await sites.AlignAsync(CancellationToken.None);
        await sites.AlignAsync(CancellationToken.None);

        (await JobsAsync(host)).Should().Equal("good");
        _log.All.Where(l => l.Contains("never comes true", StringComparison.Ordinal)).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_schedule_that_changes_during_a_visit_makes_no_second_visit_at_once()
    {
        await using var store = await StoreFixture.OpenAsync();
        Write("long", "every: 10m");
        using var host = Host(store.Store);
        var node = host.Services.GetRequiredService<ThisNode>();
        await store.Store.Nodes.BeatAsync(node.State("sites"), CancellationToken.None);
        var now = DateTimeOffset.UtcNow;
        await store.Store.Crawl.StartRunAsync("long", node.Id, now, CancellationToken.None);

        var due = await host.Services.GetRequiredService<ScheduledSites>().DueAsync(store.Store, now.AddSeconds(1), CancellationToken.None);

        due.Should().ContainSingle().Which.Due.Should().BeCloseTo(now.AddMinutes(10), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Nodes_that_remove_the_same_sites_at_once_do_not_fail()
    {
        if (PostgresCluster.Missing is not null)
        {
            return;
        }

        await using var store = await StoreFixture.OpenAsync(StorageEngine.Postgres);
        Write("stays", "every: 10m");
        foreach (var i in Enumerable.Range(0, 30))
        {
            Write($"goes{i}", "cron: 0 0 0 1 1 ?");
        }

        using var first = Host(store.Store, store.Address.Target);
        using var second = Host(store.Store, store.Address.Target);
        await AlignAsync(first);
        await AlignAsync(second);
        foreach (var gone in Directory.GetFiles(_folder, "goes*"))
        {
            File.Delete(gone);
        }

        first.Services.GetRequiredService<SiteCatalogue>().Reload();
        second.Services.GetRequiredService<SiteCatalogue>().Reload();
        await Task.WhenAll(AlignAsync(first), AlignAsync(second));

        (await JobsAsync(first)).Should().Equal("stays");
        _log.All.Should().NotContain(l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    private static Task AlignAsync(IHost host) => host.Services.GetRequiredService<SiteScheduler>().AlignAsync(CancellationToken.None);

    private static async Task<IEnumerable<string>> JobsAsync(IHost host)
    {
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        return (await scheduler.QueryJobs(new JobQuery { Take = PagedQuery.All })).Items.Select(j => j.Key.Name).Order(StringComparer.Ordinal);
    }

    private void Write(string name, string schedule) =>
        File.WriteAllText(Path.Combine(_folder, $"{name}.yaml"), $"name: {name}\nhosts: [{name}.example]\nschedule: {{ {schedule} }}\n");

    private IHost Host(IStore store, string? database = null)
    {
        var builder = ScraperHost.Create(new ScraperOptions { Sites = [_folder] }, store).AddSchedule(1, database);
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.Services.AddSingleton(p => new ScheduledSites(() => p.GetRequiredService<SiteCatalogue>().Own, allAtStart: false));
        return builder.Build();
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _all = [];

        public IReadOnlyCollection<string> All => _all;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _all.Enqueue($"{logLevel}: {formatter(state, exception)} {exception?.Message}");

        public void Dispose()
        {
        }
    }
}
